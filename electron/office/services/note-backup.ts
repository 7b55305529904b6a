/** Notes a backup that was taken and read back, for the window and the command line alike. */
import type { Change } from '../store/change.ts';
import { readSetup, writeLastBackup, writeSetup } from './office-settings.ts';

/** It may be the one the first start waits for. */
export function noteBackup(change: Change, takenAt: Date): void {
  writeLastBackup(change, takenAt.toISOString());
  const setup = readSetup(change.store);
  if (setup.includes('firstBackup'))
    writeSetup(
      change,
      setup.filter((step) => step !== 'firstBackup'),
    );
}
