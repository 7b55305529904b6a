/** Gathers what the confirmation of a change of user says. */
import { addDays } from '#shared/model/plain-date.ts';
import type { PropertyId } from '#shared/model/property.ts';
import { DOCUMENT_TEXT } from '#shared/text/documents/common.ts';
import type { UserChangeLetter } from '../documents/user-change-letter.ts';
import { findPerson } from '../store/people.ts';
import { findProperty, findUnit } from '../store/properties.ts';
import { tenanciesOfUnit } from '../store/tenancies.ts';
import type { UserChange } from '../store/user-changes.ts';
import { proposalsFor } from './interim-proposals.ts';
import { officeDayOf } from './office-day.ts';
import type { OfficeSession } from './office-session.ts';
import { isDemoOffice, readSettings } from './office-settings.ts';
import { senderOf } from './run-documents.ts';

/** Null when unit, landlord or the leaving tenant are gone. */
export function letterOf(
  { store, vault, clock }: OfficeSession,
  change: UserChange,
  tableOf: (property: PropertyId) => string,
): UserChangeLetter | null {
  const unit = findUnit(store, change.unitId);
  const property = unit && findProperty(store, unit.propertyId);
  const landlord = property && findPerson(store, vault, property.landlordId);
  const tenancies = tenanciesOfUnit(store, change.unitId);
  const leaving = tenancies.find(({ to }) => to === change.lastDay);
  const leaver = leaving && findPerson(store, vault, leaving.personId);
  if (!unit || !property || !landlord || !leaver) return null;
  const next = tenancies.find(({ from }) => from > change.lastDay);
  const nextPerson = next && findPerson(store, vault, next.personId);
  const meters = proposalsFor(store, property.id, unit.id, change.lastDay);
  return {
    office: senderOf(readSettings(store)),
    ...(isDemoOffice(store) && { edition: { mark: DOCUMENT_TEXT.marks.demo } }),
    issuedOn: officeDayOf(clock()),
    documentNumber: `NW-${change.lastDay}-${String(change.id).padStart(4, '0')}`,
    recipient: [landlord.name, ...landlord.addressLines],
    property: [property.name, ...property.addressLines].join(', '),
    unit: unit.name,
    leaving: { name: leaver.name, lastDay: change.lastDay },
    // A tenant who comes after a vacancy is another letter's business.
    arriving:
      next && nextPerson && next.from === addDays(change.lastDay, 1)
        ? { name: nextPerson.name, from: next.from }
        : null,
    meters: {
      read: meters.filter(({ value }) => value.quality === 'exact').length,
      total: meters.length,
    },
    reason: change.reason,
    degreeDayTable: tableOf(property.id),
    costBearer: change.costBearer,
    cost: change.cost,
  };
}
