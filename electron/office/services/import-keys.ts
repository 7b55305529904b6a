/** Takes a list of meter keys into the vault: one audited step, each key in an envelope of its own. */
import { createHash } from 'node:crypto';
import { fail, succeed, type Failure, type Result } from '#shared/model/result.ts';
import { parseKeyList, type KeyListFault, type ListedKey } from '../exchange/key-list.ts';
import { changeMasterData } from '../store/change.ts';
import { addMeterKey, openAllMeterKeys, type OpenMeterKey } from '../store/keys.ts';
import { deskOf, type OfficeSession } from './office-session.ts';

/** What became of a list's lines. */
export interface KeyImport {
  readonly added: number;
  /** Known already with the same key. */
  readonly unchanged: number;
  /** Lines that could not be taken; the others were. */
  readonly faults: readonly KeyListFault[];
  /** Numbers of meters that share a key with another meter: usually a slip of the list. */
  readonly shared: readonly string[];
}

/**
 * Imports the keys of a CSV text; `label` names where they come from. All good lines are stored in one transaction,
 * or none. The key bytes are wiped afterwards; the text is the caller's.
 */
export function importKeys(session: OfficeSession, csv: string, label: string): Result<KeyImport, Failure> {
  const list = parseKeyList(csv);
  if (!list.ok) return list;
  const { keys, faults } = list.value;
  const known = openAllMeterKeys(session.store, session.vault);
  if (!known.ok) return known;
  try {
    const fresh = withoutRepeats(keys, known.value);
    const stored = changeMasterData(session.store, deskOf(session), { action: 'keys.import' }, (change) => {
      for (const { manufacturer, id, key } of fresh)
        addMeterKey(change, { manufacturer, identification: id, label, key });
    });
    if (!stored.ok) return fail(stored.error);
    return succeed({
      added: fresh.length,
      unchanged: keys.length - fresh.length,
      faults,
      shared: sharedKeys([
        ...known.value.map(({ identification, key }) => ({ id: identification, key })),
        ...fresh,
      ]),
    });
  } finally {
    for (const { key } of [...keys, ...known.value]) key.fill(0);
  }
}

/** Tells keys apart without spelling one: a text cannot be wiped. */
function fingerprintOf(key: Buffer): string {
  return createHash('sha256').update(key).digest('base64');
}

function entryOf(manufacturer: string | null, id: string, key: Buffer): string {
  return `${manufacturer ?? ''}/${id}/${fingerprintOf(key)}`;
}

function withoutRepeats(listed: readonly ListedKey[], known: readonly OpenMeterKey[]): ListedKey[] {
  const seen = new Set(known.map((one) => entryOf(one.manufacturer, one.identification, one.key)));
  return listed.filter(({ manufacturer, id, key }) => {
    const entry = entryOf(manufacturer, id, key);
    const isNew = !seen.has(entry);
    seen.add(entry);
    return isNew;
  });
}

function sharedKeys(keys: readonly { readonly id: string; readonly key: Buffer }[]): string[] {
  const metersByKey = new Map<string, Set<string>>();
  for (const { id, key } of keys) {
    const fingerprint = fingerprintOf(key);
    metersByKey.set(fingerprint, (metersByKey.get(fingerprint) ?? new Set()).add(id));
  }
  return [...metersByKey.values()].flatMap((meters) => (meters.size > 1 ? [...meters] : [])).toSorted();
}
