/**
 * Changing the master key: a copy of the database under new keys is made and proved beside the old one; one rename of
 * `vault.json` makes it the valid one. Interrupted before that, everything is as it was; after it, the next start
 * only clears away the old file.
 */
import { join } from 'node:path';
import { succeed, type Failure, type Result } from '#shared/model/result.ts';
import { changeMasterData } from '../store/change.ts';
import { openStore, rekeyCopy } from '../store/open.ts';
import { copyStore } from '../store/private-file.ts';
import { listSealedKeys, rewrapSealedKeys } from '../store/sealed-keys.ts';
import type { Store } from '../store/store.ts';
import type { RecoverySheet } from '../vault/create-vault.ts';
import { vaultFailure } from '../vault/failures.ts';
import { systemFiles, type Files } from '../vault/files.ts';
import { commitGeneration, prepareGeneration, type GenerationRequest } from '../vault/new-generation.ts';
import type { UnlockedVault } from '../vault/unlocked-vault.ts';
import { checkDatabase } from './backup-check.ts';
import type { OfficeSession } from './office-session.ts';

/** What SQLite leaves beside a database file. */
const COMPANIONS = ['', '-wal', '-shm', '-journal'];
const DATABASE_NAME = /^stichtag-(\d+)\.db(-wal|-shm|-journal)?$/;

export interface MasterKeyRequest extends Omit<GenerationRequest, 'vault' | 'clock'> {
  readonly session: OfficeSession;
  readonly files?: Files;
}

function attemptFiles<T>(work: () => Result<T, Failure>): Result<T, Failure> {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return vaultFailure('VAULT_NOT_WRITTEN');
    throw error;
  }
}

function removeDatabase(files: Files, path: string): void {
  for (const companion of COMPANIONS) files.remove(path + companion);
}

/** Takes over the envelopes, notes the change under the new audit key, and proves the result. */
function rewrapAndProve(
  store: Store,
  { session }: MasterKeyRequest,
  next: UnlockedVault,
): Result<void, Failure> {
  const desk = { seals: next, clock: session.clock, actor: session.vault.staff.id };
  const changed = changeMasterData(store, desk, { action: 'masterKey.change' }, (change) => {
    const keys = rewrapSealedKeys(change, ({ place, sealed }) => {
      const rewrapped = next.rewrapFrom(session.vault, place, sealed);
      if (!rewrapped.ok) throw new Error(`an envelope in ${place.table} does not open`);
      return rewrapped.value;
    });
    change.note('vault', { generation: next.generation, keys });
  });
  if (!changed.ok) return changed;
  for (const { place, sealed } of listSealedKeys(store)) {
    const opened = next.openEnvelope(place, sealed);
    if (!opened.ok) return opened;
    opened.value.fill(0);
  }
  const whole = checkDatabase(store, next.auditKeys);
  return whole.ok ? succeed(undefined) : whole;
}

/** A proved copy of the database under the keys of the next generation, open and under its final name. */
function copyToNextGeneration(
  request: MasterKeyRequest,
  next: UnlockedVault,
  files: Files,
): Result<Store, Failure> {
  const { vault, store } = request.session;
  const file = next.databaseFile;
  removeDatabase(files, file);
  const copied = copyStore(store, file);
  if (!copied.ok) return copied;
  const rekeyed = rekeyCopy({ file, key: vault.databaseKey, newKey: next.databaseKey });
  if (!rekeyed.ok) return rekeyed;
  const copy = openStore({ file, key: next.databaseKey });
  if (!copy.ok) return copy;
  const proved = rewrapAndProve(copy.value, request, next);
  if (proved.ok) return copy;
  copy.value.close();
  return proved;
}

/** For clearing away: what cannot be removed now is removed by the next change or the next start. */
function quietly(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}

/**
 * Changes the master key of a session. On success the given session has ended, the returned one goes on under the new
 * keys, and the new recovery sheet must be printed; employees without a passphrase in the request have lost access.
 * On failure the given session is as it was.
 */
export async function changeMasterKey(
  request: MasterKeyRequest,
): Promise<Result<{ readonly session: OfficeSession; readonly recovery: RecoverySheet }, Failure>> {
  const { session, files = systemFiles } = request;
  const prepared = await prepareGeneration({ ...request, vault: session.vault, clock: session.clock });
  if (!prepared.ok) return prepared;
  const { vault, recovery } = prepared.value;
  const abandon = <Refusal>(refusal: Refusal): Refusal => {
    quietly(() => removeDatabase(files, vault.databaseFile));
    vault.lock();
    return refusal;
  };
  const store = attemptFiles(() => copyToNextGeneration(request, vault, files));
  if (!store.ok) return abandon(store);
  const committed = commitGeneration(session.vault, prepared.value, files);
  if (!committed.ok) {
    store.value.close();
    return abandon(committed);
  }
  session.store.close();
  session.vault.lock();
  quietly(() => removeFormerDatabases(vault, files));
  return succeed({ session: { ...session, vault, store: store.value }, recovery });
}

/** Clears away databases of earlier generations, as a change of the master key does last. */
export function removeFormerDatabases(vault: UnlockedVault, files: Files = systemFiles): void {
  for (const name of files.list(vault.folder)) {
    const generation = DATABASE_NAME.exec(name)?.[1];
    if (generation !== undefined && Number(generation) < vault.generation)
      files.remove(join(vault.folder, name));
  }
  files.syncFolder(vault.folder);
}
