import { cpSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createBackup, listBackups } from '#office/services/backup.ts';
import { openOffice } from '#office/services/office-session.ts';
import { restoreBackup, verifyBackup } from '#office/services/restore.ts';
import { listPersons } from '#office/store/people.ts';
import { FAULT_KINDS, failAtEveryCall } from '../support/failing-files.ts';
import { NOW, passphrase, temporaryFolder, valueOf } from '../support/office-folder.ts';
import { sessionFixture } from '../support/session.ts';

describe.each(FAULT_KINDS)('a fault of the file system (%s) at any step', (kind) => {
  it('of a backup leaves the older one whole, and none that only looks like one', async () => {
    let now = NOW.getTime();
    const { session, root, office } = await sessionFixture(() => new Date(now));
    const first = join(root, 'first');
    const older = valueOf(createBackup(session, first)).name;
    const olderBytes = readFileSync(join(first, older));
    now += 60_000;
    const faults = await failAtEveryCall(kind, async (faulty, failAt) => {
      const folder = join(root, `backups-${failAt}`);
      cpSync(first, folder, { recursive: true });
      const made = createBackup(session, folder, faulty.files);
      expect(readFileSync(join(folder, older))).toEqual(olderBytes);
      const [newest] = listBackups(folder);
      if (made.ok) expect(newest?.name).toBe(made.value.name);
      const verified = await verifyBackup({
        backup: join(folder, newest?.name ?? older),
        workshop: temporaryFolder(),
        unlocking: { passphrase: passphrase(), deviceSecrets: office.deviceSecrets },
        clock: () => NOW,
      });
      expect([failAt, verified.ok]).toEqual([failAt, true]);
      valueOf(createBackup(session, folder));
    });
    expect(faults).toBeGreaterThanOrEqual(kind === 'tornWrite' ? 1 : 10);
  });

  it('of restoring leaves a whole folder or none', async () => {
    const { session, backups, office } = await sessionFixture();
    const backup = join(backups, valueOf(createBackup(session, backups)).name);
    const unlocking = { passphrase: passphrase(), deviceSecrets: office.deviceSecrets };
    const faults = await failAtEveryCall(kind, async (faulty, failAt) => {
      const into = join(temporaryFolder(), 'restored');
      const restored = await restoreBackup({
        backup,
        into,
        unlocking,
        clock: () => NOW,
        files: faulty.files,
      });
      if (!existsSync(into)) {
        expect([failAt, restored.ok]).toEqual([failAt, false]);
        return;
      }
      expect(readdirSync(into)).toContain('vault.json');
      const opened = valueOf(await openOffice({ ...unlocking, folder: into }));
      expect(listPersons(opened.store, opened.vault)).toHaveLength(2);
      opened.store.close();
      opened.vault.lock();
    });
    expect(faults).toBeGreaterThanOrEqual(kind === 'tornWrite' ? 1 : 10);
  });
});
