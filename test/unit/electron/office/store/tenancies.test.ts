import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeMasterData } from '#office/store/change.ts';
import {
  addPrepayment,
  addTenancy,
  endTenancy,
  findTenancy,
  prepaymentsOf,
  tenanciesOfProperty,
  tenanciesOfUnit,
} from '#office/store/tenancies.ts';
import { centsOf } from '#shared/model/money.ts';
import { intersect } from '#shared/model/period.ts';
import { addDays } from '#shared/model/plain-date.ts';
import type { TenancyId } from '#shared/model/tenancy.ts';
import { codeOf, officeFixture } from '../../../../support/office-folder.ts';
import { buildSmallHouse, changed, day } from '../../../../support/small-house.ts';

describe('tenancies', () => {
  it("end on a day that is still the tenant's, and the next may begin on the morrow", async () => {
    const office = await officeFixture();
    const house = buildSmallHouse(office);
    const next = { unitId: house.unit, personId: house.landlord, from: day('2025-10-01'), to: null };
    changed(office, (change) => endTenancy(change, house.tenancy, day('2025-09-30')));
    changed(office, (change) => addTenancy(change, next));
    expect(tenanciesOfUnit(office.store, house.unit).map(({ from, to }) => [from, to])).toEqual([
      ['2023-02-01', '2025-09-30'],
      ['2025-10-01', null],
    ]);
    const back = changeMasterData(office.store, office.desk, { action: 'tenancy.reopen' }, (change) =>
      endTenancy(change, house.tenancy, null),
    );
    expect(codeOf(back)).toBe('TENANCIES_OVERLAP');
  });

  it('never overlap in a unit, by a single day either', async () => {
    const office = await officeFixture();
    const house = buildSmallHouse(office);
    changed(office, (change) => endTenancy(change, house.tenancy, day('2025-06-30')));
    const start = day('2025-06-01');
    fc.assert(
      fc.property(fc.nat({ max: 60 }), fc.option(fc.nat({ max: 40 })), (offset, length) => {
        const from = addDays(start, offset);
        const to = length === null ? null : addDays(from, length);
        const added = changeMasterData(office.store, office.desk, { action: 'tenancy.add' }, (change) => {
          const id = addTenancy(change, { unitId: house.unit, personId: house.tenant, from, to });
          change.remove('tenancies', id);
        });
        const taken = { from: day('2023-02-01'), to: day('2025-06-30') };
        expect(added.ok).toBe(intersect(taken, { from, to: to ?? day('9999-12-31') }) === null);
      }),
    );
  });

  it('are found by the days they touch', async () => {
    const office = await officeFixture();
    const house = buildSmallHouse(office);
    changed(office, (change) => endTenancy(change, house.tenancy, day('2025-06-30')));
    const touching = (from: string, to: string) =>
      tenanciesOfProperty(office.store, house.property, { from: day(from), to: day(to) }).length;
    expect(touching('2025-06-30', '2025-12-31')).toBe(1);
    expect(touching('2025-07-01', '2025-12-31')).toBe(0);
    expect(touching('2023-01-01', '2023-01-31')).toBe(0);
    expect(touching('2023-01-01', '2023-02-01')).toBe(1);
    expect(findTenancy(office.store, 99 as TenancyId)).toBeNull();
  });

  it('remember what was really paid, to the cent', async () => {
    const office = await officeFixture();
    const { tenancy } = buildSmallHouse(office);
    changed(office, (change) => {
      addPrepayment(change, { tenancyId: tenancy, paidOn: day('2025-03-03'), amount: centsOf(12_050) });
      addPrepayment(change, { tenancyId: tenancy, paidOn: day('2025-02-03'), amount: centsOf(-50) });
    });
    expect(prepaymentsOf(office.store, tenancy).map(({ paidOn, amount }) => [paidOn, amount])).toEqual([
      ['2025-02-03', -50],
      ['2025-03-03', 12_050],
    ]);
  });
});
