/** A folder that the demo may empty: only one that it made itself. */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fail, succeed, type Result } from '#shared/model/result.ts';

const MARK = '.stichtag-vorfuehrung';

/** Leaves the folder empty but for its mark. Refuses a folder that holds somebody else's files. */
export function prepareFreshFolder(folder: string): Result<void, string> {
  if (existsSync(folder) && !existsSync(path.join(folder, MARK)) && readdirSync(folder).length > 0)
    return fail(
      `Im Ordner ${folder} liegen Dateien, die nicht von der Vorführung stammen. Bitte einen leeren Ordner wählen.`,
    );
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, MARK), 'Dieser Ordner wird bei jeder Vorführung geleert.\n');
  return succeed(undefined);
}
