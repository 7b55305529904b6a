import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeTelegram } from '#office/demo/fleet/encode-telegram.ts';
import type { SimulatedMeter } from '#office/demo/fleet/simulated-meter.ts';
import { decodeTelegram } from '#office/telegram/decode-telegram.ts';
import { InMemoryFormatCache } from '#office/telegram/format-cache.ts';
import { prepareKey } from '#office/telegram/prepared-key.ts';
import type { TelegramOutcome } from '#office/telegram/telegram-outcome.ts';
import { plainDateOf } from '#shared/model/plain-date.ts';
import { allocator, heatMeter, waterMeter } from './sample-meters.ts';

function decode(bytes: Uint8Array, key: Uint8Array): TelegramOutcome {
  return decodeTelegram(bytes, { keysFor: () => [prepareKey(key)], formats: new InMemoryFormatCache() });
}

/** What a readable telegram says, as `quantity/storage` → value. */
function valuesOf(outcome: TelegramOutcome): Record<string, unknown> {
  if (outcome.result !== 'ok') throw new Error(`the telegram is ${outcome.result}`);
  return Object.fromEntries(
    outcome.records.map(({ header, value }) => [
      `${header.quantity}/${header.storage}`,
      value.kind === 'number' ? [value.mantissa, header.exponent, header.unit] : value,
    ]),
  );
}

describe('a telegram of the simulated fleet', () => {
  it('carries an allocator’s due-date value of 31 December and the units since then', () => {
    const outcome = decode(encodeTelegram(allocator, new Date('2026-01-07T03:00:00Z')), allocator.key);
    expect(outcome).toMatchObject({
      result: 'ok',
      verifiedBy: 'checkBytes',
      meter: allocator.address,
      security: { mode: '5', isAlreadyDecrypted: false },
      status: { raw: 0 },
    });
    const values = valuesOf(outcome);
    // Six whole days of ten units; by four o'clock standard time the seventh has brought one.
    expect(values['hca/0']).toEqual([61n, 0, 'HCA']);
    expect(values['hca/1']).toEqual([3650n, 0, 'HCA']);
    expect(values['date/1']).toMatchObject({ kind: 'moment', moment: { year: 2025, month: 12, day: 31 } });
  });

  it('carries a water meter’s litres under mode 7, vouched for by its MAC', () => {
    const outcome = decode(encodeTelegram(waterMeter, new Date('2026-01-07T23:00:00Z')), waterMeter.key);
    expect(outcome).toMatchObject({
      result: 'ok',
      verifiedBy: 'mac',
      meter: waterMeter.address,
      security: { mode: '7' },
      hasAuthenticationLayer: true,
    });
    // Midnight standard time: exactly what the register shows at the end of the day.
    const litres = waterMeter.registerAt(plainDateOf('2026-01-07'));
    expect(valuesOf(outcome)['volume/0']).toEqual([litres, -3, 'm3']);
  });

  it('names a heat meter in the long header and its radio adapter in the link layer', () => {
    const outcome = decode(encodeTelegram(heatMeter, new Date('2026-01-07T23:00:00Z')), heatMeter.key);
    expect(outcome).toMatchObject({
      result: 'ok',
      meter: heatMeter.address,
      sender: { manufacturer: 'SON', deviceType: 0x37 },
    });
    expect(outcome.sender?.id).not.toBe(heatMeter.address.id);
    expect(valuesOf(outcome)['energy/0']).toEqual([heatMeter.registerAt(plainDateOf('2026-01-07')), 3, 'Wh']);
  });

  it('starts an allocator from zero on the day after the due date, and not before', () => {
    const lastMinute = decode(encodeTelegram(allocator, new Date('2025-12-31T22:59:00Z')), allocator.key);
    expect(valuesOf(lastMinute)).toMatchObject({
      'hca/0': [3649n, 0, 'HCA'],
      'hca/1': [3660n, 0, 'HCA'],
      'date/1': { moment: { year: 2024, month: 12, day: 31 } },
    });
    const firstMinute = decode(encodeTelegram(allocator, new Date('2025-12-31T23:00:00Z')), allocator.key);
    expect(valuesOf(firstMinute)).toMatchObject({
      'hca/0': [0n, 0, 'HCA'],
      'hca/1': [3650n, 0, 'HCA'],
      'date/1': { moment: { year: 2025, month: 12, day: 31 } },
    });
  });

  it('says that the battery is low in the weeks before a device dies', () => {
    const dying: SimulatedMeter = { ...allocator, diedOn: plainDateOf('2025-10-14') };
    const statusAt = (at: string) => decode(encodeTelegram(dying, new Date(at)), dying.key).status;
    expect(statusAt('2025-10-01T03:00:00Z')).toMatchObject({ isBatteryLow: true });
    expect(statusAt('2025-07-01T03:00:00Z')).toMatchObject({ isBatteryLow: false });
  });

  it.each([allocator, waterMeter, heatMeter])('is refused under any other key ($kind)', (meter) => {
    const bytes = encodeTelegram(meter, new Date('2026-01-07T03:00:00Z'));
    expect(decode(bytes, Buffer.alloc(16, 7))).toMatchObject({ result: 'error' });
  });

  it('decodes to what was encoded, for any register and instant', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(allocator, waterMeter, heatMeter),
        fc.bigInt({ min: 0n, max: 99_999_999n }),
        fc.date({ min: new Date('2021-01-02'), max: new Date('2079-12-30'), noInvalidDate: true }),
        (model, register, at) => {
          const meter: SimulatedMeter = { ...model, kind: 'heatMeter', registerAt: () => register };
          const values = valuesOf(decode(encodeTelegram(meter, at), meter.key));
          expect(values['energy/0']).toEqual([register, 3, 'Wh']);
          expect(values['energy/1']).toEqual([register, 3, 'Wh']);
        },
      ),
    );
  });
});
