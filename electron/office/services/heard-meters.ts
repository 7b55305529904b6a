/** The meters on the air, by the address their keys are filed under, each with a telegram to try keys on. */
import { meterKey, type MeterAddress } from '#shared/model/reading.ts';
import { latestTelegrams, type LatestTelegram } from '../store/heard-devices.ts';
import type { Store } from '../store/store.ts';
import { readHeader } from './prove-key.ts';

export interface HeardMeter {
  readonly manufacturer: string;
  readonly id: string;
  readonly address: MeterAddress;
  /** The meter's own radio, or the radio modules that speak for it. */
  readonly senders: readonly LatestTelegram['sender'][];
  readonly latest: LatestTelegram;
  readonly isEncrypted: boolean;
}

/** Every meter that was ever heard, by `meterKey`; or those behind the senders that are wanted. */
export function listHeardMeters(
  store: Store,
  isWanted: (sender: LatestTelegram['sender']) => boolean = () => true,
): Map<string, HeardMeter> {
  const heard = new Map<string, HeardMeter>();
  for (const latest of latestTelegrams(store)) {
    if (!isWanted(latest.sender)) continue;
    const { meter: found, needsKey } = readHeader(latest.bytes);
    // Its link header was read when it came; that of the meter behind it may still be broken.
    if (found === null) continue;
    const { manufacturer, id } = found;
    const name = meterKey({ manufacturer, id });
    const before = heard.get(name);
    const isNewer = before === undefined || latest.receivedAtMs > before.latest.receivedAtMs;
    heard.set(name, {
      manufacturer,
      id,
      address: isNewer ? found : before.address,
      senders: [...(before?.senders ?? []), latest.sender],
      latest: isNewer ? latest : before.latest,
      isEncrypted: isNewer ? needsKey : before.isEncrypted,
    });
  }
  return heard;
}

/** The meters by number, that of the meter and that of a radio module in front of it: lists name either. */
export function heardByNumber(heard: ReadonlyMap<string, HeardMeter>): Map<string, HeardMeter[]> {
  const byNumber = new Map<string, HeardMeter[]>();
  for (const meter of heard.values())
    for (const id of new Set([meter.id, ...meter.senders.map((sender) => sender.id)]))
      byNumber.set(id, [...(byNumber.get(id) ?? []), meter]);
  return byNumber;
}

/** Whether a meter, or the module in front of it, is of a maker; null stands for any. */
export function isOfMaker({ manufacturer, senders }: HeardMeter, wanted: string | null): boolean {
  return (
    wanted === null || manufacturer === wanted || senders.some((sender) => sender.manufacturer === wanted)
  );
}
