/** Writes the documents of a bill into a folder: all of them, or none. */
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fail, succeed, type Failure, type Result } from '#shared/model/result.ts';
import { printInThread } from './bulk-work.ts';
import type { PrintedBill } from './plan-documents.ts';

export interface DocumentExport extends PrintedBill {
  readonly folder: string;
  readonly onProgress?: (written: number, total: number) => void;
  /** Cancels the export; then nothing was written. */
  readonly signal?: AbortSignal;
}

/** Lies in the chosen folder, so that moving a finished file is one step of the file system. */
const STAGING = '.stichtag-';

/**
 * Writes the documents and returns their file names. They gather in a folder of their own and move to their place
 * when the last one is there: a cancelled or refused export leaves the chosen folder as it was. Fails with
 * `CANCELLED`, `FOLDER_NOT_WRITABLE` or the place of a text that cannot be printed.
 */
export async function exportDocuments(job: DocumentExport): Promise<Result<string[], Failure>> {
  const { folder, onProgress, signal, ...bill } = job;
  const staged = await tryFiles(async () => {
    await mkdir(folder, { recursive: true });
    return await mkdtemp(path.join(folder, STAGING));
  });
  if (!staged.ok) return staged;
  const written: string[] = [];
  try {
    const printed = await printInThread(
      bill,
      signal ?? new AbortController().signal,
      async ({ fileName, pdf, total }) => {
        const kept = await tryFiles(() => writeFile(path.join(staged.value, fileName), pdf));
        if (!kept.ok) return kept;
        written.push(fileName);
        onProgress?.(written.length, total);
        return succeed(undefined);
      },
    );
    if (!printed.ok) return printed;
    const moved = await tryFiles(async () => {
      for (const fileName of written)
        await rename(path.join(staged.value, fileName), path.join(folder, fileName));
    });
    return moved.ok ? succeed(written) : moved;
  } finally {
    await rm(staged.value, { recursive: true, force: true });
  }
}

/** What the file system refuses comes back as a sentence. */
async function tryFiles<T>(work: () => Promise<T>): Promise<Result<T, Failure>> {
  try {
    return succeed(await work());
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error)) throw error;
    return fail({
      code: 'FOLDER_NOT_WRITABLE',
      message:
        'In den gewählten Ordner lässt sich nicht schreiben. Bitte prüfen Sie Rechte und freien Platz oder wählen Sie einen anderen Ordner; geschriebene Dokumente sind vollständig.',
    });
  }
}
