/** Correcting what was entered: moving a tenancy, and removing rows. `STILL_REFERENCED` ends the change while another row refers to one. */
import type { BillingPeriodId } from '#shared/model/invoice.ts';
import type { PersonId } from '#shared/model/person.ts';
import type { PropertyId } from '#shared/model/property.ts';
import type { PrepaymentId, TenancyDetails, TenancyId } from '#shared/model/tenancy.ts';
import type { RoomId, UnitId } from '#shared/model/unit.ts';
import type { Change } from './change.ts';
import { erasureKeyOf } from './people.ts';
import { listRooms } from './properties.ts';
import { findTenancy, prepaymentsOf } from './tenancies.ts';

export function removeProperty(change: Change, id: PropertyId): void {
  change.remove('properties', id);
}

export function removeBillingPeriod(change: Change, id: BillingPeriodId): void {
  change.remove('billing_periods', id);
}

export function removeRoom(change: Change, id: RoomId): void {
  change.remove('rooms', id);
}

/** Removes a unit with its rooms. */
export function removeUnit(change: Change, id: UnitId): void {
  for (const room of listRooms(change.store, id)) removeRoom(change, room.id);
  change.remove('units', id);
}

/** Removes a person. Her erasure key stays: what the audit tells of her is sealed under it. */
export function removePerson(change: Change, id: PersonId): void {
  const erasureKeyId = erasureKeyOf(change.store, id);
  change.remove('persons', id, { old: {}, erasureKeyId });
}

export function removePrepayment(change: Change, tenancyId: TenancyId, id: PrepaymentId): void {
  change.remove('prepayments', id, { erasureKeyId: erasureKeyOfTenancy(change, tenancyId) });
}

/** Removes a tenancy with its prepayments. */
export function removeTenancy(change: Change, id: TenancyId): void {
  const erasureKeyId = erasureKeyOfTenancy(change, id);
  for (const prepayment of prepaymentsOf(change.store, id))
    change.remove('prepayments', prepayment.id, { erasureKeyId });
  change.remove('tenancies', id, { erasureKeyId });
}

/** Replaces what was entered of a tenancy. `TENANCIES_OVERLAP` as when it is added. */
export function updateTenancy(change: Change, id: TenancyId, details: TenancyDetails): void {
  const patch = {
    unit_id: details.unitId,
    person_id: details.personId,
    from_day: details.from,
    to_day: details.to,
  };
  change.update('tenancies', id, patch, { erasureKeyId: erasureKeyOf(change.store, details.personId) });
}

function erasureKeyOfTenancy(change: Change, id: TenancyId): number {
  const tenancy = findTenancy(change.store, id);
  if (tenancy === null) throw new Error(`there is no tenancy ${id}`);
  return erasureKeyOf(change.store, tenancy.personId);
}
