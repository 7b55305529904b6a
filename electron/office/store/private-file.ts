/** Rights of the database's files: their owner's alone, whatever the folder and the account's defaults allow. */
import { chmodSync, closeSync, openSync, statSync } from 'node:fs';
import type { Result } from '#shared/model/result.ts';
import type { StoreFailure } from './failures.ts';
import type { Store } from './store.ts';

const OWNER_ONLY = 0o600;
/** Bits of a file mode that let somebody else than the owner in. */
const OTHERS = 0o077;
const COMPANIONS = ['', '-wal', '-shm', '-journal'];

/** Makes an empty file that SQLite then fills; what it puts beside the file gets the same rights. */
export function createPrivateFile(file: string): void {
  closeSync(openSync(file, 'wx', OWNER_ONLY));
}

/** Takes the rights of others away, as from a file of an earlier version or one that was copied back by hand. */
export function keepPrivate(file: string): void {
  // Windows keeps rights in access lists; its mode bits say nothing.
  if (process.platform === 'win32') return;
  for (const path of COMPANIONS.map((companion) => file + companion)) {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found !== undefined && (found.mode & OTHERS) !== 0) chmodSync(path, OWNER_ONLY);
  }
}

/** Copies a store as it is now into a new file under the same key; SQLite makes it in one consistent read. */
export function copyStore(store: Store, file: string): Result<void, StoreFailure> {
  return store.attempt(() => {
    createPrivateFile(file);
    store.database.prepare('vacuum into ?').run(file);
  });
}
