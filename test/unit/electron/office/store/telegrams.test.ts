import { describe, expect, it } from 'vitest';
import { insertBundles } from '#office/store/bundles.ts';
import { readingsOfMeter, type NewReading } from '#office/store/readings.ts';
import {
  findTelegram,
  lastHeardMs,
  recordOutcomes,
  requeueTelegramsOf,
  telegramCounts,
  undecodedTelegrams,
} from '#office/store/telegrams.ts';
import { NOW, officeFixture, valueOf, type OfficeFixture } from '../../../../support/office-folder.ts';
import { METER_ADDRESS, buildSmallHouse, day, type SmallHouse } from '../../../../support/small-house.ts';

const YEAR = { from: day('2025-01-01'), to: day('2025-12-31') };

function reading(house: SmallHouse, mantissa: bigint): NewReading {
  return {
    meterId: house.meter,
    register: 'current',
    quantity: 'allocation',
    value: { mantissa, exponent: -1, unit: 'HCA' },
    date: day('2025-12-30'),
    dateInferred: false,
    storage: 0,
  };
}

function receive(office: OfficeFixture, count: number): void {
  const telegrams = Array.from({ length: count }, (_, i) => ({
    bytes: Buffer.from([i, 0x44]),
    address: METER_ADDRESS,
    receivedAt: new Date(NOW.getTime() + i * 1000),
    rssiDbm: -60 - i,
  }));
  valueOf(
    insertBundles(office.store, [
      {
        source: 'file',
        topic: 'a.json',
        key: null,
        payload: Buffer.from('{}'),
        receivedAt: NOW,
        lastModified: null,
        state: 'stored',
        telegrams,
      },
    ]),
  );
}

describe('telegrams', () => {
  it('wait to be decoded in batches, each once', async () => {
    const office = await officeFixture();
    receive(office, 5);
    const first = undecodedTelegrams(office.store, 0, 2);
    expect(first.map(({ id, rssiDbm }) => [id, rssiDbm])).toEqual([
      [1, -60],
      [2, -61],
    ]);
    expect(undecodedTelegrams(office.store, 2, 100).map(({ id }) => id)).toEqual([3, 4, 5]);
    expect(lastHeardMs(office.store, METER_ADDRESS)).toBe(NOW.getTime() + 4000);
    expect(lastHeardMs(office.store, { manufacturer: 'XXX', id: '00000000' })).toBeNull();
  });

  it('keep their outcome beside their ciphertext, and their readings point to them', async () => {
    const office = await officeFixture();
    const house = buildSmallHouse(office);
    receive(office, 3);
    valueOf(
      recordOutcomes(
        office.store,
        [
          {
            telegramId: 1,
            outcome: 'ok',
            verifiedBy: 'mac',
            readings: [reading(house, 15n), reading(house, 16n)],
          },
          { telegramId: 2, outcome: 'WRONG_KEY', verifiedBy: 'none', readings: [] },
        ],
        NOW,
      ),
    );
    expect(findTelegram(office.store, 1)).toMatchObject({
      outcome: 'ok',
      verifiedBy: 'mac',
      bytes: Buffer.from([0, 0x44]),
    });
    expect(findTelegram(office.store, 99)).toBeNull();
    expect(undecodedTelegrams(office.store, 0, 10).map(({ id }) => id)).toEqual([3]);
    expect(telegramCounts(office.store)).toEqual([
      { outcome: null, telegrams: 1 },
      { outcome: 'WRONG_KEY', telegrams: 1 },
      { outcome: 'ok', telegrams: 1 },
    ]);
    const read = readingsOfMeter(office.store, house.meter, YEAR);
    expect(read.map(({ value, origin }) => [value.mantissa, origin])).toEqual([
      [15n, { telegramId: 1 }],
      [16n, { telegramId: 1 }],
    ]);
  });

  it('are read again after a corrected key: old readings are replaced, not added to', async () => {
    const office = await officeFixture();
    const house = buildSmallHouse(office);
    receive(office, 1);
    const outcome = {
      telegramId: 1,
      outcome: 'ok',
      verifiedBy: 'mac',
      readings: [reading(house, 15n)],
    } as const;
    valueOf(recordOutcomes(office.store, [outcome], NOW));
    expect(valueOf(requeueTelegramsOf(office.store, METER_ADDRESS))).toBe(1);
    expect(readingsOfMeter(office.store, house.meter, YEAR)).toEqual([]);
    expect(undecodedTelegrams(office.store, 0, 10)).toHaveLength(1);
    valueOf(recordOutcomes(office.store, [outcome], NOW));
    valueOf(recordOutcomes(office.store, [{ ...outcome, readings: [reading(house, 17n)] }], NOW));
    expect(readingsOfMeter(office.store, house.meter, YEAR).map(({ value }) => value.mantissa)).toEqual([
      17n,
    ]);
  });

  it('get no outcome at all when one of a batch cannot be kept', async () => {
    const office = await officeFixture();
    const house = buildSmallHouse(office);
    receive(office, 1);
    const broken = { ...reading(house, 1n), meterId: 99 as SmallHouse['meter'] };
    const recorded = recordOutcomes(
      office.store,
      [
        { telegramId: 1, outcome: 'ok', verifiedBy: 'mac', readings: [reading(house, 1n)] },
        { telegramId: 1, outcome: 'ok', verifiedBy: 'mac', readings: [broken] },
      ],
      NOW,
    );
    expect(recorded.ok).toBe(false);
    expect(undecodedTelegrams(office.store, 0, 10)).toHaveLength(1);
  });
});
