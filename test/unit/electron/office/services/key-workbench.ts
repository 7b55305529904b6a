/** An office with meters on the air, for tests of keys: telegrams that really are encrypted, and delivery files. */
import { createHash } from 'node:crypto';
import { encodeTelegram } from '#office/demo/fleet/encode-telegram.ts';
import type { SimulatedMeter } from '#office/demo/fleet/simulated-meter.ts';
import type { OfficeSession } from '#office/services/office-session.ts';
import type { MeterAddress } from '#shared/model/reading.ts';
import { insertBundles } from '#office/store/bundles.ts';
import { valueOf } from '../../../../support/office-folder.ts';

/** The key of the meter with a number; every number has its own. */
export function keyOf(id: string): Buffer {
  return createHash('sha256').update(`Zähler ${id}`).digest().subarray(0, 16);
}

/** A heat cost allocator of a number that is on the air. */
export function allocator(id: string, change: Partial<SimulatedMeter> = {}): SimulatedMeter {
  return {
    address: { manufacturer: 'QDS', id, version: 1, deviceType: 8 },
    kind: 'allocator',
    security: 'mode5',
    key: keyOf(id),
    gateway: 'gw',
    diedOn: null,
    registerAt: (day) => BigInt(day.slice(5, 7)) * 10n,
    ...change,
  };
}

/** One telegram of each meter as lines of hexadecimal digits, a format the office reads from a file. */
export function telegramLines(meters: readonly SimulatedMeter[], at: string): string {
  return meters.map((meter) => encodeTelegram(meter, new Date(at)).toString('hex')).join('\n');
}

/** Stores one telegram of each meter. */
export function receive(session: OfficeSession, meters: readonly SimulatedMeter[], at: string): void {
  const sent = meters.map((meter) => ({
    address: meter.address,
    bytes: encodeTelegram(meter, new Date(at)),
  }));
  receiveBytes(session, sent, at);
}

/** Stores telegrams with the sender their link header names. */
export function receiveBytes(
  { store }: OfficeSession,
  sent: readonly { readonly address: MeterAddress; readonly bytes: Buffer }[],
  at: string,
): void {
  const receivedAt = new Date(at);
  const payload = Buffer.concat(sent.map(({ bytes }) => bytes));
  valueOf(
    insertBundles(store, [
      {
        source: 'test',
        topic: createHash('sha256').update(payload).digest('hex'),
        key: null,
        payload,
        receivedAt,
        lastModified: null,
        state: 'stored',
        telegrams: sent.map((telegram) => ({ ...telegram, receivedAt, rssiDbm: -70 })),
      },
    ]),
  );
}
