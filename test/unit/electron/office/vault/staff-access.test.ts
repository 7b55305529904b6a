import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KDF_FLOOR } from '#office/vault/key-derivation.ts';
import { listSignIns, openVault } from '#office/vault/open-vault.ts';
import {
  addStaffAccess,
  changePassphrase,
  isPassphraseOf,
  revokeStaffAccess,
} from '#office/vault/staff-access.ts';
import {
  codeOf,
  passphrase,
  valueOf,
  vaultFixture,
  type VaultFixture,
} from '../../../../support/office-folder.ts';

const SHIVANI = { id: 'sh', name: 'Shivani Rao', initials: 'SR' };
const HER_PASSPHRASE = 'sieben Äpfel liegen im Gras';

function tools({ deviceSecrets }: VaultFixture) {
  return { deviceSecrets, kdf: KDF_FLOOR };
}

function open(fixture: VaultFixture, staffId: string, text?: string) {
  const { folder, deviceSecrets } = fixture;
  return openVault({ folder, staffId, passphrase: passphrase(text), deviceSecrets });
}

describe('accesses of named staff', () => {
  it('open the same vault, each with a passphrase of its own', async () => {
    const fixture = await vaultFixture();
    valueOf(await addStaffAccess(fixture.vault, SHIVANI, passphrase(HER_PASSPHRASE), tools(fixture)));
    expect(valueOf(listSignIns(fixture.folder)).map(({ id }) => id)).toEqual(['rr', 'sh']);
    const hers = valueOf(await open(fixture, 'sh', HER_PASSPHRASE));
    expect(hers.staff).toEqual(SHIVANI);
    expect(hers.databaseKey).toEqual(fixture.vault.databaseKey);
    expect(codeOf(await open(fixture, 'sh'))).toBe('PASSPHRASE_WRONG');
    expect(codeOf(await open(fixture, 'rr', HER_PASSPHRASE))).toBe('PASSPHRASE_WRONG');
    const unnamed = await openVault({ ...fixture, passphrase: passphrase() });
    expect(codeOf(unnamed)).toBe('STAFF_UNKNOWN');
    const again = await addStaffAccess(hers, SHIVANI, passphrase(HER_PASSPHRASE), tools(fixture));
    expect(codeOf(again)).toBe('STAFF_EXISTS');
    hers.lock();
  });

  it('end when they are revoked, but never the last one', async () => {
    const fixture = await vaultFixture();
    valueOf(await addStaffAccess(fixture.vault, SHIVANI, passphrase(HER_PASSPHRASE), tools(fixture)));
    valueOf(revokeStaffAccess(fixture.vault, 'sh'));
    expect(codeOf(await open(fixture, 'sh', HER_PASSPHRASE))).toBe('STAFF_UNKNOWN');
    expect(codeOf(revokeStaffAccess(fixture.vault, 'sh'))).toBe('STAFF_UNKNOWN');
    expect(codeOf(revokeStaffAccess(fixture.vault, 'rr'))).toBe('STAFF_LAST');
  });

  it('cannot be exchanged for each other in the file', async () => {
    const fixture = await vaultFixture();
    valueOf(await addStaffAccess(fixture.vault, SHIVANI, passphrase(HER_PASSPHRASE), tools(fixture)));
    const path = join(fixture.folder, 'vault.json');
    const file = JSON.parse(readFileSync(path, 'utf8')) as { staff: { id: string; initials: string }[] };
    const [remo, shivani] = file.staff;
    writeFileSync(
      path,
      JSON.stringify({
        ...file,
        staff: [
          { ...remo, id: 'sh' },
          { ...shivani, id: 'rr' },
        ],
      }),
    );
    expect(codeOf(await open(fixture, 'sh'))).toBe('PASSPHRASE_WRONG');
    expect(codeOf(await open(fixture, 'rr', HER_PASSPHRASE))).toBe('PASSPHRASE_WRONG');
    writeFileSync(path, JSON.stringify({ ...file, staff: [{ ...remo, initials: 'SR' }, shivani] }));
    expect(codeOf(await open(fixture, 'rr'))).toBe('VAULT_CHANGED');
  });
});

describe('changing the passphrase', () => {
  it('needs the old one, and afterwards only the new one opens', async () => {
    const fixture = await vaultFixture();
    const change = (old: string, next: string) =>
      changePassphrase(fixture.vault, { old: passphrase(old), new: passphrase(next) }, tools(fixture));
    expect(codeOf(await change('irgendeine andere', HER_PASSPHRASE))).toBe('PASSPHRASE_WRONG');
    expect(codeOf(await change('vier Maler streichen den Flur', 'kurz'))).toBe('PASSPHRASE_TOO_SHORT');
    valueOf(await change('vier Maler streichen den Flur', HER_PASSPHRASE));
    expect(codeOf(await open(fixture, 'rr'))).toBe('PASSPHRASE_WRONG');
    valueOf(await open(fixture, 'rr', HER_PASSPHRASE)).lock();
    expect(
      valueOf(await isPassphraseOf(fixture.vault, passphrase(HER_PASSPHRASE), fixture.deviceSecrets)),
    ).toBe(true);
    expect(valueOf(await isPassphraseOf(fixture.vault, passphrase(), fixture.deviceSecrets))).toBe(false);
  });

  it('does not overwrite what another session or somebody else has written', async () => {
    const fixture = await vaultFixture();
    const other = valueOf(await open(fixture, 'rr'));
    valueOf(await addStaffAccess(other, SHIVANI, passphrase(HER_PASSPHRASE), tools(fixture)));
    other.lock();
    expect(codeOf(revokeStaffAccess(fixture.vault, 'sh'))).toBe('STAFF_UNKNOWN');
    const both = { old: passphrase(), new: passphrase(HER_PASSPHRASE) };
    expect(codeOf(await changePassphrase(fixture.vault, both, tools(fixture)))).toBe('VAULT_CHANGED');
  });

  it('counts the revisions of the file, so that an old copy put back can be told', async () => {
    const fixture = await vaultFixture();
    const path = join(fixture.folder, 'vault.json');
    copyFileSync(path, `${path}.old`);
    valueOf(await addStaffAccess(fixture.vault, SHIVANI, passphrase(HER_PASSPHRASE), tools(fixture)));
    expect(fixture.vault.content.revision).toBe(2);
    copyFileSync(`${path}.old`, path);
    const opened = valueOf(await open(fixture, 'rr'));
    expect(opened.content.revision).toBe(1);
    opened.lock();
  });
});
