import { describe, expect, it } from 'vitest';
import { codeOf, valueOf, vaultFixture } from '../../../../support/office-folder.ts';

const PLACE = { table: 'persons', row: 3, column: 'sealed_details', version: 1 };

describe('an unlocked vault', () => {
  it('seals and opens envelopes, and counts every one it opens', async () => {
    const { vault } = await vaultFixture();
    const sealed = vault.sealEnvelope(PLACE, Buffer.from('Geheimes'));
    expect(valueOf(vault.openEnvelope(PLACE, sealed)).toString()).toBe('Geheimes');
    expect(codeOf(vault.openEnvelope({ ...PLACE, row: 4 }, sealed))).toBe('ENVELOPE_BROKEN');
    expect(vault.envelopesOpened).toBe(1);
  });

  it('seals under a key that can be destroyed', async () => {
    const { vault } = await vaultFixture();
    const key = vault.newKey();
    const sealed = vault.sealUnder(key, PLACE, Buffer.from('Geheimes'));
    expect(valueOf(vault.openUnder(key, PLACE, sealed)).toString()).toBe('Geheimes');
    expect(codeOf(vault.openUnder(key, { ...PLACE, column: 'name' }, sealed))).toBe('ENVELOPE_BROKEN');
    expect(codeOf(vault.openUnder(vault.newKey(), PLACE, sealed))).toBe('ENVELOPE_BROKEN');
  });

  it('wipes its keys when it locks, wherever they are held', async () => {
    const { vault } = await vaultFixture();
    const held = [vault.databaseKey, vault.auditKey, vault.backupKey, vault.masterKey, vault.envelopeKey.key];
    held.push(...vault.auditKeys.values());
    expect(held.every((key) => key.some((byte) => byte !== 0))).toBe(true);
    vault.lock();
    vault.lock();
    expect(vault.isLocked).toBe(true);
    expect(held.every((key) => key.every((byte) => byte === 0))).toBe(true);
  });

  it('serves nobody once it is locked', async () => {
    const { vault } = await vaultFixture();
    const sealed = vault.sealEnvelope(PLACE, Buffer.from('Geheimes'));
    vault.lock();
    expect(codeOf(vault.openEnvelope(PLACE, sealed))).toBe('VAULT_LOCKED');
    expect(() => vault.databaseKey).toThrow('locked');
    expect(() => vault.sealEnvelope(PLACE, Buffer.alloc(1))).toThrow('locked');
  });

  it('never shows a key when it is printed', async () => {
    const { vault } = await vaultFixture();
    const { inspect } = await import('node:util');
    const hex = vault.databaseKey.toString('hex');
    const printed = `${inspect(vault, { depth: 5 })}${JSON.stringify(vault)}`;
    expect(printed).not.toContain(hex);
    expect(printed).not.toContain(hex.replaceAll(/(..)(?=.)/g, '$1 '));
    expect(printed).not.toContain(vault.databaseKey.toString('base64'));
  });
});
