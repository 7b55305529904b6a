/** The settings every connection runs under. Each is read back: a setting that did not take is no protection. */
import type { SqlDatabase } from './sql-database.ts';

interface Pragma {
  readonly name: string;
  readonly set: string;
  /** What reading it back must answer. */
  readonly answers: number | string;
}

/** For readers and writers alike. */
const ALWAYS: readonly Pragma[] = [
  // SQLite's temporary files are not encrypted: sorting and TEMP tables stay in memory.
  { name: 'temp_store', set: 'MEMORY', answers: 2 },
  { name: 'secure_delete', set: 'ON', answers: 1 },
  { name: 'foreign_keys', set: 'ON', answers: 1 },
  { name: 'recursive_triggers', set: 'ON', answers: 1 },
  // A page cache of 64 MiB: pages are decrypted once, not at every touch.
  { name: 'cache_size', set: '-65536', answers: -65536 },
  // A manipulated schema must not call functions, a manipulated page not be parsed.
  { name: 'trusted_schema', set: 'OFF', answers: 0 },
  { name: 'cell_size_check', set: 'ON', answers: 1 },
  // Memory-mapped pages would bypass the cipher's checks.
  { name: 'mmap_size', set: '0', answers: 0 },
];

/** For writers: an acknowledged commit is on the medium. */
const WRITING: readonly Pragma[] = [
  { name: 'journal_mode', set: 'WAL', answers: 'wal' },
  { name: 'synchronous', set: 'FULL', answers: 2 },
];

/** Sets every pragma and returns the names of those that did not take. */
export function applyPragmas(database: SqlDatabase, mode: 'reading' | 'writing'): string[] {
  const pragmas = mode === 'writing' ? [...ALWAYS, ...WRITING] : ALWAYS;
  for (const { name, set } of pragmas) database.pragma(`${name}=${set}`);
  return pragmas.filter(({ name, answers }) => database.pragma(name) !== answers).map(({ name }) => name);
}
