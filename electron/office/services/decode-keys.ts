/** A file of meter keys for decoding on the command line, without a vault. */
import { succeed, type Failure, type Result } from '#shared/model/result.ts';
import { parseKeyList, type KeyListFault } from '../exchange/key-list.ts';
import { MeterKeys } from '../telegram/meter-keys.ts';

export interface KeyFile {
  readonly keys: MeterKeys;
  /** Lines without a usable key; the others count. */
  readonly faults: readonly KeyListFault[];
}

/** Prepares the keys of a CSV text; `NO_KEY_TABLE` when it has no header with `id` and `key`. */
export function readKeyFile(csv: string): Result<KeyFile, Failure> {
  const list = parseKeyList(csv);
  if (!list.ok) return list;
  const keys = new MeterKeys();
  for (const { manufacturer, id, key } of list.value.keys) {
    keys.add({ manufacturer, id }, key);
    key.fill(0);
  }
  return succeed({ keys, faults: list.value.faults });
}
