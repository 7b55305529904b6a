/** The smallest house one can bill: a landlord, a flat with its tenant, an allocator, a billing period. */
import { addBillingPeriod } from '#office/store/costs.ts';
import { changeMasterData, type Change } from '#office/store/change.ts';
import { addMeter, installMeter } from '#office/store/meters.ts';
import { addPerson } from '#office/store/people.ts';
import { addProperty, addRoom, addUnit } from '#office/store/properties.ts';
import { addManualReading } from '#office/store/readings.ts';
import { addTenancy } from '#office/store/tenancies.ts';
import { decimalTextOf } from '#shared/model/decimal-text.ts';
import type { BillingPeriodId } from '#shared/model/invoice.ts';
import type { InstallationDetails, MeterId } from '#shared/model/meter.ts';
import type { PersonId } from '#shared/model/person.ts';
import { plainDateOf } from '#shared/model/plain-date.ts';
import type { PropertyId } from '#shared/model/property.ts';
import type { TenancyId } from '#shared/model/tenancy.ts';
import type { RoomId, UnitDetails, UnitId } from '#shared/model/unit.ts';
import { valueOf, type OfficeFixture } from './office-folder.ts';

export const day = plainDateOf;
export const TENANT = {
  name: 'Timo Becker',
  addressLines: ['Max-Planck-Ring 6A', '98693 Ilmenau'],
  phone: '03677 4711',
  email: 'timo.becker@example.org',
};
export const LANDLORD = { name: 'Vera Vermieter', addressLines: ['Am Markt 1'], phone: null, email: null };
export const METER_ADDRESS = { manufacturer: 'QDS', id: '12345678', version: 1, deviceType: 8 };
export const METER_KEY = Buffer.from('c0ffee11c0ffee22c0ffee33c0ffee44', 'hex');

export interface SmallHouse {
  readonly landlord: PersonId;
  readonly tenant: PersonId;
  readonly property: PropertyId;
  readonly unit: UnitId;
  readonly room: RoomId;
  readonly tenancy: TenancyId;
  readonly meter: MeterId;
  readonly period: BillingPeriodId;
}

/** What a change needs of an office. */
type Workplace = Pick<OfficeFixture, 'store' | 'desk'>;

/** Runs a change that must succeed. */
export function changed<T>(office: Workplace, work: (change: Change) => T, reason?: string): T {
  const act = reason === undefined ? { action: 'test.change' } : { action: 'test.change', reason };
  return valueOf(changeMasterData(office.store, office.desk, act, work));
}

export function flatOf(propertyId: PropertyId, name: string): UnitDetails {
  return {
    propertyId,
    name,
    kind: 'flat',
    position: '1. OG links',
    livingAreaM2: decimalTextOf('84.5'),
    heatedAreaM2: decimalTextOf('80'),
  };
}

export function installationOf(house: Omit<SmallHouse, 'period' | 'tenancy'>): InstallationDetails {
  return {
    meterId: house.meter,
    propertyId: house.property,
    unitId: house.unit,
    roomId: house.room,
    position: 'Heizkörper am Fenster',
    from: day('2021-05-17'),
    to: null,
    scale: 'unit',
    factor: decimalTextOf('1.25'),
    dueDay: '12-31',
    remoteReadable: true,
    interoperable: false,
  };
}

export function buildSmallHouse(office: Workplace): SmallHouse {
  return changed(office, (change) => {
    const landlord = addPerson(change, LANDLORD);
    const tenant = addPerson(change, TENANT);
    const property = addProperty(change, {
      name: 'Stadtpark Suites',
      addressLines: ['Max-Planck-Ring 6A', '98693 Ilmenau'],
      landlordId: landlord,
    });
    const unit = addUnit(change, flatOf(property, 'Stadtoase-Suite'));
    const room = addRoom(change, { unitId: unit, name: 'Wohnzimmer', areaM2: decimalTextOf('31.2') });
    const tenancy = addTenancy(change, { unitId: unit, personId: tenant, from: day('2023-02-01'), to: null });
    const meter = addMeter(change, { address: METER_ADDRESS, kind: 'allocator', serial: null });
    const built = { landlord, tenant, property, unit, room, tenancy, meter };
    installMeter(change, installationOf(built));
    const period = addBillingPeriod(change, {
      propertyId: property,
      from: day('2025-01-01'),
      to: day('2025-12-31'),
      rules: '{}',
    });
    return { ...built, period };
  });
}

/** Reads an allocator by hand on the given days. */
export function readAllocator(
  office: Workplace,
  meterId: MeterId,
  displays: Readonly<Record<string, number>>,
): void {
  changed(office, (change) => {
    for (const [on, display] of Object.entries(displays))
      addManualReading(change, {
        origin: 'readOnSite',
        note: 'Rundgang',
        reading: {
          meterId,
          register: 'current',
          quantity: 'allocation',
          value: { mantissa: BigInt(display), exponent: 0, unit: 'HCA' },
          date: day(on),
          dateInferred: false,
          storage: 0,
        },
      });
  });
}
