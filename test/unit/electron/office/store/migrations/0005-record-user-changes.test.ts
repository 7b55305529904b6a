import { describe, expect, it } from 'vitest';
import { addReleasedSum, releasedSumsOf } from '#office/store/released-sums.ts';
import { addManualReading, readingsOfMeter } from '#office/store/readings.ts';
import { addUserChange } from '#office/store/user-changes.ts';
import { changeMasterData } from '#office/store/change.ts';
import { decimalTextOf } from '#shared/model/decimal-text.ts';
import { codeOf, officeFixture } from '../../../../../support/office-folder.ts';
import { buildSmallHouse, changed, day } from '../../../../../support/small-house.ts';

describe('schema version 5', () => {
  it('takes a reading by hand for read where nothing else is said', async () => {
    const office = await officeFixture();
    const { meter } = buildSmallHouse(office);
    const date = day('2025-09-30');
    const reading = {
      meterId: meter,
      register: 'current',
      quantity: 'allocation',
      value: { mantissa: 5n, exponent: 0, unit: 'HCA' },
      date,
      dateInferred: false,
      storage: 0,
    } as const;
    changed(office, (change) => addManualReading(change, { origin: 'readOnSite', note: '', reading }));
    expect(readingsOfMeter(office.store, meter, { from: date, to: date })).toMatchObject([
      { method: 'read' },
    ]);
  });

  it('settles a day of a unit once, and wants a reason where a reading is missing', async () => {
    const office = await officeFixture();
    const { unit } = buildSmallHouse(office);
    const settled = { unitId: unit, lastDay: day('2025-09-30'), costBearer: 'landlord', cost: null } as const;
    changed(office, (change) => addUserChange(change, { ...settled, missingWhy: null, reason: '' }));
    const again = changeMasterData(office.store, office.desk, { action: 'test' }, (change) =>
      addUserChange(change, { ...settled, missingWhy: null, reason: '' }),
    );
    expect(codeOf(again)).toBe('ALREADY_EXISTS');
    const silent = { ...settled, lastDay: day('2025-10-31'), missingWhy: 'impossible', reason: ' ' } as const;
    expect(() => changed(office, (change) => addUserChange(change, silent))).toThrow(/CHECK/);
  });

  it('remembers what a landlord was given', async () => {
    const office = await officeFixture();
    const { property, unit } = buildSmallHouse(office);
    const sum = {
      propertyId: property,
      medium: 'heating.units',
      from: day('2025-11-01'),
      to: day('2025-11-30'),
      unitIds: [unit],
      quantity: decimalTextOf('12.5'),
    };
    changed(office, (change) => addReleasedSum(change, sum));
    expect(releasedSumsOf(office.store, property)).toMatchObject([sum]);
  });
});
