import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openVault } from '#office/vault/open-vault.ts';
import {
  PASSPHRASE,
  codeOf,
  passphrase,
  valueOf,
  vaultFixture,
  type VaultFixture,
} from '../support/office-folder.ts';

interface EditableVault {
  staff: {
    kdf: { memoryKiB: number; passes: number; lanes: number };
    salt: string;
    wrappedMasterKey: string;
    sealedName: string;
  }[];
  recovery: Record<string, string>;
  generation: number;
  revision: number;
  vaultId: string;
  seal: string;
}

function pathOf({ folder }: VaultFixture): string {
  return join(folder, 'vault.json');
}

/** Opens the vault after its file was edited, and puts the file back. */
async function openEdited(fixture: VaultFixture, edit: (file: EditableVault) => void): Promise<string> {
  const genuine = readFileSync(pathOf(fixture));
  const file = JSON.parse(genuine.toString('utf8')) as EditableVault;
  edit(file);
  writeFileSync(pathOf(fixture), JSON.stringify(file));
  const { folder, deviceSecrets } = fixture;
  await deviceSecrets.save(file.vaultId, valueOf(await deviceSecrets.load(fixture.vault.vaultId)));
  const opened = await openVault({ folder, passphrase: passphrase(), deviceSecrets });
  writeFileSync(pathOf(fixture), genuine);
  writeFileSync(join(folder, 'attempts.json'), '');
  if (!opened.ok) return opened.error.code;
  opened.value.lock();
  return 'opened';
}

/** Changes what a guess costs. */
function cost(change: object): (file: EditableVault) => void {
  return (file) => Object.assign(file.staff[0]?.kdf ?? {}, change);
}

function flip(base64: string): string {
  const bytes = Buffer.from(base64, 'base64');
  bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 4, bytes.length >> 1);
  return bytes.toString('base64');
}

describe('attacks on the vault file', () => {
  it('cannot weaken or blow up the key derivation', async () => {
    const fixture = await vaultFixture();
    expect(await openEdited(fixture, () => {})).toBe('opened');
    for (const change of [{ memoryKiB: 8 }, { passes: 1 }, { memoryKiB: 2_000_000 }, { passes: 1_000_000 }])
      expect(await openEdited(fixture, cost(change))).toBe('VAULT_WEAKENED');
    // Dearer but allowed: another key comes out, and nothing opens.
    expect(await openEdited(fixture, cost({ passes: 3 }))).toBe('PASSPHRASE_WRONG');
  });

  it('are noticed wherever a bit is flipped', async () => {
    const fixture = await vaultFixture();
    const attacks: [string, (file: EditableVault) => void][] = [
      [
        'PASSPHRASE_WRONG',
        ({ staff }) => staff.forEach((access) => (access.wrappedMasterKey = flip(access.wrappedMasterKey))),
      ],
      ['PASSPHRASE_WRONG', ({ staff }) => staff.forEach((access) => (access.salt = flip(access.salt)))],
      ['PASSPHRASE_WRONG', (file) => (file.generation = 2)],
      ['PASSPHRASE_WRONG', (file) => (file.vaultId = 'ff'.repeat(16))],
      [
        'VAULT_CHANGED',
        ({ staff }) => staff.forEach((access) => (access.sealedName = flip(access.sealedName))),
      ],
      [
        'VAULT_CHANGED',
        ({ recovery }) => (recovery['wrappedMasterKey'] = flip(recovery['wrappedMasterKey'] ?? '')),
      ],
      ['VAULT_CHANGED', (file) => (file.revision = 7)],
      ['VAULT_CHANGED', (file) => (file.seal = flip(file.seal))],
    ];
    for (const [expected, attack] of attacks) expect(await openEdited(fixture, attack)).toBe(expected);
  });

  it('do not get far with the wrap of another vault', async () => {
    const [fixture, other] = [await vaultFixture(), await vaultFixture()];
    const foreign = JSON.parse(readFileSync(pathOf(other), 'utf8')) as EditableVault;
    expect(await openEdited(fixture, (file) => (file.staff = foreign.staff))).toBe('PASSPHRASE_WRONG');
    expect(await openEdited(fixture, (file) => (file.recovery = foreign.recovery))).toBe('VAULT_CHANGED');
  });

  it('learn from the answer only that it was wrong', async () => {
    const fixture = await vaultFixture();
    const { folder, deviceSecrets } = fixture;
    for (const text of ['', PASSPHRASE.slice(0, -1), `${PASSPHRASE} `]) {
      writeFileSync(join(folder, 'attempts.json'), '');
      expect(codeOf(await openVault({ folder, passphrase: passphrase(text), deviceSecrets }))).toBe(
        'PASSPHRASE_WRONG',
      );
    }
  });
});
