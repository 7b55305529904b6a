/** Costs one user caused and agreed to bear; without an agreement they are the landlord's (BGH VIII ZR 19/07). */
import type { ArrangedCase } from './arranged-case.ts';
import type { FurtherLine } from './bill.ts';
import { finding, type Finding } from './findings.ts';
import type { PeriodCost } from './period-costs.ts';
import { centsOfFigure } from './trace.ts';

export interface DirectCharges {
  readonly lines: ReadonlyMap<string, readonly FurtherLine[]>;
  readonly findings: readonly Finding[];
}

/** The direct charges by tenancy. */
export function directCharges({ units }: ArrangedCase, items: readonly PeriodCost[]): DirectCharges {
  const lines = new Map<string, FurtherLine[]>();
  const findings: Finding[] = [];
  const billed = new Set(units.flatMap(({ users }) => users.map(({ id }) => id)));
  for (const { cost, inPeriod } of items) {
    if (cost.target !== 'direct') continue;
    if (cost.agreement === undefined)
      findings.push(
        finding('DIRECT_CHARGE_WITHOUT_AGREEMENT', [`cost.${cost.id}`], { tenancy: cost.tenancy }),
      );
    if (!billed.has(cost.tenancy))
      findings.push(finding('DIRECT_CHARGE_OUTSIDE_PERIOD', [`cost.${cost.id}`], { tenancy: cost.tenancy }));
    const line = { cost: cost.id, label: cost.label, amount: centsOfFigure(inPeriod), figure: inPeriod.id };
    lines.set(cost.tenancy, [...(lines.get(cost.tenancy) ?? []), line]);
  }
  return { lines, findings };
}
