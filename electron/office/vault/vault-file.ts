/** `vault.json`: everything needed to try a passphrase, and no secret in clear. Versioned, checked, sealed as a whole. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { succeed, type Result } from '#shared/model/result.ts';
import { vaultFailure, type VaultFailure } from './failures.ts';
import { replaceDurably, type Files } from './files.ts';
import { SALT_BYTES, areAcceptable } from './key-derivation.ts';

export const VAULT_FILE_NAME = 'vault.json';

const FORMAT = 'stichtag-vault';
const FORMAT_VERSION = 1;
/** A forged file must not fill the memory. */
const LARGEST_FILE_BYTES = 1_000_000;

const positive = z.int().min(1);
const sealed = z.base64().min(1);

const kdf = z.strictObject({
  algorithm: z.literal('argon2id'),
  memoryKiB: positive,
  passes: positive,
  lanes: positive,
});

const staffAccess = z.strictObject({
  id: z.string().min(1).max(64),
  initials: z.string().min(1).max(8),
  kdf,
  salt: z.base64().refine((text) => Buffer.from(text, 'base64').length === SALT_BYTES),
  /** The master key under this employee's key. */
  wrappedMasterKey: sealed,
  /** The full name, readable only once the vault is open: a copied folder names nobody. */
  sealedName: sealed,
});

const recovery = z.strictObject({
  issuedAt: z.iso.datetime(),
  wrappedMasterKey: sealed,
  /** The device secret, so that the sheet also brings every employee's passphrase to a new device. */
  wrappedDeviceSecret: sealed,
});

const content = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(FORMAT_VERSION),
  vaultId: z.string().regex(/^[0-9a-f]{32}$/),
  createdAt: z.iso.datetime(),
  /** Counts the changes of this file, so that an older copy put back is noticed. */
  revision: positive,
  /** Counts the master keys; everything sealed names the generation it was sealed under. */
  generation: positive,
  cipher: z.strictObject({ database: z.literal('sqlcipher-4'), envelope: z.literal('aes-256-gcm-1') }),
  staff: z.array(staffAccess).min(1).max(200),
  recovery,
  earlierAuditKeys: z.array(z.strictObject({ generation: positive, sealedKey: sealed })),
});

const vaultFile = content.extend({ seal: z.base64() });

export type VaultContent = z.infer<typeof content>;
export type VaultFile = z.infer<typeof vaultFile>;
export type StaffAccess = z.infer<typeof staffAccess>;

/** The access of one employee; without an id the only one there is. */
export function accessIn(file: VaultContent, staffId: string | undefined): StaffAccess | undefined {
  if (staffId !== undefined) return file.staff.find((access) => access.id === staffId);
  return file.staff.length === 1 ? file.staff[0] : undefined;
}

function isFromFuture(json: unknown): boolean {
  const head = z.object({ format: z.literal(FORMAT), version: z.number() }).safeParse(json);
  return head.success && head.data.version > FORMAT_VERSION;
}

/** Checks bytes as a vault file; refuses a newer format, foreign fields and weakened or absurd KDF parameters. */
export function parseVaultFile(bytes: Buffer): Result<VaultFile, VaultFailure> {
  if (bytes.length > LARGEST_FILE_BYTES) return vaultFailure('VAULT_UNREADABLE');
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString('utf8'));
  } catch {
    return vaultFailure('VAULT_UNREADABLE');
  }
  if (isFromFuture(json)) return vaultFailure('VAULT_FROM_FUTURE');
  const parsed = vaultFile.safeParse(json);
  if (!parsed.success) return vaultFailure('VAULT_UNREADABLE');
  return parsed.data.staff.every((access) => areAcceptable(access.kdf))
    ? succeed(parsed.data)
    : vaultFailure('VAULT_WEAKENED');
}

/** HMAC over the one spelling of the content: the schema puts its fields in order. */
function sealOf(unsealed: VaultContent, key: Buffer): Buffer {
  return createHmac('sha256', key)
    .update(JSON.stringify(content.parse(unsealed)))
    .digest();
}

/** Adds the seal of the vault's own key over everything else in the file. */
export function sealVaultContent(unsealed: VaultContent, key: Buffer): VaultFile {
  return { ...content.parse(unsealed), seal: sealOf(unsealed, key).toString('base64') };
}

/** Splits a file into its content and whether its seal still vouches for every field. */
export function checkVaultSeal(
  file: VaultFile,
  key: Buffer,
): { readonly content: VaultContent; readonly intact: boolean } {
  const { seal, ...unsealed } = file;
  const claimed = Buffer.from(seal, 'base64');
  const expected = sealOf(unsealed, key);
  return {
    content: unsealed,
    intact: claimed.length === expected.length && timingSafeEqual(claimed, expected),
  };
}

export function readVaultFile(files: Files, folder: string): Result<VaultFile, VaultFailure> {
  const path = join(folder, VAULT_FILE_NAME);
  try {
    return files.exists(path) ? parseVaultFile(files.read(path)) : vaultFailure('VAULT_MISSING');
  } catch {
    return vaultFailure('VAULT_UNREADABLE');
  }
}

/** The bytes of a vault file as they lie on disk and in a backup. */
export function vaultFileBytes(file: VaultFile): Buffer {
  return Buffer.from(`${JSON.stringify(file, null, 2)}\n`, 'utf8');
}

function holds(files: Files, path: string, bytes: Buffer): boolean {
  try {
    return files.read(path).equals(bytes);
  } catch {
    return false;
  }
}

/** Replaces `vault.json` atomically: success means the new file stands, failure that the old one does. */
export function writeVaultFile(files: Files, folder: string, file: VaultFile): Result<void, VaultFailure> {
  const path = join(folder, VAULT_FILE_NAME);
  const bytes = vaultFileBytes(file);
  try {
    replaceDurably(files, path, bytes);
    return succeed(undefined);
  } catch {
    // The rename may have happened before the folder failed to sync: what is there decides.
    return holds(files, path, bytes) ? succeed(undefined) : vaultFailure('VAULT_NOT_WRITTEN');
  }
}
