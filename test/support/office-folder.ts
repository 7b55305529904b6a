/** A vault and a store in a folder of their own, opened as the office opens them. They vanish with their test. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Desk } from '#office/store/change.ts';
import { openStore } from '#office/store/open.ts';
import type { Store } from '#office/store/store.ts';
import { createVault, type RecoverySheet, type VaultRequest } from '#office/vault/create-vault.ts';
import { FileDeviceSecretStore } from '#office/vault/device-secret.ts';
import { KDF_FLOOR } from '#office/vault/key-derivation.ts';
import type { UnlockedVault } from '#office/vault/unlocked-vault.ts';
import type { Failure, Result } from '#shared/model/result.ts';

export const PASSPHRASE = 'vier Maler streichen den Flur';
export const STAFF = { id: 'rr', name: 'Remo Reichel', initials: 'RR' };
export const NOW = new Date('2026-03-02T09:30:00.000Z');

export function passphrase(text: string = PASSPHRASE): Buffer {
  return Buffer.from(text, 'utf8');
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stichtag-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The value of something that must succeed here. */
export function valueOf<T>(result: Result<T, Failure>): T {
  if (!result.ok) throw new Error(`expected success, got ${result.error.code}`);
  return result.value;
}

/** The code of something that must fail here. */
export function codeOf(result: Result<unknown, Failure>): string {
  if (result.ok) throw new Error('expected a failure');
  return result.error.code;
}

export interface VaultFixture {
  readonly folder: string;
  readonly deviceSecrets: FileDeviceSecretStore;
  readonly vault: UnlockedVault;
  readonly recovery: RecoverySheet;
}

/** A new vault with the cheapest key derivation that is allowed. */
export async function vaultFixture(change: Partial<VaultRequest> = {}): Promise<VaultFixture> {
  const root = temporaryFolder();
  const folder = join(root, 'office');
  const deviceSecrets = new FileDeviceSecretStore(join(root, 'device'));
  const created = await createVault({
    folder,
    passphrase: passphrase(),
    staff: STAFF,
    deviceSecrets,
    clock: () => NOW,
    kdf: KDF_FLOOR,
    ...change,
  });
  const { vault, recovery } = valueOf(created);
  onTestFinished(() => vault.lock());
  return { folder, deviceSecrets, vault, recovery };
}

export interface OfficeFixture extends VaultFixture {
  readonly store: Store;
  readonly desk: Desk;
}

/** A vault with its empty store, both open. */
export async function officeFixture(): Promise<OfficeFixture> {
  const fixture = await vaultFixture();
  const store = storeOf(fixture.vault, 'create');
  return { ...fixture, store, desk: { seals: fixture.vault, clock: () => NOW, actor: STAFF.id } };
}

export function storeOf(
  vault: UnlockedVault,
  mode: 'create' | 'readWrite' | 'readOnly' = 'readWrite',
): Store {
  const store = valueOf(openStore({ file: vault.databaseFile, key: vault.databaseKey, mode }));
  onTestFinished(() => store.close());
  return store;
}
