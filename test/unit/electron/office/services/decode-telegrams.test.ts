import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { encodeTelegram } from '#office/demo/fleet/encode-telegram.ts';
import type { SimulatedMeter } from '#office/demo/fleet/simulated-meter.ts';
import { decodeTelegrams } from '#office/services/decode-telegrams.ts';
import { insertBundles } from '#office/store/bundles.ts';
import { addMeterKey, listMeterKeys, replaceMeterKey } from '#office/store/keys.ts';
import { readingsOfMeter } from '#office/store/readings.ts';
import { requeueTelegramsOf, telegramCounts } from '#office/store/telegrams.ts';
import { plainDateOf } from '#shared/model/plain-date.ts';
import { valueOf } from '../../../../support/office-folder.ts';
import { sessionFixture, type SessionFixture } from '../../../../support/session.ts';
import { changed, METER_ADDRESS, METER_KEY } from '../../../../support/small-house.ts';

const YEAR = { from: plainDateOf('2025-01-01'), to: plainDateOf('2025-12-31') };

function simulated(change: Partial<SimulatedMeter> = {}): SimulatedMeter {
  return {
    address: METER_ADDRESS,
    kind: 'allocator',
    security: 'mode5',
    key: METER_KEY,
    gateway: 'gw',
    diedOn: null,
    registerAt: (day) => BigInt(day.slice(5, 7)) * 10n,
    ...change,
  };
}

function receive(fixture: SessionFixture, meters: readonly SimulatedMeter[], at: string): void {
  const receivedAt = new Date(at);
  const payload = Buffer.from(`${at} ${meters.map(({ address }) => address.id).join(' ')}`);
  valueOf(
    insertBundles(fixture.session.store, [
      {
        source: 'test',
        topic: createHash('sha256').update(payload).digest('hex'),
        key: null,
        payload,
        receivedAt,
        lastModified: null,
        state: 'stored',
        telegrams: meters.map((meter) => ({
          bytes: encodeTelegram(meter, receivedAt),
          address: meter.address,
          receivedAt,
          rssiDbm: -70,
        })),
      },
    ]),
  );
}

describe('decoding what waits', () => {
  it('turns telegrams into readings that point to them, in modes 5 and 7', async () => {
    const fixture = await sessionFixture();
    receive(fixture, [simulated()], '2025-03-31T21:00:00Z');
    receive(fixture, [simulated({ security: 'mode7' })], '2025-04-30T21:00:00Z');
    const report = valueOf(await decodeTelegrams(fixture.session));
    expect(report.telegrams).toBe(2);
    expect([...report.outcomes]).toEqual([['ok', 2]]);
    const readings = readingsOfMeter(fixture.session.store, fixture.house.meter, YEAR);
    expect(readings.map(({ register, date, value }) => [register, date, value.mantissa])).toEqual([
      ['current', '2025-03-31', 30n],
      ['current', '2025-04-30', 40n],
    ]);
    expect(readings.map(({ origin }) => origin)).toEqual([{ telegramId: 1 }, { telegramId: 2 }]);
  });

  it('reads nothing twice', async () => {
    const fixture = await sessionFixture();
    receive(fixture, [simulated()], '2025-03-31T21:00:00Z');
    valueOf(await decodeTelegrams(fixture.session));
    expect(valueOf(await decodeTelegrams(fixture.session)).telegrams).toBe(0);
    expect(readingsOfMeter(fixture.session.store, fixture.house.meter, YEAR)).toHaveLength(1);
  });

  it('invents nothing with a wrong key, and re-reads the past once the key is corrected', async () => {
    const fixture = await sessionFixture();
    const { session, house, office } = fixture;
    receive(fixture, [simulated({ key: Buffer.alloc(16, 0x5a) })], '2025-03-31T21:00:00Z');
    const report = valueOf(await decodeTelegrams(session));
    expect([...report.outcomes]).toEqual([['WRONG_KEY', 1]]);
    expect(readingsOfMeter(session.store, house.meter, YEAR)).toEqual([]);

    const [info] = listMeterKeys(session.store);
    changed(office, (change) => replaceMeterKey(change, info?.id ?? 0, Buffer.alloc(16, 0x5a)));
    expect(valueOf(requeueTelegramsOf(session.store, METER_ADDRESS))).toBe(1);
    valueOf(await decodeTelegrams(session));
    expect(readingsOfMeter(session.store, house.meter, YEAR)).toHaveLength(1);
  });

  it('tries every key of a meter, those of lists without a manufacturer too', async () => {
    const fixture = await sessionFixture();
    const second = Buffer.alloc(16, 0x77);
    changed(fixture.office, (change) =>
      addMeterKey(change, {
        manufacturer: null,
        identification: METER_ADDRESS.id,
        label: 'Key S',
        key: second,
      }),
    );
    receive(fixture, [simulated({ key: second })], '2025-03-31T21:00:00Z');
    expect([...valueOf(await decodeTelegrams(fixture.session)).outcomes]).toEqual([['ok', 1]]);
  });

  it('keeps telegrams of meters nobody has entered, and names the meters', async () => {
    const fixture = await sessionFixture();
    const neighbour = simulated({ address: { ...METER_ADDRESS, id: '99999999' } });
    receive(fixture, [neighbour], '2025-03-31T21:00:00Z');
    const report = valueOf(await decodeTelegrams(fixture.session));
    expect([...report.unknownMeters]).toEqual(['QDS99999999']);
    expect(telegramCounts(fixture.session.store)).toEqual([{ outcome: 'NO_KEY', telegrams: 1 }]);
  });

  it('stops before the next batch when it is cancelled, and leaves the rest waiting', async () => {
    const fixture = await sessionFixture();
    receive(fixture, [simulated()], '2025-03-31T21:00:00Z');
    const report = valueOf(await decodeTelegrams(fixture.session, { signal: AbortSignal.abort() }));
    expect(report).toMatchObject({ telegrams: 0, wasCancelled: true });
    expect(telegramCounts(fixture.session.store)).toEqual([{ outcome: null, telegrams: 1 }]);
  });

  it('records a telegram a turn when others may wait no longer, and keeps what was recorded', async () => {
    const fixture = await sessionFixture();
    const cancelling = new AbortController();
    receive(fixture, [simulated()], '2025-03-31T21:00:00Z');
    receive(fixture, [simulated()], '2025-04-30T21:00:00Z');
    const report = valueOf(
      await decodeTelegrams(fixture.session, {
        turnMs: 0,
        signal: cancelling.signal,
        onProgress: () => cancelling.abort(),
      }),
    );
    expect(report).toMatchObject({ telegrams: 1, readings: 2, wasCancelled: true });
    expect([...report.outcomes]).toEqual([['ok', 1]]);
    expect(telegramCounts(fixture.session.store)).toContainEqual({ outcome: null, telegrams: 1 });
  });

  it.each([1, 2, 4])('comes to the same when it ends after %i telegrams and begins anew', async (ended) => {
    const fixture = await sessionFixture();
    const { store } = fixture.session;
    const other = simulated({ address: { ...METER_ADDRESS, id: '99999999' } });
    for (const month of ['01', '02', '03'])
      receive(fixture, [other, simulated()], `2025-${month}-28T21:00:00Z`);
    const cancelling = new AbortController();
    const onProgress = (recorded: number): void => void (recorded === ended && cancelling.abort());
    const first = valueOf(
      await decodeTelegrams(fixture.session, { turnMs: 0, signal: cancelling.signal, onProgress }),
    );
    const second = valueOf(await decodeTelegrams(fixture.session));
    expect([first.telegrams, second.telegrams]).toEqual([ended, 6 - ended]);
    expect(telegramCounts(store)).toEqual([
      { outcome: 'NO_KEY', telegrams: 3 },
      { outcome: 'ok', telegrams: 3 },
    ]);
    const readings = readingsOfMeter(store, fixture.house.meter, YEAR);
    const current = readings.filter(({ register }) => register === 'current');
    expect(current.map(({ date, value }) => [date, value.mantissa])).toEqual([
      ['2025-01-28', 10n],
      ['2025-02-28', 20n],
      ['2025-03-28', 30n],
    ]);
  });

  it('answers whoever asks meanwhile before it goes on', async () => {
    const fixture = await sessionFixture();
    const days = Array.from({ length: 20 }, (_, index) => String(index + 1).padStart(2, '0'));
    for (const day of days) receive(fixture, [simulated()], `2025-03-${day}T21:00:00Z`);
    const waiting: number[] = [];
    const ended = new AbortController();
    const asking = (async () => {
      while (!ended.signal.aborted) {
        await nextTurn();
        const { telegrams } =
          telegramCounts(fixture.session.store).find(({ outcome }) => outcome === null) ?? {};
        waiting.push(telegrams ?? 0);
      }
    })();
    valueOf(await decodeTelegrams(fixture.session, { turnMs: 0 }));
    ended.abort();
    await asking;
    expect(new Set(waiting).size).toBeGreaterThanOrEqual(days.length);
  });

  it('records the telegrams of a meter in the order they came, so that the last one of a day counts', async () => {
    const fixture = await sessionFixture();
    const other = simulated({ address: { ...METER_ADDRESS, id: '99999999' } });
    receive(fixture, [other, simulated()], '2025-03-31T08:00:00Z');
    receive(fixture, [other, simulated({ registerAt: () => 31n })], '2025-03-31T21:00:00Z');
    valueOf(await decodeTelegrams(fixture.session));
    const readings = readingsOfMeter(fixture.session.store, fixture.house.meter, YEAR);
    expect(readings.map(({ value }) => value.mantissa)).toEqual([30n, 31n]);
  });
});
