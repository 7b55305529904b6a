import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { historyPage } from '#office/services/audit-history.ts';
import { moveOut, movedAt, stayHere } from '#office/services/backup-move.ts';
import { openOffice } from '#office/services/office-session.ts';
import { restoreBackup } from '#office/services/restore.ts';
import { changeMasterData } from '#office/store/change.ts';
import { writeSetting } from '#office/store/settings.ts';
import { FileDeviceSecretStore } from '#office/vault/device-secret.ts';
import { KDF_FLOOR } from '#office/vault/key-derivation.ts';
import type { OfficeSession } from '#office/services/office-session.ts';
import { NOW, STAFF, codeOf, passphrase, valueOf } from '../../../../support/office-folder.ts';
import { sessionFixture } from '../../../../support/session.ts';

const NEW = 'neun Kannen stehen am Herd';

function write({ store, vault }: OfficeSession) {
  const desk = { seals: vault, clock: () => NOW, actor: STAFF.id };
  return changeMasterData(store, desk, { action: 'test.write' }, (change) => writeSetting(change, 'test', 1));
}

describe('moving to another computer', () => {
  it('leaves a readable office behind, and the chain goes on at the new one', async () => {
    const fixture = await sessionFixture();
    const { session, backups, root, office } = fixture;
    expect(movedAt(session.store)).toBeNull();
    const { name } = valueOf(moveOut(session, backups));
    expect(movedAt(session.store)).toEqual(NOW);
    expect(codeOf(write(session))).toBe('OFFICE_MOVED');
    expect(historyPage(session, 1)[0]?.title).toBe('Umzug auf ein anderes Gerät');

    const into = join(root, 'new-computer');
    const deviceSecrets = new FileDeviceSecretStore(join(root, 'new-device'));
    const unlocking = {
      code: office.recovery.code,
      newPassphrase: passphrase(NEW),
      deviceSecrets,
      kdf: KDF_FLOOR,
    };
    valueOf(await restoreBackup({ backup: join(backups, name), into, unlocking, clock: () => NOW }));
    const there = valueOf(await openOffice({ folder: into, passphrase: passphrase(NEW), deviceSecrets }));
    expect(movedAt(there.store)).toBeNull();
    expect(write(there).ok).toBe(true);
    expect(historyPage(there, 3).map(({ title }) => title)).toContain('Sicherung eingespielt');
    there.store.close();
    there.vault.lock();
  });

  it('can be taken back, with a reason', async () => {
    const { session, backups } = await sessionFixture();
    valueOf(moveOut(session, backups));
    valueOf(stayHere(session, 'Stick verloren'));
    expect(movedAt(session.store)).toBeNull();
    expect(write(session).ok).toBe(true);
    expect(historyPage(session, 5)).toContainEqual(
      expect.objectContaining({ title: 'Umzug zurückgenommen', reason: 'Stick verloren' }),
    );
  });
});
