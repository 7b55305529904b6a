/** Judges the rows of a delivery: what becomes of the key, what of the device, and the one verdict on both. */
import type { DeliveryDefaults, DeliveryRow } from '#shared/contract/keys.ts';
import type { DeviceRow } from '../exchange/device-rows.ts';
import type { KeyRow } from '../exchange/key-rows.ts';
import type { Store } from '../store/store.ts';
import { DeviceJudge, type JudgedDevice } from './judge-devices.ts';
import { judgeKeys, type JudgedKey, type KeyHoldings } from './judge-keys.ts';

export interface JudgedRow {
  /** With its own verdict: what becomes of the key alone. */
  readonly key: JudgedKey;
  /** Null when the row is about a key alone. */
  readonly device: JudgedDevice | null;
  readonly verdict: DeliveryRow['verdict'];
  readonly remarks: readonly string[];
}

export interface DeliveredRows {
  readonly keys: readonly KeyRow[];
  /** By line. */
  readonly devices: ReadonlyMap<number, DeviceRow>;
}

/** Judges all rows in their order; a row may repeat one above it. */
export function judgeDelivery(
  { keys, devices }: DeliveredRows,
  holdings: KeyHoldings,
  store: Store,
  defaults: DeliveryDefaults,
): JudgedRow[] {
  const judge = new DeviceJudge(store, holdings.heard, defaults);
  return judgeKeys(keys, holdings).map((key) => {
    const row = devices.get(key.row.line);
    const isStopped = key.verdict === 'faulty' || key.verdict === 'conflict';
    return withDevice(key, row === undefined || isStopped ? null : judge.judge(row, key));
  });
}

/** Whether something of the row would be written. */
export function isWritable({ verdict }: Pick<JudgedRow, 'verdict'>): boolean {
  return verdict === 'new' || verdict === 'changed';
}

/** Whether the row brings a key that the office does not have. */
export function bringsKey({ key }: JudgedRow): boolean {
  return key.row.key !== null && isWritable(key);
}

function withDevice(key: JudgedKey, device: JudgedDevice | null): JudgedRow {
  if (device === null) return { key, device, verdict: key.verdict, remarks: key.remarks };
  const remarks = [...device.remarks, ...key.remarks];
  return { key, device, verdict: verdictOf(key, device), remarks };
}

function verdictOf(key: JudgedKey, { shown, planned, isFaulty }: JudgedDevice): JudgedRow['verdict'] {
  if (isFaulty) return 'faulty';
  if (shown?.state === 'elsewhere') return 'conflict';
  return planned === null ? key.verdict : 'new';
}
