/** The names of rows, as the history mentions them: looked up when asked for, and only once. */
import { formatDate, formatPeriod } from '#shared/text/format.ts';
import type { NameOfRow } from '#shared/text/history-formats.ts';
import { storedSetting } from '#shared/text/stored-values.de.ts';
import type { BillingPeriodId } from '#shared/model/invoice.ts';
import type { MeterId } from '#shared/model/meter.ts';
import type { PersonId } from '#shared/model/person.ts';
import type { PropertyId } from '#shared/model/property.ts';
import type { TenancyId } from '#shared/model/tenancy.ts';
import type { RoomId, UnitId } from '#shared/model/unit.ts';
import { findBill } from '../store/bills.ts';
import { findMeter } from '../store/meters.ts';
import { findPerson } from '../store/people.ts';
import { findProperty, findRoom, findUnit } from '../store/properties.ts';
import { findTenancy } from '../store/tenancies.ts';
import { nameOfSetting } from '../store/settings.ts';
import { listStaff } from '../store/staff.ts';
import { findBillingPeriod } from '../store/whole-office.ts';
import type { OfficeSession } from './office-session.ts';

type Lookup = (id: number) => string | null;

function lookups({ store, vault }: OfficeSession): Readonly<Record<string, Lookup>> {
  const unit: Lookup = (id) => findUnit(store, id as UnitId)?.name ?? null;
  const person: Lookup = (id) => findPerson(store, vault, id as PersonId)?.name ?? null;
  return {
    persons: person,
    properties: (id) => findProperty(store, id as PropertyId)?.name ?? null,
    units: unit,
    rooms: (id) => findRoom(store, id as RoomId)?.name ?? null,
    tenancies: (id) => {
      const tenancy = findTenancy(store, id as TenancyId);
      if (tenancy === null) return null;
      return [unit(tenancy.unitId), person(tenancy.personId)].filter((name) => name !== null).join(', ');
    },
    meters: (id) => {
      const meter = findMeter(store, id as MeterId);
      return meter && `${meter.address.manufacturer} ${meter.address.id}`;
    },
    billing_periods: (id) => {
      const period = findBillingPeriod(store, id as BillingPeriodId);
      return period && `${formatDate(period.from)} bis ${formatDate(period.to)}`;
    },
    settings: (id) => {
      const name = nameOfSetting(store, id);
      return name === null ? null : storedSetting(name).title;
    },
    bills: (id) => {
      const bill = findBill(store, id);
      if (bill === null) return null;
      const period = findBillingPeriod(store, bill.periodId);
      const property = period === null ? null : findProperty(store, period.propertyId);
      return [property?.name, period && formatPeriod(period), `Version ${bill.version}`]
        .filter(Boolean)
        .join(', ');
    },
  };
}

/** A function that names rows by table and number, employees by their access; null for what is gone or has no name. */
export function rowNames(session: OfficeSession): NameOfRow {
  const byTable = lookups(session);
  const initials = new Map(listStaff(session.store).map((staff) => [staff.accessId, staff.initials]));
  const known = new Map<string, string | null>();
  return (table, id) => {
    const row = `${table}:${id}`;
    const remembered = known.get(row);
    if (remembered !== undefined) return remembered;
    const name = typeof id === 'string' ? (initials.get(id) ?? null) : (byTable[table]?.(id) ?? null);
    known.set(row, name);
    return name;
  };
}
