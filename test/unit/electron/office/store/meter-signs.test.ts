import { describe, expect, it } from 'vitest';
import { insertBundles } from '#office/store/bundles.ts';
import { newestTelegrams, registerTrails } from '#office/store/meter-signs.ts';
import { addManualReading, insertReading } from '#office/store/readings.ts';
import { NOW, officeFixture, valueOf, type OfficeFixture } from '../../../../support/office-folder.ts';
import {
  METER_ADDRESS,
  buildSmallHouse,
  changed,
  day,
  type SmallHouse,
} from '../../../../support/small-house.ts';

const MINUTE_MS = 60_000;

/** Telegrams that came one a minute, the newest now. */
function receive({ store }: OfficeFixture, count: number): void {
  const telegrams = Array.from({ length: count }, (_, index) => ({
    bytes: Buffer.from([index, 0x44]),
    address: METER_ADDRESS,
    receivedAt: new Date(NOW.getTime() - (count - 1 - index) * MINUTE_MS),
    rssiDbm: -70 - index,
  }));
  const bundle = {
    source: 'iot-core',
    topic: 'wmbus/v1/muc-a/b/20260302/1-1',
    key: { gateway: 'muc-a', epoch: '1', seq: 1 },
    payload: Buffer.from('{}'),
    receivedAt: NOW,
    lastModified: NOW,
    state: 'stored',
  } as const;
  valueOf(insertBundles(store, [{ ...bundle, telegrams }]));
}

function read(office: OfficeFixture, house: SmallHouse, date: string, units: bigint): void {
  insertReading(
    office.store,
    {
      meterId: house.meter,
      register: 'current',
      quantity: 'allocation',
      value: { mantissa: units, exponent: 0, unit: 'HCA' },
      date: day(date),
      dateInferred: false,
      storage: 0,
    },
    { telegramId: 1 },
  );
}

describe('signs of life', () => {
  it('are the newest telegram of a meter, its gateway, and its last twelve receptions', async () => {
    const office = await officeFixture();
    const house = buildSmallHouse(office);
    expect(newestTelegrams(office.store)).toEqual([]);
    receive(office, 15);
    const [newest, ...others] = newestTelegrams(office.store);
    expect(others).toEqual([]);
    expect(newest).toMatchObject({
      meterId: house.meter,
      receivedAtMs: NOW.getTime(),
      rssiDbm: -84,
      outcome: null,
      gateway: 'muc-a',
    });
    expect(newest?.bytes).toEqual(Buffer.from([14, 0x44]));
    expect(newest?.receptionsMs).toEqual(
      Array.from({ length: 12 }, (_, index) => NOW.getTime() - index * MINUTE_MS),
    );
  });

  it('are the last reading of each day, newest first, and the one before a day', async () => {
    const office = await officeFixture();
    const house = buildSmallHouse(office);
    receive(office, 1);
    for (const [date, units] of [
      ['2025-11-02', 3n],
      ['2026-02-28', 40n],
      ['2026-03-01', 41n],
      ['2026-03-01', 42n],
    ] as const)
      read(office, house, date, units);
    changed(office, (change) =>
      addManualReading(change, {
        origin: 'readOnSite',
        note: '',
        reading: {
          meterId: house.meter,
          register: 'current',
          quantity: 'allocation',
          value: { mantissa: 9_007_199_254_740_993n, exponent: -3, unit: 'HCA' },
          date: day('2026-03-02'),
          dateInferred: false,
          storage: 0,
        },
      }),
    );
    const [trail] = registerTrails(office.store, day('2025-12-31'));
    expect(trail?.recent.map(({ day: on, value, isManual }) => [on, value.mantissa, isManual])).toEqual([
      ['2026-03-02', 9_007_199_254_740_993n, true],
      ['2026-03-01', 42n, false],
      ['2026-02-28', 40n, false],
      ['2025-11-02', 3n, false],
    ]);
    expect(trail?.earlier).toMatchObject({ day: '2025-11-02', value: { mantissa: 3n } });
  });
});
