/** What follows the positions in their proportions: CO2 parts, labour, further lines, by user. */
import type { BillDesk } from './bill-desk.ts';
import type { Entered, Filled, Positions } from './bill-property.ts';
import type { FurtherLine } from './bill.ts';
import { co2OfUsers } from './co2-of-users.ts';
import type { FurtherCosts } from './further-costs.ts';
import { informationOfUsers } from './information-of-users.ts';
import { labourOfUsers } from './labour.ts';
import { consumptionByPot } from './meter-house.ts';
import { sharesOfPot } from './proportional.ts';
import { totalsOfPot, type Outcome } from './statements.ts';
import { centsOfFigure } from './trace.ts';
import { vatOfUsers } from './vat-option.ts';

function linesOf(further: FurtherCosts): Map<string, FurtherLine[]> {
  const lines = new Map<string, FurtherLine[]>();
  for (const { item, byUser } of further.costs)
    for (const [user, figure] of byUser) {
      const { id, label } = item.cost;
      const line = { cost: id, label, amount: centsOfFigure(figure), figure: figure.id };
      lines.set(user, [...(lines.get(user) ?? []), line]);
    }
  return lines;
}

/** Everything the statements print besides the positions themselves. */
export function outcomeOf(desk: BillDesk, entered: Entered, filled: Filled, positions: Positions): Outcome {
  const { trace, arranged } = desk;
  const { amounts, jointShares } = filled.pots;
  const potTotals = {
    heating: totalsOfPot(trace, 'heating', positions.heating),
    hotWater: totalsOfPot(trace, 'hotWater', positions.hotWater),
  };
  const shares = {
    heating: sharesOfPot(trace, 'heating', amounts.heating, potTotals.heating),
    hotWater: sharesOfPot(trace, 'hotWater', amounts.hotWater, potTotals.hotWater),
  };
  const further = linesOf(entered.further);
  const consumption = consumptionByPot(entered.metered);
  return {
    pots: positions,
    consumption,
    potTotals,
    further,
    direct: entered.direct.lines,
    co2: filled.co2 ? co2OfUsers(trace, arranged.units, filled.co2, jointShares, shares) : new Map(),
    labour: labourOfUsers({
      trace,
      units: arranged.units,
      costs: entered.costs.costs,
      further: entered.further.costs,
      jointShares,
      shares,
    }),
    vat: vatOfUsers({
      trace,
      arranged,
      costs: entered.costs,
      distributed: filled.pots.distributed,
      jointShares,
      shares,
      lines: (user) => [...(further.get(user) ?? []), ...(entered.direct.lines.get(user) ?? [])],
    }),
    information: informationOfUsers({
      ...desk,
      costs: entered.costs,
      separated: filled.separated,
      consumption,
      heatingShare: jointShares.heating,
    }),
  };
}
