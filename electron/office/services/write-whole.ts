/** Writes a file the user chose: it is there and whole afterwards, or not there. */
import { rename, rm, writeFile } from 'node:fs/promises';
import type { OfficeFailure } from '#shared/contract/failure.ts';
import { fail, succeed, type Result } from '#shared/model/result.ts';

export async function writeWhole(file: string, bytes: Uint8Array): Promise<Result<void, OfficeFailure>> {
  const draft = `${file}.neu`;
  try {
    await writeFile(draft, bytes, { mode: 0o600 });
    await rename(draft, file);
    return succeed(undefined);
  } catch {
    await rm(draft, { force: true }).catch(() => undefined);
    return fail({
      code: 'FILE_NOT_WRITTEN',
      message: 'Die Datei konnte nicht geschrieben werden. Bitte wählen Sie einen anderen Ordner.',
    });
  }
}
