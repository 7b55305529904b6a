import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tenantView } from '#shared/consumption/tenant-view.ts';
import { addDays, plainDateOf } from '#shared/model/plain-date.ts';

const START = plainDateOf('2025-01-01');
const record = fc.record({
  unit: fc.constantFrom('a', 'b', 'c'),
  period: fc
    .tuple(fc.nat(400), fc.nat(40))
    .map(([from, length]) => ({ from: addDays(START, from), to: addDays(START, from + length) })),
  value: fc.nat(),
});
const scope = fc
  .tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(300), fc.option(fc.nat(200)))
  .map(([unit, from, length]) => ({
    unit,
    from: addDays(START, from),
    to: length === null ? null : addDays(START, from + length),
  }));

describe('the tenant’s view', () => {
  it('holds nothing of another unit and nothing before moving in or after moving out', () => {
    fc.assert(
      fc.property(scope, fc.array(record), (own, records) => {
        for (const { unit, period } of tenantView(own, records)) {
          expect(unit).toBe(own.unit);
          expect(period.from >= own.from).toBe(true);
          expect(own.to === null || period.to <= own.to).toBe(true);
        }
      }),
    );
  });

  it('does not change with whatever the others do', () => {
    fc.assert(
      fc.property(scope, fc.array(record), fc.array(record), (own, records, others) => {
        const foreign = others.filter(({ unit }) => unit !== own.unit);
        expect(tenantView(own, [...records, ...foreign])).toEqual(tenantView(own, records));
      }),
    );
  });

  it('keeps every record that is wholly his', () => {
    const own = { unit: 'a', from: plainDateOf('2025-02-01'), to: plainDateOf('2025-03-31') };
    const february = {
      unit: 'a',
      period: { from: plainDateOf('2025-02-01'), to: plainDateOf('2025-02-28') },
    };
    const shared = { unit: 'a', period: { from: plainDateOf('2025-01-15'), to: plainDateOf('2025-02-14') } };
    expect(tenantView(own, [february, shared])).toEqual([february]);
  });
});
