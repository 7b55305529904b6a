import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkAnchor, moveAnchor } from '#office/services/audit-anchor.ts';
import { createBackup } from '#office/services/backup.ts';
import { openOffice } from '#office/services/office-session.ts';
import { restoreBackup, verifyBackup } from '#office/services/restore.ts';
import { auditEntries } from '#office/store/audit.ts';
import { openKeysOfMeter } from '#office/store/keys.ts';
import { listPersons } from '#office/store/people.ts';
import { FileDeviceSecretStore } from '#office/vault/device-secret.ts';
import { KDF_FLOOR } from '#office/vault/key-derivation.ts';
import { NOW, codeOf, passphrase, valueOf } from '../../../../support/office-folder.ts';
import { sessionFixture, type SessionFixture } from '../../../../support/session.ts';
import { LANDLORD, METER_ADDRESS, METER_KEY, TENANT } from '../../../../support/small-house.ts';

const clock = () => NOW;

function backedUp({ session, backups }: SessionFixture): string {
  return join(backups, valueOf(createBackup(session, backups)).name);
}

function withPassphrase({ office }: SessionFixture) {
  return { passphrase: passphrase(), deviceSecrets: office.deviceSecrets };
}

describe('restoring', () => {
  it('brings everything back beside the old folder, and says so in the audit', async () => {
    const fixture = await sessionFixture();
    const into = join(fixture.root, 'restored');
    const unlocking = withPassphrase(fixture);
    const report = valueOf(await restoreBackup({ backup: backedUp(fixture), into, unlocking, clock }));
    expect(report.takenAt).toEqual(NOW);
    expect(readdirSync(into).toSorted()).toEqual(['stichtag-1.db', 'vault.json']);
    const restored = valueOf(await openOffice({ ...unlocking, folder: into, clock }));
    const { store, vault } = restored;
    expect(listPersons(store, vault).map(({ name }) => name)).toEqual([LANDLORD.name, TENANT.name]);
    expect(valueOf(openKeysOfMeter(store, vault, METER_ADDRESS)).map(({ key }) => key)).toEqual([METER_KEY]);
    expect([...auditEntries(store)].at(-1)?.action).toBe('backup.restore');
    store.close();
    vault.lock();
  });

  it('works on another computer with the recovery sheet', async () => {
    const fixture = await sessionFixture();
    const into = join(fixture.root, 'other-computer');
    const deviceSecrets = new FileDeviceSecretStore(join(fixture.root, 'other-device'));
    const backup = backedUp(fixture);
    const onOtherDevice = { passphrase: passphrase(), deviceSecrets };
    expect(codeOf(await restoreBackup({ backup, into, unlocking: onOtherDevice, clock }))).toBe(
      'DEVICE_SECRET_MISSING',
    );
    const unlocking = {
      code: fixture.office.recovery.code,
      newPassphrase: passphrase('neun Kannen stehen am Herd'),
      deviceSecrets,
      kdf: KDF_FLOOR,
    };
    valueOf(await restoreBackup({ backup, into, unlocking, clock }));
    const opened = valueOf(
      await openOffice({
        folder: into,
        passphrase: passphrase('neun Kannen stehen am Herd'),
        deviceSecrets,
        clock,
      }),
    );
    expect(listPersons(opened.store, opened.vault)).toHaveLength(2);
    opened.store.close();
    opened.vault.lock();
  });

  it('leaves nothing behind when the passphrase is wrong', async () => {
    const fixture = await sessionFixture();
    const into = join(fixture.root, 'restored');
    const unlocking = { ...withPassphrase(fixture), passphrase: passphrase('ganz und gar daneben') };
    const refused = await restoreBackup({ backup: backedUp(fixture), into, unlocking, clock });
    expect(codeOf(refused)).toBe('PASSPHRASE_WRONG');
    expect([existsSync(into), existsSync(`${into}.neu`)]).toEqual([false, false]);
  });

  it('never restores over something', async () => {
    const fixture = await sessionFixture();
    const unlocking = withPassphrase(fixture);
    const over = await restoreBackup({
      backup: backedUp(fixture),
      into: fixture.office.folder,
      unlocking,
      clock,
    });
    expect(codeOf(over)).toBe('FOLDER_NOT_EMPTY');
  });

  it('moves the anchor when the restored state is the one to work with', async () => {
    const fixture = await sessionFixture();
    const backup = backedUp(fixture);
    moveAnchor(fixture.session, fixture.anchors);
    const into = join(fixture.root, 'restored');
    const unlocking = withPassphrase(fixture);
    valueOf(await restoreBackup({ backup, into, unlocking, clock, anchors: fixture.anchors }));
    const restored = valueOf(await openOffice({ ...unlocking, folder: into, clock }));
    expect(checkAnchor(restored, fixture.anchors)).toEqual({ ok: true, value: 'anchored' });
    // The old folder has gone another way and is now the stranger.
    expect(codeOf(checkAnchor(fixture.session, fixture.anchors))).toBe('ROLLED_BACK');
    restored.store.close();
    restored.vault.lock();
  });
});

describe('verifying a backup', () => {
  it('opens it completely, and leaves nothing behind', async () => {
    const fixture = await sessionFixture();
    const backup = backedUp(fixture);
    const before = readFileSync(backup);
    const unlocking = withPassphrase(fixture);
    const report = valueOf(await verifyBackup({ backup, workshop: fixture.root, unlocking, clock }));
    expect(report.manifest.counts['persons']).toBe(2);
    expect(readFileSync(backup)).toEqual(before);
    expect(readdirSync(fixture.root).toSorted()).toEqual(['backups', 'device', 'office']);
  });

  it('notices a flipped byte anywhere, and a missing end', async () => {
    const fixture = await sessionFixture();
    const backup = backedUp(fixture);
    const whole = readFileSync(backup);
    const unlocking = withPassphrase(fixture);
    const verify = () => verifyBackup({ backup, workshop: fixture.root, unlocking, clock });
    const places = [0, 20, 60, 400, 1200, Math.floor(whole.length / 2), whole.length - 10];
    for (const at of places) {
      const bent = Buffer.from(whole);
      bent.writeUInt8(bent.readUInt8(at) ^ 1, at);
      writeFileSync(backup, bent);
      expect([at, (await verify()).ok]).toEqual([at, false]);
    }
    for (const length of [0, 10, 500, whole.length - 4096, whole.length - 1]) {
      writeFileSync(backup, whole.subarray(0, length));
      expect([length, (await verify()).ok]).toEqual([length, false]);
    }
    writeFileSync(backup, Buffer.concat([whole, Buffer.alloc(1)]));
    expect((await verify()).ok).toBe(false);
  });
});
