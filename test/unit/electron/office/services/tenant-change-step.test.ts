import { describe, expect, it } from 'vitest';
import { userChangeLetter } from '#office/documents/user-change-letter.ts';
import { prepareBillingCase } from '#office/services/prepare-billing-case.ts';
import { proposalsFor, proposedMeterOf } from '#office/services/interim-proposals.ts';
import { makeChange, takeBackChange, type PlannedChange } from '#office/services/tenant-change-step.ts';
import { letterOf } from '#office/services/user-change-letter.ts';
import { changeMasterData } from '#office/store/change.ts';
import { findPerson } from '#office/store/people.ts';
import { findProperty } from '#office/store/properties.ts';
import { addManualReading, readingsOfMeter } from '#office/store/readings.ts';
import { findTenancy, tenanciesOfUnit } from '#office/store/tenancies.ts';
import { findUserChange, userChangesOf } from '#office/store/user-changes.ts';
import type { TenantChangeFields } from '#shared/contract/tenant-change.ts';
import { codeOf, officeFixture, valueOf, type OfficeFixture } from '../../../../support/office-folder.ts';
import { buildSmallHouse, changed, day, type SmallHouse } from '../../../../support/small-house.ts';

const LAST_DAY = day('2025-09-30');
const YEAR = { from: day('2025-01-01'), to: day('2025-12-31') };

function read(office: OfficeFixture, { meter }: SmallHouse, on: string, display: number): void {
  changed(office, (change) =>
    addManualReading(change, {
      origin: 'readOnSite',
      note: 'Rundgang',
      reading: {
        meterId: meter,
        register: 'current',
        quantity: 'allocation',
        value: { mantissa: BigInt(display), exponent: 0, unit: 'HCA' },
        date: day(on),
        dateInferred: false,
        storage: 0,
      },
    }),
  );
}

function fieldsOf(house: SmallHouse, change: Partial<TenantChangeFields> = {}): TenantChangeFields {
  return {
    unitId: house.unit,
    lastDay: LAST_DAY,
    next: { kind: 'new', name: 'Shivani Rao', from: day('2025-10-01') },
    newAddress: ['Neue Straße 5', '99084 Erfurt'],
    readings: [{ meterId: house.meter, kind: 'proposed' }],
    missing: null,
    costBearer: 'landlord',
    costCents: null,
    ...change,
  };
}

function planOf(office: OfficeFixture, house: SmallHouse, fields: TenantChangeFields): PlannedChange {
  const [leaving, leaver, property] = [
    findTenancy(office.store, house.tenancy),
    findPerson(office.store, office.vault, house.tenant),
    findProperty(office.store, house.property),
  ];
  if (!leaving || !leaver || !property) throw new Error('the small house lacks its tenant');
  const proposed = proposalsFor(office.store, house.property, house.unit, fields.lastDay);
  return { fields, property, leaving, leaver, proposed };
}

async function officeWithHouse() {
  const office = await officeFixture();
  return { office, house: buildSmallHouse(office) };
}

describe('a change of user', () => {
  it('proposes the display of the day, not the display times the factor', async () => {
    const { office, house } = await officeWithHouse();
    read(office, house, '2025-09-20', 100);
    read(office, house, '2025-10-10', 140);
    const [proposed] = proposalsFor(office.store, house.property, house.unit, LAST_DAY);
    expect(proposed && proposedMeterOf(proposed).proposal).toEqual({
      quality: 'interpolated',
      value: '120',
      before: '2025-09-20',
      after: '2025-10-10',
    });
  });

  it('ends one tenancy, begins the next, keeps the new address and the worked-out reading: in one step', async () => {
    const { office, house } = await officeWithHouse();
    read(office, house, '2025-09-20', 100);
    read(office, house, '2025-10-10', 140);
    const plan = planOf(office, house, fieldsOf(house));
    const done = changed(office, (change) => makeChange(change, plan));
    const [old, next] = tenanciesOfUnit(office.store, house.unit);
    expect(old?.to).toBe(LAST_DAY);
    expect(next).toMatchObject({ from: '2025-10-01', to: null });
    expect(findPerson(office.store, office.vault, house.tenant)?.delivery?.addressLines).toEqual([
      'Neue Straße 5',
      '99084 Erfurt',
    ]);
    const noted = readingsOfMeter(office.store, house.meter, { from: LAST_DAY, to: LAST_DAY });
    expect(noted).toMatchObject([
      { value: { mantissa: 120n, exponent: 0, unit: 'HCA' }, method: 'interpolated' },
    ]);
    expect(findUserChange(office.store, done.id)).toMatchObject({ missingWhy: null, costBearer: 'landlord' });
  });

  it('is taken back as if it had never been', async () => {
    const { office, house } = await officeWithHouse();
    read(office, house, '2025-09-29', 100);
    const before = {
      tenancies: tenanciesOfUnit(office.store, house.unit),
      person: findPerson(office.store, office.vault, house.tenant),
      readings: readingsOfMeter(office.store, house.meter, YEAR),
    };
    const plan = planOf(office, house, fieldsOf(house));
    const done = changed(office, (change) => makeChange(change, plan));
    changed(office, (change) => takeBackChange(change, plan, done));
    expect({
      tenancies: tenanciesOfUnit(office.store, house.unit),
      person: findPerson(office.store, office.vault, house.tenant),
      readings: readingsOfMeter(office.store, house.meter, YEAR),
    }).toEqual(before);
    expect(userChangesOf(office.store, house.property)).toEqual([]);
  });

  it('leaves nothing behind when the next tenancy would overlap another one', async () => {
    const { office, house } = await officeWithHouse();
    const plan = planOf(office, house, fieldsOf(house, { next: { kind: 'new', name: 'A', from: LAST_DAY } }));
    const refused = changeMasterData(office.store, office.desk, { action: 'test' }, (change) =>
      makeChange(change, plan),
    );
    expect(codeOf(refused)).toBe('TENANCIES_OVERLAP');
    expect(tenanciesOfUnit(office.store, house.unit)).toHaveLength(1);
    expect(userChangesOf(office.store, house.property)).toEqual([]);
  });

  it('notes nothing where a telegram of the day speaks for itself, and nothing where there is nothing', async () => {
    const { office, house } = await officeWithHouse();
    const missing = { why: 'impossible', reason: 'Gerät stumm' } as const;
    const plan = planOf(office, house, fieldsOf(house, { missing }));
    changed(office, (change) => makeChange(change, plan));
    expect(readingsOfMeter(office.store, house.meter, YEAR)).toEqual([]);
  });

  it('tells the bill why the reading is missing', async () => {
    const { office, house } = await officeWithHouse();
    const fields = fieldsOf(house, {
      readings: [{ meterId: house.meter, kind: 'none' }],
      missing: { why: 'impossible', reason: 'Gerät stumm seit August' },
    });
    changed(office, (change) => makeChange(change, planOf(office, house, fields)));
    const period = { id: house.period, propertyId: house.property, ...YEAR, rules: SETUP };
    const prepared = valueOf(
      prepareBillingCase(
        { vault: office.vault, store: office.store, clock: () => new Date() },
        period,
        YEAR.to,
      ),
    );
    expect(prepared.rules.missingInterimReadings).toEqual([
      {
        unit: expect.stringContaining('unit'),
        lastDay: LAST_DAY,
        why: 'impossible',
        reason: 'Gerät stumm seit August',
      },
    ]);
  });

  it('marks a worked-out value in the bill as such', async () => {
    const { office, house } = await officeWithHouse();
    read(office, house, '2025-09-20', 100);
    read(office, house, '2025-10-10', 140);
    changed(office, (change) => makeChange(change, planOf(office, house, fieldsOf(house))));
    const period = { id: house.period, propertyId: house.property, ...YEAR, rules: SETUP };
    const prepared = valueOf(
      prepareBillingCase(
        { vault: office.vault, store: office.store, clock: () => new Date() },
        period,
        YEAR.to,
      ),
    );
    const [device] = prepared.devices;
    expect(device?.readings).toContainEqual(
      expect.objectContaining({ date: LAST_DAY, value: '120', quality: 'interpolated' }),
    );
  });
});

describe('the letter to the landlord', () => {
  it('confirms names and days and carries not one value of a meter', async () => {
    const { office, house } = await officeWithHouse();
    read(office, house, '2025-09-30', 777_123);
    const done = changed(office, (change) => makeChange(change, planOf(office, house, fieldsOf(house))));
    const change = findUserChange(office.store, done.id);
    const session = {
      vault: office.vault,
      store: office.store,
      clock: () => new Date('2025-10-02T08:00:00Z'),
    };
    const letter = change && letterOf(session, change, () => 'VDI 2067');
    if (!letter) throw new Error('there should be a letter');
    const words = JSON.stringify(userChangeLetter(letter));
    expect(words).toContain('Timo Becker');
    expect(words).toContain('Shivani Rao');
    expect(words).toContain('30.09.2025');
    expect(words).toContain('Das Messgerät der Nutzeinheit hat für den letzten Tag einen Stand.');
    expect(words).not.toContain('777123');
    expect(words).not.toContain('777.123');
  });
});

const SETUP = JSON.stringify({
  plant: { kind: 'boiler', fuel: 'naturalGas' },
  separation: { method: 'none' },
  rules: { heating: { consumptionPercent: 70 } },
});
