import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consumeStock, type Lot } from '#shared/billing/fuel-stock.ts';
import { Trace } from '#shared/billing/trace.ts';
import { add, rational, toShortDecimal } from '#shared/model/rational.ts';

interface Given {
  readonly quantity: number;
  readonly cents: number;
}

function consume(
  lots: readonly Given[],
  closing: number,
  valuation: 'fifo' | 'average' = 'fifo',
  withCo2 = false,
) {
  const trace = new Trace();
  const [opening, ...deliveries] = lots.map(({ quantity, cents }, index): Lot => ({
    id: `lot${index}`,
    quantity: trace.given(`q${index}`, 'STOCK_QUANTITY', rational(quantity), 'l'),
    amount: trace.given(`a${index}`, 'STOCK_AMOUNT', rational(cents), 'ct'),
    co2Kg: withCo2 ? trace.given(`k${index}`, 'CO2_KG', rational(quantity * 3), 'kg') : null,
    co2Amount: null,
  }));
  if (!opening) throw new Error('a stock needs an opening');
  const left = trace.given('closing', 'STOCK_CLOSING', rational(closing), 'l');
  return consumeStock(trace, { id: 's', valuation, opening, deliveries, closing: left });
}

const OIL = [
  { quantity: 2000, cents: 190_000 },
  { quantity: 3000, cents: 315_000 },
  { quantity: 2500, cents: 250_000 },
];

describe('fuel from a stock', () => {
  it('is billed as burnt and not as paid, the first in being the first out', () => {
    const { consumed, amount, closingAmount, paid } = consume(OIL, 1800);
    expect([consumed, amount, closingAmount, paid].map(({ value }) => toShortDecimal(value, 2))).toEqual([
      '5700',
      '575000',
      '180000',
      '565000',
    ]);
  });

  it('values what is left at the newest deliveries, one after the other', () => {
    expect(consume(OIL, 3500).closingAmount.value).toEqual(rational(250_000 + 105_000));
  });

  it('can be valued at the weighted average', () => {
    expect(consume(OIL, 750, 'average').closingAmount.value).toEqual(rational(75_500));
  });

  it('takes over the emissions of what was burnt, and none when a delivery does not state them', () => {
    expect(consume(OIL, 1800, 'fifo', true).co2Kg?.value).toEqual(rational(5700 * 3));
    expect(consume(OIL, 1800).co2Kg).toBeNull();
  });

  it('passes over an empty tank and a delivery of nothing', () => {
    const lots = [
      { quantity: 0, cents: 0 },
      { quantity: 1000, cents: 100_000 },
      { quantity: 0, cents: 0 },
    ];
    expect(consume(lots, 400).amount.value).toEqual(rational(60_000));
  });

  it('never loses a cent: burnt and left make up opening and deliveries', () => {
    const lot = fc.record({ quantity: fc.integer({ min: 1, max: 9000 }), cents: fc.nat(900_000) });
    fc.assert(
      fc.property(
        fc.array(lot, { minLength: 1, maxLength: 6 }),
        fc.nat(),
        fc.boolean(),
        (lots, seed, average) => {
          const available = lots.reduce((total, { quantity }) => total + quantity, 0);
          const { amount, closingAmount } = consume(lots, seed % available, average ? 'average' : 'fifo');
          const cents = lots.reduce((total, each) => total + each.cents, 0);
          expect(add(amount.value, closingAmount.value)).toEqual(rational(cents));
        },
      ),
    );
  });
});
