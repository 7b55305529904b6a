/** Checks of the finished bill: what its clerk should look at before it goes out (Prüfliste, warnings). */
import type { ArrangedCase } from '../arranged-case.ts';
import type { CostLine, PotLine, StockLine } from '../bill.ts';
import type { MeteredConsumption } from '../consumption.ts';
import { finding, type Finding } from '../findings.ts';
import type { PeriodCosts } from '../period-costs.ts';
import type { Separated } from '../separate-plant.ts';
import { consumptionWarnings, type ConsumptionByPot } from './consumption-warnings.ts';
import { deviceWarnings } from './device-warnings.ts';
import { fuelWarnings } from './fuel-warnings.ts';
import { hotWaterWarnings } from './hot-water-warnings.ts';
import { informationWarnings } from './information-warnings.ts';

/** The lines of a bill the checks look at. */
export interface CheckedLines {
  readonly pots: readonly PotLine[];
  readonly costs: readonly CostLine[];
  readonly stocks: readonly StockLine[];
}

/** What the checks look into besides the lines. */
export interface Checked {
  readonly arranged: ArrangedCase;
  readonly costs: PeriodCosts;
  readonly separated: Separated;
  readonly consumption: ConsumptionByPot;
  readonly hotWater: MeteredConsumption | null;
}

function switchedPots({ pots }: CheckedLines, arranged: ArrangedCase): Finding[] {
  const exempt = new Set(arranged.given.property.exemptions.map((exemption) => exemption.pot));
  return pots
    .filter(({ byBaseKeyOnly, pot }) => byBaseKeyOnly && !exempt.has(pot) && !exempt.has('both'))
    .map(({ figure, pot }) => finding('BILLED_BY_BASE_KEY', [figure], { pot }));
}

/** What a look at the finished lines finds. */
export function checkBill(
  { arranged, costs, separated, consumption, hotWater }: Checked,
  lines: CheckedLines,
): Finding[] {
  return [
    ...switchedPots(lines, arranged),
    ...deviceWarnings(arranged),
    ...informationWarnings(arranged),
    ...fuelWarnings(arranged, costs, separated),
    ...hotWaterWarnings(arranged, separated, hotWater),
    ...consumptionWarnings(arranged, consumption, lines.costs, lines.stocks),
  ];
}
