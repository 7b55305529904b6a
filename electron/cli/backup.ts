/** `stichtag backup`, `verify` and `restore`: the backups of a data folder. Secrets are asked for, never arguments. */
import { access } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import {
  backUpDataFolder,
  proveBackup,
  restoreDataFolder,
  type Errand,
} from '#office/services/backup-errands.ts';
import { dataFolderAt } from '#office/services/data-folder.ts';
import { officeDayOf } from '#office/services/office-day.ts';
import type { RestoreReport } from '#office/services/restore.ts';
import { formatDate } from '#shared/text/format.ts';
import { complain, say, type Outcome } from './outcome.ts';
import { SecretInput } from './secret-input.ts';

const OPTIONS = {
  staff: { type: 'string' },
  device: { type: 'string' },
  sheet: { type: 'boolean', default: false },
} as const;

export async function backup(args: string[]): Promise<Outcome> {
  const { staff, device } = OPTIONS;
  const { values, positionals } = parseArgs({ args, options: { staff, device }, allowPositionals: true });
  const [data, into] = positionals;
  if (data === undefined || into === undefined) return 'misuse';
  const made = await onErrand(values, data, (errand) => backUpDataFolder({ ...errand, data, into }));
  return made.ok
    ? say(`Gesichert und nachgelesen: ${made.value.name} (${made.value.sizeBytes} Byte).`)
    : complain(made.error.message);
}

export async function verify(args: string[]): Promise<Outcome> {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const [file, data] = positionals;
  const isDeviceKnown = values.sheet || data !== undefined || values.device !== undefined;
  if (file === undefined || !isDeviceKnown) return 'misuse';
  await access(file);
  // Without either, the sheet opens it and no folder is looked at.
  const proved = await onErrand(values, data ?? '.', (errand) =>
    proveBackup({ ...errand, backup: file, withSheet: values.sheet }),
  );
  return proved.ok
    ? say(`Die Sicherung ist ganz und lässt sich öffnen. ${describe(proved.value)}`)
    : complain(proved.error.message);
}

export async function restore(args: string[]): Promise<Outcome> {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const [file, data] = positionals;
  if (file === undefined || data === undefined) return 'misuse';
  await access(file);
  const restored = await onErrand(values, data, (errand) =>
    restoreDataFolder({ ...errand, backup: file, data, withSheet: values.sheet }),
  );
  return restored.ok
    ? say(`Wiederhergestellt und geprüft. ${describe(restored.value)}`)
    : complain(restored.error.message);
}

async function onErrand<T>(
  { staff, device }: { readonly staff?: string | undefined; readonly device?: string | undefined },
  data: string,
  run: (errand: Errand) => Promise<T>,
): Promise<T> {
  const secrets = new SecretInput();
  try {
    return await run({
      initials: staff,
      deviceFolder: device ?? dataFolderAt(data).deviceSecrets,
      ask: (what) => secrets.ask(what),
      clock: () => new Date(),
    });
  } finally {
    secrets.close();
  }
}

function describe({ takenAt, manifest }: RestoreReport): string {
  return `Stand vom ${formatDate(officeDayOf(takenAt))}, ${manifest.audit.seq} Einträge im Protokoll.`;
}
