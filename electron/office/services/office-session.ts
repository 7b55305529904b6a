/** A working session: the vault is open, the store is open, and somebody answers for what changes. */
import type { Failure, Result } from '#shared/model/result.ts';
import { succeed } from '#shared/model/result.ts';
import type { Desk } from '../store/change.ts';
import { openStore } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import { createVault, type RecoverySheet, type VaultRequest } from '../vault/create-vault.ts';
import { openVault, type UnlockRequest } from '../vault/open-vault.ts';
import type { UnlockedVault } from '../vault/unlocked-vault.ts';

export interface OfficeSession {
  readonly vault: UnlockedVault;
  readonly store: Store;
  readonly clock: () => Date;
}

/** The desk of whoever unlocked the session; `stichtag` stands for what the program does by itself. */
export function deskOf(session: OfficeSession, actor: string = session.vault.staff.id): Desk {
  return { seals: session.vault, clock: session.clock, actor };
}

/** Creates vault and store in an empty folder. On failure the vault is locked again. */
export async function createOffice(
  request: VaultRequest,
): Promise<Result<{ readonly session: OfficeSession; readonly recovery: RecoverySheet }, Failure>> {
  const created = await createVault(request);
  if (!created.ok) return created;
  const { vault, recovery } = created.value;
  const session = openSession(vault, 'create', request.clock);
  return session.ok ? succeed({ session: session.value, recovery }) : session;
}

/** Unlocks the vault of a folder and opens its store. On failure the vault is locked again. */
export async function openOffice(request: UnlockRequest): Promise<Result<OfficeSession, Failure>> {
  const vault = await openVault(request);
  return vault.ok ? openSession(vault.value, 'readWrite', request.clock ?? (() => new Date())) : vault;
}

function openSession(
  vault: UnlockedVault,
  mode: 'create' | 'readWrite',
  clock: () => Date,
): Result<OfficeSession, Failure> {
  const store = openStore({ file: vault.databaseFile, key: vault.databaseKey, mode });
  if (store.ok) return succeed({ vault, store: store.value, clock });
  vault.lock();
  return store;
}

/** Ends the session: the store is closed, then every key becomes zeros. */
export function closeOffice(session: OfficeSession): void {
  session.store.close();
  session.vault.lock();
}
