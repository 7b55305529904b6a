import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { acceptRollback, checkAnchor, moveAnchor } from '#office/services/audit-anchor.ts';
import { auditEntries } from '#office/store/audit.ts';
import { insertBundles } from '#office/store/bundles.ts';
import { writeSetting } from '#office/store/settings.ts';
import { addStaffAccess } from '#office/vault/staff-access.ts';
import { KDF_FLOOR } from '#office/vault/key-derivation.ts';
import { openVault } from '#office/vault/open-vault.ts';
import { NOW, codeOf, passphrase, storeOf, valueOf } from '../../../../support/office-folder.ts';
import { changed } from '../../../../support/small-house.ts';
import { sessionFixture, type SessionFixture } from '../../../../support/session.ts';

function writeSomething({ office }: SessionFixture, value = 1): void {
  changed(office, (change) => writeSetting(change, 'test', value));
}

/** Puts a copy of the database back that was made before `work`. */
function rollBackAfter(fixture: SessionFixture, work: () => void) {
  const { office } = fixture;
  office.store.database.pragma('wal_checkpoint(TRUNCATE)');
  copyFileSync(office.store.file, `${office.store.file}.old`);
  work();
  moveAnchor(fixture.session, fixture.anchors);
  office.store.close();
  copyFileSync(`${office.store.file}.old`, office.store.file);
  return { ...fixture.session, store: storeOf(office.vault) };
}

describe('the anchor', () => {
  it('fits the database it was taken from, and one that has gone on since', async () => {
    const fixture = await sessionFixture();
    const check = () => valueOf(checkAnchor(fixture.session, fixture.anchors));
    expect(check()).toBe('new');
    moveAnchor(fixture.session, fixture.anchors);
    expect(check()).toBe('anchored');
    writeSomething(fixture);
    expect(check()).toBe('anchored');
  });

  it('notices that the whole database was rolled back', async () => {
    const fixture = await sessionFixture();
    const old = rollBackAfter(fixture, () => writeSomething(fixture));
    expect(codeOf(checkAnchor(old, fixture.anchors))).toBe('ROLLED_BACK');
  });

  it('notices it also when the old copy was worked with for longer than the new one', async () => {
    const fixture = await sessionFixture();
    const old = rollBackAfter(fixture, () => writeSomething(fixture));
    const branch = { ...fixture, office: { ...fixture.office, store: old.store } };
    for (let i = 0; i < 5; i += 1) writeSomething(branch, i + 10);
    expect(codeOf(checkAnchor(old, fixture.anchors))).toBe('ROLLED_BACK');
  });

  it('notices missing telegrams, which have no audit entry', async () => {
    const fixture = await sessionFixture();
    const old = rollBackAfter(fixture, () => {
      const bundle = {
        source: 'file',
        topic: 'a',
        key: null,
        payload: Buffer.from('a'),
        receivedAt: NOW,
        lastModified: null,
        state: 'stored',
        telegrams: [],
      } as const;
      valueOf(insertBundles(fixture.office.store, [bundle]));
    });
    expect(codeOf(checkAnchor(old, fixture.anchors))).toBe('ROLLED_BACK');
  });

  it('notices an old vault file that would let a former employee in again', async () => {
    const fixture = await sessionFixture();
    const { folder, deviceSecrets, vault } = fixture.office;
    const path = join(folder, 'vault.json');
    copyFileSync(path, `${path}.old`);
    const colleague = { id: 'sh', name: 'Shivani Rao', initials: 'SR' };
    const tools = { deviceSecrets, kdf: KDF_FLOOR };
    valueOf(await addStaffAccess(vault, colleague, passphrase('sieben Äpfel liegen im Gras'), tools));
    moveAnchor(fixture.session, fixture.anchors);
    copyFileSync(`${path}.old`, path);
    const reopened = valueOf(await openVault({ folder, passphrase: passphrase(), deviceSecrets }));
    expect(codeOf(checkAnchor({ ...fixture.session, vault: reopened }, fixture.anchors))).toBe('ROLLED_BACK');
    reopened.lock();
  });

  it('cannot be forged or borrowed from another vault', async () => {
    const [fixture, other] = [await sessionFixture(), await sessionFixture()];
    moveAnchor(fixture.session, fixture.anchors);
    moveAnchor(other.session, other.anchors);
    const path = join(fixture.root, 'anchors', `${fixture.session.vault.vaultId}.anchor.json`);
    const genuine = readFileSync(path, 'utf8');
    const borrowed = readFileSync(
      join(other.root, 'anchors', `${other.session.vault.vaultId}.anchor.json`),
      'utf8',
    );
    for (const forged of ['', '{}', borrowed, genuine.replace(/"seq":\d+/, '"seq":1')]) {
      writeFileSync(path, forged);
      expect(codeOf(checkAnchor(fixture.session, fixture.anchors))).toBe('ANCHOR_FORGED');
    }
    rmSync(path);
    expect(valueOf(checkAnchor(fixture.session, fixture.anchors))).toBe('new');
  });

  it('lets work go on when somebody answers for it', async () => {
    const fixture = await sessionFixture();
    const old = rollBackAfter(fixture, () => writeSomething(fixture));
    valueOf(acceptRollback(old, fixture.anchors, 'Sicherung vom Freitag eingespielt'));
    expect(valueOf(checkAnchor(old, fixture.anchors))).toBe('anchored');
    const last = [...auditEntries(old.store)].at(-1);
    expect([last?.action, last?.actor]).toEqual(['rollback.accept', 'rr']);
    expect(last?.payload).toContain('Sicherung vom Freitag');
  });
});
