import { describe, expect, it } from 'vitest';
import { consumptionFlows } from '#office/services/consumption-flows.ts';
import { consumptionMonths, monthsInTurns } from '#office/services/consumption-months.ts';
import { consumptionOverview } from '#office/services/consumption-overview.ts';
import { landlordSums } from '#office/services/landlord-sums.ts';
import { tenantDataOf } from '#office/services/tenant-data.ts';
import type { OfficeSession } from '#office/services/office-session.ts';
import { Turn } from '#office/services/turn.ts';
import { removeBillingPeriod } from '#office/store/corrections.ts';
import { addMeter, installMeter } from '#office/store/meters.ts';
import { addManualReading } from '#office/store/readings.ts';
import { addTenancy, endTenancy, findTenancy } from '#office/store/tenancies.ts';
import type { HeatTariff } from '#shared/consumption/heat-tariff.ts';
import { decimalTextOf } from '#shared/model/decimal-text.ts';
import { centsOf } from '#shared/model/money.ts';
import type { MeterId } from '#shared/model/meter.ts';
import { rational } from '#shared/model/rational.ts';
import { officeFixture, type OfficeFixture } from '../../../../support/office-folder.ts';
import {
  buildSmallHouse,
  changed,
  day,
  installationOf,
  readAllocator,
  type SmallHouse,
} from '../../../../support/small-house.ts';

const NOVEMBER = { from: day('2025-11-01'), to: day('2025-11-30') };
const NOW = new Date('2025-11-22T08:00:00Z');

/** A bill of a year before: 2,000 units stood for 8,000 kWh. */
const TARIFF: HeatTariff = {
  period: { from: day('2024-01-01'), to: day('2024-12-31') },
  isFinal: true,
  totalKwh: rational(10_000),
  hotWaterShare: rational(1, 5),
  hotWaterKwh: rational(2_000),
  pots: {
    heating: {
      base: centsOf(30_000),
      consumption: centsOf(70_000),
      baseKey: 'livingArea',
      baseTotal: rational(169),
      consumptionTotal: rational(2_000),
      consumptionUnit: 'units',
    },
    hotWater: null,
  },
};

async function house() {
  const office = await officeFixture();
  const small = buildSmallHouse(office);
  // No choices for a period yet: a house can be used before it is billed.
  changed(office, (change) => removeBillingPeriod(change, small.period));
  const session: OfficeSession = { vault: office.vault, store: office.store, clock: () => NOW };
  return { office, small, session };
}

function read(office: OfficeFixture, meterId: MeterId, on: string, display: number): void {
  readAllocator(office, meterId, { [on]: display });
}

function ask({ property, unit }: SmallHouse, ofUnit = false, period = NOVEMBER) {
  return { propertyId: property, unitId: ofUnit ? unit : null, period };
}

describe('what a property used', () => {
  it('is counted with the factor, converted by the last bill, and compared with as many days of the month before', async () => {
    const { office, small, session } = await house();
    read(office, small.meter, '2025-09-30', 100);
    read(office, small.meter, '2025-10-21', 160);
    read(office, small.meter, '2025-10-31', 200);
    read(office, small.meter, '2025-11-21', 280);
    const { media, status } = await consumptionOverview(session, TARIFF, ask(small), new Turn());
    // 80 on the display times K 1.25; 4 kWh a unit.
    expect(media[0]).toMatchObject({ medium: 'heating', countedIn: 'units', value: '100', kwh: '400' });
    expect(media[0]?.coverage).toEqual({ covered: 1, total: 1, until: '2025-11-21' });
    expect(media[0]?.references[0]).toMatchObject({
      kind: 'previous',
      period: { from: '2025-10-01', to: '2025-10-21' },
      value: '75',
    });
    expect(media[0]?.references[1]).toMatchObject({ kind: 'lastYear', value: null, kwh: null });
    expect(status.newestDay).toBe('2025-11-21');
  });

  it('says nothing rather than zero where nothing is known', async () => {
    const { small, session } = await house();
    const { media, estimate } = await consumptionOverview(session, TARIFF, ask(small, true), new Turn());
    expect(media[0]).toMatchObject({ value: null, kwh: null });
    expect(estimate).toMatchObject({ state: 'hidden', because: 'missingReadings' });
  });

  it('is priced for a unit with all inputs, and not without prices', async () => {
    const { office, small, session } = await house();
    read(office, small.meter, '2025-10-31', 200);
    read(office, small.meter, '2025-11-30', 280);
    const { estimate } = await consumptionOverview(session, TARIFF, ask(small, true), new Turn());
    // 84.5 of 169 m² of 300 € base share for 120 of 1,000 degree days, and 100 of 2,000 units of 700 €.
    expect(estimate).toMatchObject({ state: 'shown', amountCents: 1_800 + 3_500 });
    expect((await consumptionOverview(session, null, ask(small, true), new Turn())).estimate).toMatchObject({
      state: 'hidden',
      because: 'noPrices',
    });
  });

  it('adds an exchanged meter and its successor', async () => {
    const { office, small, session } = await house();
    read(office, small.meter, '2025-10-31', 200);
    read(office, small.meter, '2025-11-10', 220);
    const successor = changed(office, (change) => {
      const [place] = office.store.database.prepare('select id from meter_installations').all() as {
        readonly id: never;
      }[];
      change.update('meter_installations', place?.id as never, { to_day: day('2025-11-10') });
      const id = addMeter(change, {
        address: { manufacturer: 'QDS', id: '87654321', version: 1, deviceType: 8 },
        kind: 'allocator',
        serial: null,
      });
      installMeter(change, {
        meterId: id,
        propertyId: small.property,
        unitId: small.unit,
        roomId: small.room,
        position: 'Heizkörper am Fenster',
        from: day('2025-11-11'),
        to: null,
        scale: 'unit',
        factor: decimalTextOf('1.25'),
        dueDay: '12-31',
        remoteReadable: true,
        interoperable: false,
      });
      return id;
    });
    read(office, successor, '2025-11-11', 0);
    read(office, successor, '2025-11-30', 40);
    const { media } = await consumptionOverview(session, TARIFF, ask(small), new Turn());
    expect(media[0]).toMatchObject({ value: '75', coverage: { total: 2 } });
  });
});

describe('twelve months', () => {
  it('give every part and the year before, nothing where nothing is known', async () => {
    const { office, small, session } = await house();
    read(office, small.meter, '2025-10-31', 200);
    read(office, small.meter, '2025-11-30', 280);
    const months = consumptionMonths(session, TARIFF, { ...ask(small), medium: 'heating' });
    expect(months?.shownIn).toBe('kWh');
    expect(months?.series).toHaveLength(1);
    expect(months?.series[0]?.values).toEqual([...Array.from({ length: 11 }, () => null), '400']);
    expect(months?.lastYear).toEqual(Array.from({ length: 12 }, () => null));
  });

  it('are the same when others are answered in between', async () => {
    const { office, small, session } = await house();
    read(office, small.meter, '2025-10-31', 200);
    read(office, small.meter, '2025-11-30', 280);
    const scope = { ...ask(small), medium: 'heating' } as const;
    const inTurns = await monthsInTurns(session, TARIFF, scope, new Turn(0));
    expect(inTurns).not.toBeNull();
    expect(inTurns).toEqual(consumptionMonths(session, TARIFF, scope));
  });
});

describe('the flows of a month', () => {
  it('start with what was measured and end in the units', async () => {
    const { office, small, session } = await house();
    read(office, small.meter, '2025-10-31', 200);
    read(office, small.meter, '2025-11-30', 280);
    const flows = await consumptionFlows(session, TARIFF, null, ask(small), new Turn());
    expect(flows).toMatchObject({ totalKwh: '400', isFuelKnown: false });
    expect(flows?.flows).toContainEqual({ from: 'heating', to: `heating:${small.unit}`, kwh: '400' });
  });

  it('do not call hot water a loss of the house while no bill converts the units’ water', async () => {
    const { office, small, session } = await house();
    const meter = changed(office, (change) => {
      const id = addMeter(change, {
        address: { manufacturer: 'SON', id: '70080001', version: 13, deviceType: 4 },
        kind: 'hotWaterHeatMeter',
        serial: null,
      });
      installMeter(change, { ...installationOf({ ...small, meter: id }), unitId: null, roomId: null });
      return id;
    });
    for (const [on, kwh] of [
      ['2025-10-31', 4_000n],
      ['2025-11-30', 4_300n],
    ] as const)
      changed(office, (change) =>
        addManualReading(change, {
          origin: 'readOnSite',
          note: 'Rundgang',
          reading: {
            meterId: meter,
            register: 'current',
            quantity: 'energy',
            value: { mantissa: kwh, exponent: 3, unit: 'Wh' },
            date: day(on),
            dateInferred: false,
            storage: 0,
          },
        }),
      );
    const flows = await consumptionFlows(session, null, null, ask(small), new Turn());
    expect(flows?.flows).toContainEqual({ from: 'hotWater', to: 'hotWater:untold', kwh: '300' });
    expect(flows?.isDerived).toBe(false);
  });
});

describe('the two views', () => {
  it('keep a tenant to his own days', async () => {
    const { office, small, session } = await house();
    for (const [on, display] of [
      ['2025-08-31', 10],
      ['2025-09-30', 30],
      ['2025-10-31', 70],
    ] as const)
      read(office, small.meter, on, display);
    changed(office, (change) => {
      endTenancy(change, small.tenancy, day('2025-09-30'));
      addTenancy(change, { unitId: small.unit, personId: small.landlord, from: day('2025-10-01'), to: null });
    });
    const left = findTenancy(session.store, small.tenancy);
    if (!left) throw new Error('the tenancy is there');
    const data = tenantDataOf(session.store, small.property, left, TARIFF, day('2025-11-22'));
    expect(data.months.map(({ month }) => month.from)).toEqual(['2025-09-01']);
    expect(data.readings).toMatchObject([{ reading: '30', readOn: '2025-09-30' }]);
  });

  it('say until when a running month is known', async () => {
    const { office, small, session } = await house();
    read(office, small.meter, '2025-10-31', 70);
    read(office, small.meter, '2025-11-21', 90);
    const stays = findTenancy(session.store, small.tenancy);
    if (!stays) throw new Error('the tenancy is there');
    const { months } = tenantDataOf(session.store, small.property, stays, TARIFF, day('2025-11-22'));
    expect(months).toMatchObject([{ month: NOVEMBER, until: '2025-11-21', value: '25', kwh: '100' }]);
  });

  it('give a landlord of one flat the whole house, and no running month', async () => {
    const { office, small, session } = await house();
    read(office, small.meter, '2025-09-30', 30);
    read(office, small.meter, '2025-10-31', 70);
    const october = { from: day('2025-10-01'), to: day('2025-10-31') };
    const question = { propertyId: small.property, chosen: null };
    expect(landlordSums(session, { ...question, period: october })[0]?.answer).toMatchObject({
      state: 'shown',
      quantity: rational(50),
    });
    expect(landlordSums(session, { ...question, period: NOVEMBER })[0]?.answer).toEqual({
      state: 'refused',
      because: 'notOver',
    });
  });
});
