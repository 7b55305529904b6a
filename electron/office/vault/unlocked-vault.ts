/** An open vault: the keys of the office while somebody is signed in, and their end when it locks. */
import { join } from 'node:path';
import { succeed, type Failure, type Result } from '#shared/model/result.ts';
import { KEY_BYTES, associatedData, decrypt, encrypt } from './authenticated-cipher.ts';
import {
  openEnvelope,
  rewrapEnvelope,
  sealEnvelope,
  type EnvelopeKey,
  type EnvelopePlace,
} from './envelope.ts';
import { vaultFailure, type VaultFailure } from './failures.ts';
import { deriveFromMaster, type Purpose } from './key-tree.ts';
import { staffOf, type StaffMember } from './master-key.ts';
import { systemRandom, wipe, type RandomSource } from './secret-bytes.ts';
import { checkVaultSeal, type VaultContent, type VaultFile } from './vault-file.ts';

function bindArchivedKey(vaultId: string, generation: number): Buffer {
  return associatedData('earlier-audit-key', vaultId, generation);
}

/** Seals the audit key of a past generation, so that entries made under it can still be checked. */
export function sealArchivedAuditKey(
  vaultId: string,
  masterKey: Buffer,
  archived: { readonly generation: number; readonly key: Buffer },
  random: RandomSource,
): VaultContent['earlierAuditKeys'][number] {
  const archiveKey = deriveFromMaster(masterKey, 'audit-archive/v1', vaultId);
  const sealedKey = encrypt(archiveKey, bindArchivedKey(vaultId, archived.generation), archived.key, random);
  wipe(archiveKey);
  return { generation: archived.generation, sealedKey: sealedKey.toString('base64') };
}

function openAuditKeys(masterKey: Buffer, content: VaultContent): Map<number, Buffer> | null {
  const archiveKey = deriveFromMaster(masterKey, 'audit-archive/v1', content.vaultId);
  const keys = new Map<number, Buffer>();
  for (const { generation, sealedKey } of content.earlierAuditKeys) {
    const bound = bindArchivedKey(content.vaultId, generation);
    const key = decrypt(archiveKey, bound, Buffer.from(sealedKey, 'base64'));
    if (key === null) return null;
    keys.set(generation, key);
  }
  wipe(archiveKey);
  return keys.set(content.generation, deriveFromMaster(masterKey, 'audit/v1', content.vaultId));
}

/**
 * The keys of an opened vault. Their Buffers belong to the vault: `lock` fills them with zeros wherever they are
 * referenced. Reading a key or sealing with a locked vault is a bug and throws.
 */
export class UnlockedVault {
  readonly folder: string;
  /** Who unlocked it. */
  readonly staff: StaffMember;
  /** Audit seal keys by generation of the master key; the current one is `auditKey`. */
  readonly auditKeys: ReadonlyMap<number, Buffer>;
  readonly #random: RandomSource;
  readonly #masterKey: Buffer;
  readonly #databaseKey: Buffer;
  readonly #auditKey: Buffer;
  readonly #backupKey: Buffer;
  readonly #envelopeKey: EnvelopeKey;
  #content: VaultContent;
  #closedBecause: Failure<'ROLLED_BACK'> | null = null;
  #locked = false;
  #envelopesOpened = 0;

  private constructor(
    folder: string,
    content: VaultContent,
    masterKey: Buffer,
    auditKeys: ReadonlyMap<number, Buffer>,
    staff: StaffMember,
    random: RandomSource,
  ) {
    const grow = (purpose: Purpose): Buffer => deriveFromMaster(masterKey, purpose, content.vaultId);
    this.folder = folder;
    this.staff = staff;
    this.auditKeys = auditKeys;
    this.#content = content;
    this.#random = random;
    this.#masterKey = masterKey;
    this.#databaseKey = grow('db/v1');
    this.#auditKey = grow('audit/v1');
    this.#backupKey = grow('backup/v1');
    this.#envelopeKey = { key: grow('meter-key/v1'), generation: content.generation };
  }

  /** Takes over `masterKey`; refuses a vault file whose seal does not match it. */
  static unlock(
    folder: string,
    file: VaultFile,
    masterKey: Buffer,
    staff: StaffMember,
    random: RandomSource = systemRandom,
  ): Result<UnlockedVault, VaultFailure> {
    const sealKey = deriveFromMaster(masterKey, 'vault-file/v1', file.vaultId);
    const { content, intact } = checkVaultSeal(file, sealKey);
    wipe(sealKey);
    const auditKeys = intact ? openAuditKeys(masterKey, content) : null;
    return auditKeys === null
      ? vaultFailure('VAULT_CHANGED')
      : succeed(new UnlockedVault(folder, content, masterKey, auditKeys, staff, random));
  }

  #use<T>(secret: T): T {
    if (this.#locked) throw new Error('the vault is locked');
    return secret;
  }

  get vaultId(): string {
    return this.#content.vaultId;
  }

  get generation(): number {
    return this.#content.generation;
  }

  /** The vault file as it stands, without its seal. */
  get content(): VaultContent {
    return this.#content;
  }

  /** Where this vault's database lies; every generation of the master key has a file of its own. */
  get databaseFile(): string {
    return join(this.folder, `stichtag-${this.generation}.db`);
  }

  get isLocked(): boolean {
    return this.#locked;
  }

  /** How many envelopes were opened since unlocking: the audit counts every use of a meter key. */
  get envelopesOpened(): number {
    return this.#envelopesOpened;
  }

  get databaseKey(): Buffer {
    return this.#use(this.#databaseKey);
  }

  get auditKey(): Buffer {
    return this.#use(this.#auditKey);
  }

  get backupKey(): Buffer {
    return this.#use(this.#backupKey);
  }

  /** The key that wraps the envelopes' own keys, for the vault's own files only. */
  get envelopeKey(): EnvelopeKey {
    return this.#use(this.#envelopeKey);
  }

  /** For the vault's own files only: wrapping the master key anew. */
  get masterKey(): Buffer {
    return this.#use(this.#masterKey);
  }

  sealEnvelope(place: EnvelopePlace, plaintext: Buffer): Buffer {
    return sealEnvelope(this.#use(this.#envelopeKey), place, plaintext, this.#random);
  }

  /** `ENVELOPE_BROKEN` when it was changed, moved to another place or made by another vault. */
  openEnvelope(place: EnvelopePlace, sealed: Buffer): Result<Buffer, VaultFailure> {
    if (this.#locked) return vaultFailure('VAULT_LOCKED');
    const plaintext = openEnvelope(this.#envelopeKey, place, sealed);
    if (plaintext === null) return vaultFailure('ENVELOPE_BROKEN');
    this.#envelopesOpened += 1;
    return succeed(plaintext);
  }

  /** Takes over an envelope of an earlier generation without looking at its content. */
  rewrapFrom(former: UnlockedVault, place: EnvelopePlace, sealed: Buffer): Result<Buffer, VaultFailure> {
    const own = this.#use(this.#envelopeKey);
    const rewrapped = rewrapEnvelope(former.envelopeKey, own, place, sealed, this.#random);
    return rewrapped === null ? vaultFailure('ENVELOPE_BROKEN') : succeed(rewrapped);
  }

  /** Everybody who has access, by name. */
  listStaff(): StaffMember[] {
    const masterKey = this.#use(this.#masterKey);
    return this.#content.staff
      .map((access) => staffOf(this.#content, access, masterKey))
      .filter((staff) => staff !== null);
  }

  /** A fresh key of 32 bytes, for data that must become unreadable by destroying its key. */
  newKey(): Buffer {
    return this.#random(KEY_BYTES);
  }

  /** Seals a plaintext for one place under a key from `newKey`. */
  sealUnder(key: Buffer, place: EnvelopePlace, plaintext: Buffer): Buffer {
    return encrypt(this.#use(key), associatedData('under', ...Object.values(place)), plaintext, this.#random);
  }

  /** Undoes `sealUnder`. */
  openUnder(key: Buffer, place: EnvelopePlace, sealed: Buffer): Result<Buffer, VaultFailure> {
    const plaintext = decrypt(this.#use(key), associatedData('under', ...Object.values(place)), sealed);
    return plaintext === null ? vaultFailure('ENVELOPE_BROKEN') : succeed(plaintext);
  }

  /** Why `vault.json` may not be changed for now; null when it may. */
  get closedBecause(): Failure<'ROLLED_BACK'> | null {
    return this.#closedBecause;
  }

  /** Lets nobody change accesses, passphrases, sheet or master key until `openToChanges`. */
  closeToChanges(because: Failure<'ROLLED_BACK'>): void {
    this.#closedBecause = because;
  }

  openToChanges(): void {
    this.#closedBecause = null;
  }

  /** Notes that `vault.json` was replaced by this content; only the vault's own files call it. */
  adopt(content: VaultContent): void {
    this.#content = content;
  }

  /** Ends the session: all keys become zeros. Close the store first; locking twice is harmless. */
  lock(): void {
    this.#locked = true;
    wipe(this.#masterKey, this.#databaseKey, this.#auditKey, this.#backupKey, this.#envelopeKey.key);
    wipe(...this.auditKeys.values());
  }
}
