import { describe, expect, it } from 'vitest';
import { auditOf } from '#office/store/audit.ts';
import { changeMasterData } from '#office/store/change.ts';
import {
  removePerson,
  removeProperty,
  removeTenancy,
  removeUnit,
  updateTenancy,
} from '#office/store/corrections.ts';
import { addPerson, findPerson } from '#office/store/people.ts';
import { findUnit, listRooms } from '#office/store/properties.ts';
import { addPrepayment, addTenancy, findTenancy, prepaymentsOf } from '#office/store/tenancies.ts';
import { centsOf } from '#shared/model/money.ts';
import { codeOf, officeFixture } from '../../../../support/office-folder.ts';
import { buildSmallHouse, changed, day } from '../../../../support/small-house.ts';

describe('corrections', () => {
  it('remove a tenancy with what was paid for it', async () => {
    const office = await officeFixture();
    const { tenancy } = buildSmallHouse(office);
    changed(office, (change) =>
      addPrepayment(change, { tenancyId: tenancy, paidOn: day('2025-01-03'), amount: centsOf(12_000) }),
    );
    changed(office, (change) => removeTenancy(change, tenancy));
    expect(findTenancy(office.store, tenancy)).toBeNull();
    expect(prepaymentsOf(office.store, tenancy)).toEqual([]);
  });

  it('move a tenancy, but not onto somebody else’s days', async () => {
    const office = await officeFixture();
    const { tenancy, unit, landlord, tenant } = buildSmallHouse(office);
    const details = { unitId: unit, personId: tenant, from: day('2023-02-01'), to: day('2025-06-30') };
    changed(office, (change) => updateTenancy(change, tenancy, details));
    expect(findTenancy(office.store, tenancy)).toMatchObject({ to: '2025-06-30' });
    changed(office, (change) =>
      addTenancy(change, { unitId: unit, personId: landlord, from: day('2025-07-01'), to: null }),
    );
    const moved = changeMasterData(office.store, office.desk, { action: 'tenancy.change' }, (change) =>
      updateTenancy(change, tenancy, { ...details, to: day('2025-07-01') }),
    );
    expect(codeOf(moved)).toBe('TENANCIES_OVERLAP');
  });

  it('remove nothing that something else refers to', async () => {
    const office = await officeFixture();
    const { property, unit, tenant } = buildSmallHouse(office);
    const attempts = [
      changeMasterData(office.store, office.desk, { action: 'x' }, (change) => removePerson(change, tenant)),
      changeMasterData(office.store, office.desk, { action: 'x' }, (change) => removeUnit(change, unit)),
      changeMasterData(office.store, office.desk, { action: 'x' }, (change) =>
        removeProperty(change, property),
      ),
    ];
    expect(attempts.map(codeOf)).toEqual(['STILL_REFERENCED', 'STILL_REFERENCED', 'STILL_REFERENCED']);
    expect(findUnit(office.store, unit)).not.toBeNull();
    expect(listRooms(office.store, unit).length).toBeGreaterThan(0);
  });

  it('leave no name in the clear part of the audit when a person is removed', async () => {
    const office = await officeFixture();
    const details = { name: 'Ines Vogel', addressLines: ['Am Markt 1'], phone: null, email: null };
    const id = changed(office, (change) => addPerson(change, details));
    changed(office, (change) => removePerson(change, id), 'Ines Vogel war doppelt');
    expect(findPerson(office.store, office.vault, id)).toBeNull();
    const entries = auditOf(office.store, `persons:${id}`);
    expect(entries).toHaveLength(2);
    for (const { payload } of entries) expect(payload).not.toContain('Ines');
  });
});
