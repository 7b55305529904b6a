import { describe, expect, it } from 'vitest';
import { billProperty } from '#shared/billing/bill-property.ts';
import { vary, whatIf } from '#shared/billing/what-if.ts';
import { randomBuilding, seededNumbers } from './random-building.ts';

const given = randomBuilding({ units: 6, next: seededNumbers(11) });

function present() {
  const outcome = billProperty(given);
  if (outcome.kind === 'refused') throw new Error('refused');
  return outcome.bill;
}

describe('what if', () => {
  it('moves money between users and none out of the house', () => {
    const tried = whatIf(present(), given, { kind: 'consumptionPercent', pot: 'heating', percent: 50 });
    expect(tried.kind).toBe('billed');
    const shifts = tried.kind === 'billed' ? tried.shifts.map(({ shift }) => shift) : [];
    expect(shifts.some((shift) => shift !== 0)).toBe(true);
    expect(shifts.reduce((total: number, shift) => total + shift, 0)).toBe(0);
  });

  it('shows the 25 % switch when a device of the largest unit fails', () => {
    const small = randomBuilding({ units: 2, next: seededNumbers(3) });
    const outcome = billProperty(small);
    const [device] = small.devices;
    if (outcome.kind === 'refused' || !device) throw new Error('refused');
    const tried = whatIf(outcome.bill, small, {
      kind: 'deviceFailed',
      device: device.id,
      estimate: { method: 'previousPeriod', consumption: 900, reason: 'Probe', why: 'deviceFailure' },
    });
    expect(tried.kind === 'billed' && tried.bill.pots.map(({ byBaseKeyOnly }) => byBaseKeyOnly)).toEqual([
      true,
      false,
    ]);
  });

  it('says what would refuse the bill', () => {
    const tried = whatIf(present(), given, { kind: 'consumptionPercent', pot: 'heating', percent: 90 });
    expect(tried).toMatchObject({ kind: 'refused', findings: [{ code: 'SHARE_OUTSIDE_LIMITS' }] });
    expect(whatIf(present(), given, { kind: 'baseKey', key: 'volume' }).kind).toBe('refused');
  });

  it('never changes the case itself', () => {
    const before = JSON.stringify(given);
    vary(given, { kind: 'timeKey', key: 'days' });
    vary(given, { kind: 'rounding', convention: 'halfUpLandlordBearsRest' });
    expect(JSON.stringify(given)).toBe(before);
  });
});
