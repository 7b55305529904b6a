import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KDF_CEILING, KDF_FLOOR } from '#office/vault/key-derivation.ts';
import {
  checkVaultSeal,
  parseVaultFile,
  sealVaultContent,
  vaultFileBytes,
  type VaultFile,
} from '#office/vault/vault-file.ts';
import { codeOf, valueOf, vaultFixture } from '../../../../support/office-folder.ts';

async function aVaultFile(): Promise<{ bytes: Buffer; file: VaultFile }> {
  const { folder } = await vaultFixture();
  const bytes = readFileSync(join(folder, 'vault.json'));
  return { bytes, file: valueOf(parseVaultFile(bytes)) };
}

function parseChanged(file: VaultFile, change: object): ReturnType<typeof parseVaultFile> {
  return parseVaultFile(Buffer.from(JSON.stringify({ ...file, ...change })));
}

describe('the vault file', () => {
  it('is written as it is read', async () => {
    const { bytes, file } = await aVaultFile();
    expect(vaultFileBytes(file)).toEqual(bytes);
  });

  it('shows initials, but neither a name nor a secret', async () => {
    const { bytes } = await aVaultFile();
    expect(bytes.toString()).toContain('"RR"');
    expect(bytes.toString()).not.toContain('Reichel');
  });

  it('is unreadable when garbled, and nothing crashes', async () => {
    const { bytes } = await aVaultFile();
    for (const text of [
      '',
      'null',
      '[]',
      '{}',
      '{"format":"stichtag-vault"}',
      bytes.toString().slice(0, 400),
    ])
      expect(codeOf(parseVaultFile(Buffer.from(text)))).toBe('VAULT_UNREADABLE');
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const bent = Buffer.from(bytes);
        bent.writeUInt8(bent.readUInt8(at) ^ flip, at);
        parseVaultFile(bent);
      }),
    );
    expect(codeOf(parseVaultFile(Buffer.alloc(1_000_001, 0x20)))).toBe('VAULT_UNREADABLE');
  });

  it('refuses fields it does not know', async () => {
    const { file } = await aVaultFile();
    expect(codeOf(parseChanged(file, { backdoor: true }))).toBe('VAULT_UNREADABLE');
  });

  it('says so when a newer program wrote it', async () => {
    const { file } = await aVaultFile();
    expect(codeOf(parseChanged(file, { version: 2, unheardOf: [] }))).toBe('VAULT_FROM_FUTURE');
  });

  it('refuses parameters below the floor and above the ceiling', async () => {
    const { file } = await aVaultFile();
    for (const kdf of [
      { ...KDF_FLOOR, memoryKiB: 8 },
      { ...KDF_FLOOR, passes: 1 },
      { ...KDF_CEILING, memoryKiB: 4_000_000 },
      { ...KDF_CEILING, passes: 1_000 },
    ]) {
      const staff = file.staff.map((access) => Object.assign({}, access, { kdf }));
      expect(codeOf(parseChanged(file, { staff }))).toBe('VAULT_WEAKENED');
    }
  });

  it('is vouched for by its seal in every field', async () => {
    const { file } = await aVaultFile();
    const key = Buffer.alloc(32, 4);
    const { content } = checkVaultSeal(file, key);
    const sealed = sealVaultContent(content, key);
    expect(checkVaultSeal(sealed, key).intact).toBe(true);
    expect(checkVaultSeal(sealed, Buffer.alloc(32, 5)).intact).toBe(false);
    for (const change of [
      { revision: 2 },
      { generation: 2 },
      { createdAt: '2020-01-01T00:00:00.000Z' },
      { staff: sealed.staff.map((access) => Object.assign({}, access, { initials: 'XX' })) },
      { recovery: { ...sealed.recovery, issuedAt: '2020-01-01T00:00:00.000Z' } },
      { seal: '' },
    ])
      expect(checkVaultSeal({ ...sealed, ...change }, key).intact).toBe(false);
  });
});
