import { describe, expect, it } from 'vitest';
import { endInstallation, installationsOfProperty } from '#office/store/meters.ts';
import { listUnits } from '#office/store/properties.ts';
import {
  countMetersInPlace,
  findBillingPeriod,
  listAllBillingPeriods,
  listAllRooms,
  listAllTenancies,
  listAllUnits,
} from '#office/store/whole-office.ts';
import type { BillingPeriodId } from '#shared/model/invoice.ts';
import { officeFixture } from '../../../../support/office-folder.ts';
import { buildSmallHouse, changed, day } from '../../../../support/small-house.ts';

describe('the lists of the whole office', () => {
  it('show what each property shows by itself', async () => {
    const office = await officeFixture();
    const { property, unit, tenancy, period } = buildSmallHouse(office);
    expect(listAllUnits(office.store)).toEqual(listUnits(office.store, property));
    expect(listAllRooms(office.store).every(({ unitId }) => unitId === unit)).toBe(true);
    expect(listAllTenancies(office.store).map(({ id }) => id)).toEqual([tenancy]);
    expect(listAllBillingPeriods(office.store).map(({ id }) => id)).toEqual([period]);
    expect(findBillingPeriod(office.store, period)).toMatchObject({ propertyId: property });
    expect(findBillingPeriod(office.store, 999 as BillingPeriodId)).toBeNull();
  });

  it('count the meters that hang on a day, the last one included', async () => {
    const office = await officeFixture();
    const { property } = buildSmallHouse(office);
    const places = installationsOfProperty(office.store, property);
    const count = (on: string): number =>
      countMetersInPlace(office.store, day(on)).reduce((total, row) => total + row.count, 0);
    expect(count('2025-06-30')).toBe(places.length);
    for (const { id } of places) changed(office, (change) => endInstallation(change, id, day('2025-06-30')));
    expect(count('2025-06-30')).toBe(places.length);
    expect(count('2025-07-01')).toBe(0);
  });
});
