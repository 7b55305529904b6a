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
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    if (!(error instanceof Error) || !('syscall' in error)) throw error;
    return fail({
      code: 'FILE_NOT_WRITTEN',
      message:
        'Die Datei lässt sich dort nicht schreiben. Bitte prüfen Sie Rechte und freien Platz oder wählen Sie einen anderen Ort.',
    });
  }
}
