/** The mailbox on disk: bundles and logs as files, or folders of them. Files are read and left as they are. */
import type { Stats } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fail, succeed, type Result } from '#shared/model/result.ts';
import {
  FILES_SOURCE,
  type BundleList,
  type BundleListing,
  type BundleSource,
  type FetchedBundle,
  type SourceDescription,
  type SourceFailure,
} from './bundle-source.ts';
import { MAX_BUNDLE_BYTES } from './parse-bundle.ts';

/** Opens files and folders (with all below them); hidden files and links are passed over. */
export function openFileSource(paths: readonly string[]): BundleSource {
  const roots = paths.map((path) => resolve(path));
  return {
    id: FILES_SOURCE,
    canClear: false,
    concurrency: 4,
    describe: async () => {
      const listed = await listAll(roots);
      return listed.ok
        ? succeed<SourceDescription>({ place: roots.join(', '), clockAheadMs: null, account: null })
        : listed;
    },
    list: (signal) => listAll(roots, signal),
    fetch: fetchFile,
    clear: () => Promise.reject(new Error('files are never cleared')),
    close: () => {},
  };
}

async function listAll(
  roots: readonly string[],
  signal?: AbortSignal,
): Promise<Result<BundleList, SourceFailure>> {
  try {
    const bundles: BundleListing[] = [];
    for (const path of await findFiles(roots)) {
      if (signal?.aborted) return fail(CANCELLED);
      bundles.push(toListing(path, await stat(path)));
    }
    return succeed({ bundles, others: 0 });
  } catch (error) {
    return fail(toFailure(error));
  }
}

async function findFiles(roots: readonly string[]): Promise<string[]> {
  const files = await Promise.all(
    roots.map(async (root) => {
      const stats = await stat(root);
      if (!stats.isDirectory()) return [root];
      const entries = await readdir(root, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
        .map((entry) => join(entry.parentPath, entry.name));
    }),
  );
  return [...new Set(files.flat())];
}

function toListing(name: string, stats: Stats): BundleListing {
  // Whole milliseconds: the ledger keeps no finer ones, and a file must not look changed because of them.
  return { name, sizeBytes: stats.size, lastModified: new Date(Math.floor(stats.mtimeMs)) };
}

async function fetchFile(name: string, signal?: AbortSignal): Promise<Result<FetchedBundle, SourceFailure>> {
  try {
    const stats = await stat(name);
    if (stats.size > MAX_BUNDLE_BYTES) return fail(TOO_LARGE);
    const payload = await readFile(name, signal && { signal });
    return succeed({ ...toListing(name, stats), payload, sizeBytes: payload.byteLength });
  } catch (error) {
    return fail(toFailure(error));
  }
}

function toFailure(error: unknown): SourceFailure {
  if (!(error instanceof Error)) throw error;
  if (error.name === 'AbortError') return CANCELLED;
  const code = 'code' in error ? error.code : null;
  if (code === 'ENOENT') return VANISHED;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EISDIR' || code === 'EBUSY') return NOT_READABLE;
  throw error;
}

const CANCELLED: SourceFailure = {
  code: 'CANCELLED',
  message: 'Der Import wurde abgebrochen. Was schon gelesen war, ist gespeichert.',
};
const VANISHED: SourceFailure = {
  code: 'VANISHED',
  message: 'Die Datei oder der Ordner ist nicht mehr da. Bitte wählen Sie neu aus.',
};
const NOT_READABLE: SourceFailure = {
  code: 'NOT_READABLE',
  message: 'Die Datei lässt sich nicht lesen. Bitte prüfen Sie die Zugriffsrechte.',
};
const TOO_LARGE: SourceFailure = {
  code: 'TOO_LARGE',
  message: 'Die Datei ist größer als 64 MB und wurde nicht gelesen. Bitte teilen Sie sie auf.',
};
