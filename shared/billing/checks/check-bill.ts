/** Checks of the finished bill: what its clerk should look at before it goes out (Prüfliste, warnings). */
import type { ArrangedCase } from '../arranged-case.ts';
import type { PotLine, UnitLine, UserLine } from '../bill.ts';
import { finding, type Finding } from '../findings.ts';
import type { Separated } from '../separate-plant.ts';
import { deviceWarnings } from './device-warnings.ts';
import { informationWarnings } from './information-warnings.ts';

/** The lines of a bill the checks look at. */
export interface CheckedLines {
  readonly pots: readonly PotLine[];
  readonly units: readonly UnitLine[];
  readonly users: readonly UserLine[];
}

function switchedPots({ pots }: CheckedLines, arranged: ArrangedCase): Finding[] {
  const exempt = new Set(arranged.given.property.exemptions.map((exemption) => exemption.pot));
  return pots
    .filter(({ byBaseKeyOnly, pot }) => byBaseKeyOnly && !exempt.has(pot) && !exempt.has('both'))
    .map(({ figure, pot }) => finding('BILLED_BY_BASE_KEY', [figure], { pot }));
}

/** What a look at the finished lines finds. */
export function checkBill(arranged: ArrangedCase, lines: CheckedLines, separated: Separated): Finding[] {
  void separated;
  return [...switchedPots(lines, arranged), ...deviceWarnings(arranged), ...informationWarnings(arranged)];
}
