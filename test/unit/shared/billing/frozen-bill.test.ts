import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { billProperty } from '#shared/billing/bill-property.ts';
import type { BillingCase } from '#shared/billing/billing-case.ts';
import { ENGINE } from '#shared/billing/engine.ts';
import { checkNumberOf, freezeBill, type FrozenBill } from '#shared/billing/frozen-bill.ts';
import { randomBuilding, seededNumbers } from './random-building.ts';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

function frozen(given: BillingCase): FrozenBill {
  const outcome = billProperty(given);
  if (outcome.kind !== 'billed') throw new Error(JSON.stringify(outcome.findings));
  return freezeBill(given, outcome.bill, sha256);
}

const HOUSE = randomBuilding({ units: 4, next: seededNumbers(7) });

describe('a frozen bill', () => {
  it('holds inputs, result with trace, and the engine', () => {
    const { text, sha256: hash, checkNumber } = frozen(HOUSE);
    const kept = JSON.parse(text) as { case: unknown; engine: string; result: { figures: unknown[] } };
    expect(kept.case).toEqual(HOUSE);
    expect(kept.engine).toBe(ENGINE);
    expect(kept.result.figures.length).toBeGreaterThan(100);
    expect(hash).toBe(sha256(text));
    expect(checkNumber).toBe(checkNumberOf(hash));
  });

  it('has the same bytes however the fields of its case were ordered', () => {
    const shuffled = Object.fromEntries(Object.entries(HOUSE).toReversed()) as unknown as BillingCase;
    expect(frozen(shuffled).text).toBe(frozen(HOUSE).text);
  });

  it('has another check number when a reading differs by a tenth of a unit', () => {
    const [device, ...devices] = HOUSE.devices;
    if (!device) throw new Error('the house has no device');
    const readings = device.readings.map((reading, index) =>
      index === 0 ? { ...reading, value: (Number(reading.value) - 0.1).toFixed(1) } : reading,
    );
    const other = { ...HOUSE, devices: [{ ...device, readings }, ...devices] };
    expect(frozen(other).checkNumber).not.toBe(frozen(HOUSE).checkNumber);
  });
});

describe('the check number', () => {
  it('is the first eight digits of the hash in two groups', () => {
    expect(checkNumberOf(`7f3a91c2${'0'.repeat(56)}`)).toBe('7F3A-91C2');
  });

  it.each(['', '7F3A-91C2', 'g'.repeat(64), '0'.repeat(63)])('is not made from %j', (text) => {
    expect(() => checkNumberOf(text)).toThrow(RangeError);
  });
});
