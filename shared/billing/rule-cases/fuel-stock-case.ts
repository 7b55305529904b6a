/** Single-rule case `fuelStock`: what was burnt, what is left and what that was worth (§ 7 Abs. 2, BGH VIII ZR 156/11). */
import { z } from 'zod';
import { compare, rational, sum } from '../../model/rational.ts';
import { energyUnit } from '../case/costs.ts';
import { centsIn, day, euros, exactly, id, quantity } from '../case/values.ts';
import { consumeStock, type Lot } from '../fuel-stock.ts';
import { Trace } from '../trace.ts';
import { headOf, refuse, type RuleOutcome } from './answer.ts';

const lot = { quantity, amount: euros, co2: z.strictObject({ kg: quantity, amount: euros }).optional() };

export const fuelStockCase = z.strictObject({
  ...headOf('fuelStock'),
  unit: energyUnit.default('l'),
  valuation: z.enum(['fifo', 'average']).default('fifo'),
  opening: z.strictObject(lot),
  deliveries: z.array(z.strictObject({ id: id.optional(), date: day, ...lot })).default([]),
  closing: quantity,
});

type FuelStockCase = z.output<typeof fuelStockCase>;
type CaseLot = FuelStockCase['opening'];

function lotOf(trace: Trace, unit: FuelStockCase['unit'], name: string, given: CaseLot): Lot {
  const { co2 } = given;
  return {
    id: name,
    quantity: trace.given(`${name}.quantity`, 'STOCK_QUANTITY', exactly(given.quantity), unit),
    amount: trace.given(`${name}.amount`, 'STOCK_AMOUNT', rational(centsIn(given.amount)), 'ct'),
    co2Kg: co2 ? trace.given(`${name}.co2Kg`, 'CO2_KG', exactly(co2.kg), 'kg') : null,
    co2Amount: co2
      ? trace.given(`${name}.co2Amount`, 'CO2_AMOUNT', rational(centsIn(co2.amount)), 'ct')
      : null,
  };
}

/** Runs the case. */
export function runFuelStockCase(given: FuelStockCase): RuleOutcome {
  const trace = new Trace();
  const opening = lotOf(trace, given.unit, 'opening', given.opening);
  const inTime = given.deliveries.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const deliveries = inTime.map((delivery, index) =>
    lotOf(trace, given.unit, `delivery.${delivery.id ?? `number.${index + 1}`}`, delivery),
  );
  const closing = trace.given('closing.quantity', 'STOCK_CLOSING', exactly(given.closing), given.unit);
  const available = sum([opening, ...deliveries].map((each) => each.quantity.value));
  const order = compare(closing.value, available);
  if (order >= 0) {
    const code = order > 0 ? 'CLOSING_STOCK_TOO_LARGE' : 'STOCK_WITHOUT_CONSUMPTION';
    return refuse(code, ['closing']);
  }
  const use = consumeStock(trace, { id: 'stock', valuation: given.valuation, opening, deliveries, closing });
  return {
    kind: 'answered',
    answers: {
      consumed: use.consumed,
      consumedAmount: use.amount,
      closingAmount: use.closingAmount,
      paid: use.paid,
      co2Kg: use.co2Kg,
      co2Amount: use.co2Amount,
    },
    figures: trace.figures,
  };
}
