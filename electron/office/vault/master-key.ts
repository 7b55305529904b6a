/** Wraps of the master key: one for each employee's passphrase on this device, one for the recovery sheet. */
import { KEY_BYTES, associatedData, decrypt, encrypt } from './authenticated-cipher.ts';
import { SALT_BYTES, derivePassphraseKey, type KdfParameters } from './key-derivation.ts';
import { deriveFromMaster, deriveKeyEncryptionKey, deriveRecoveryKey } from './key-tree.ts';
import { wipe, type RandomSource } from './secret-bytes.ts';
import type { StaffAccess, VaultContent } from './vault-file.ts';

/** An employee as the audit names him. */
export interface StaffMember {
  readonly id: string;
  readonly name: string;
  readonly initials: string;
}

/** The vault and the generation of its master key: every wrap is bound to both. */
export interface VaultIdentity {
  readonly vaultId: string;
  readonly generation: number;
}

const base64 = (bytes: Buffer): string => bytes.toString('base64');
const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64');

function bindWrap({ vaultId, generation }: VaultIdentity, staffId: string, kdf: KdfParameters): Buffer {
  return associatedData('master-key', vaultId, generation, staffId, kdf.memoryKiB, kdf.passes, kdf.lanes);
}

function bindName({ vaultId, generation }: VaultIdentity, staffId: string): Buffer {
  return associatedData('staff-name', vaultId, generation, staffId);
}

async function keyFor(
  passphrase: Buffer,
  deviceSecret: Buffer,
  access: Pick<StaffAccess, 'kdf' | 'salt'>,
  vaultId: string,
): Promise<Buffer> {
  const passphraseKey = await derivePassphraseKey(passphrase, bytesOf(access.salt), access.kdf);
  const key = deriveKeyEncryptionKey(passphraseKey, deviceSecret, vaultId);
  wipe(passphraseKey);
  return key;
}

/** An access for one employee: the master key under his passphrase and this device's secret. */
export async function wrapForStaff(
  identity: VaultIdentity,
  masterKey: Buffer,
  staff: StaffMember,
  secrets: { readonly passphrase: Buffer; readonly deviceSecret: Buffer },
  kdf: KdfParameters,
  random: RandomSource,
): Promise<StaffAccess> {
  const salt = base64(random(SALT_BYTES));
  const key = await keyFor(secrets.passphrase, secrets.deviceSecret, { kdf, salt }, identity.vaultId);
  const nameKey = deriveFromMaster(masterKey, 'vault-file/v1', identity.vaultId);
  const access: StaffAccess = {
    id: staff.id,
    initials: staff.initials,
    kdf: { ...kdf },
    salt,
    wrappedMasterKey: base64(encrypt(key, bindWrap(identity, staff.id, kdf), masterKey, random)),
    sealedName: base64(encrypt(nameKey, bindName(identity, staff.id), Buffer.from(staff.name), random)),
  };
  wipe(key, nameKey);
  return access;
}

/** The master key, or null when passphrase, device secret or any parameter is another than at wrapping. */
export async function unwrapForStaff(
  identity: VaultIdentity,
  access: StaffAccess,
  secrets: { readonly passphrase: Buffer; readonly deviceSecret: Buffer },
): Promise<Buffer | null> {
  // The key derivation takes no empty passphrase, and no vault has one.
  if (secrets.passphrase.length === 0) return null;
  const key = await keyFor(secrets.passphrase, secrets.deviceSecret, access, identity.vaultId);
  const masterKey = decrypt(key, bindWrap(identity, access.id, access.kdf), bytesOf(access.wrappedMasterKey));
  wipe(key);
  return masterKey?.length === KEY_BYTES ? masterKey : null;
}

/** The employee behind an access; his name opens with the master key only. Null when it was tampered with. */
export function staffOf(identity: VaultIdentity, access: StaffAccess, masterKey: Buffer): StaffMember | null {
  const nameKey = deriveFromMaster(masterKey, 'vault-file/v1', identity.vaultId);
  const name = decrypt(nameKey, bindName(identity, access.id), bytesOf(access.sealedName));
  wipe(nameKey);
  return name && { id: access.id, initials: access.initials, name: name.toString('utf8') };
}

/** The recovery sheet's part of the vault file: master key and device secret under the sheet's code. */
export function wrapForRecovery(
  identity: VaultIdentity,
  secrets: { readonly masterKey: Buffer; readonly deviceSecret: Buffer; readonly code: Buffer },
  issuedAt: Date,
  random: RandomSource,
): VaultContent['recovery'] {
  const key = deriveRecoveryKey(secrets.code, identity.vaultId);
  const wrap = (label: string, secret: Buffer): string =>
    base64(encrypt(key, associatedData(label, identity.vaultId, identity.generation), secret, random));
  const recovery = {
    issuedAt: issuedAt.toISOString(),
    wrappedMasterKey: wrap('recovery-master-key', secrets.masterKey),
    wrappedDeviceSecret: wrap('recovery-device-secret', secrets.deviceSecret),
  };
  wipe(key);
  return recovery;
}

/** Master key and device secret by the code of the sheet; null when the code belongs to another sheet. */
export function unwrapForRecovery(
  identity: VaultIdentity,
  recovery: VaultContent['recovery'],
  code: Buffer,
): { readonly masterKey: Buffer; readonly deviceSecret: Buffer } | null {
  const key = deriveRecoveryKey(code, identity.vaultId);
  const unwrap = (label: string, wrapped: string): Buffer | null =>
    decrypt(key, associatedData(label, identity.vaultId, identity.generation), bytesOf(wrapped));
  const masterKey = unwrap('recovery-master-key', recovery.wrappedMasterKey);
  const deviceSecret = unwrap('recovery-device-secret', recovery.wrappedDeviceSecret);
  wipe(key);
  return masterKey && deviceSecret && { masterKey, deviceSecret };
}
