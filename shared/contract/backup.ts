/** Backup desk: one encrypted file, which counts only after it was opened and read back. */
import { z } from 'zod';
import { channel, nothing } from './channel.ts';
import { instant, line } from './values.ts';
import { passphrase } from './vault.ts';

export const backupFile = z.strictObject({
  /** Names the file in the backup folder; never a path. */
  name: line,
  takenAt: instant,
  sizeBytes: z.int(),
  /** When it was last opened and read back in this session; null when that was earlier. */
  verifiedAt: instant.nullable(),
});
export type BackupFile = z.output<typeof backupFile>;

export const backupState = z.strictObject({
  folder: z.string().nullable(),
  files: z.array(backupFile),
});
export type BackupState = z.output<typeof backupState>;

export const backupDesk = {
  'backup.list': channel(nothing, backupState),
  /** Asks for the folder in the system's own dialog; unchanged when the user closes it. */
  'backup.chooseFolder': channel(nothing, backupState),
  'backup.create': channel(nothing, backupFile),
  /** Restores it into a workshop and throws that away; asks for the passphrase as a restore would. */
  'backup.verify': channel(z.strictObject({ name: line, passphrase }), backupFile),
};
