/**
 * The backup file: a mark, a header in clear that opens with the passphrase of its day, a sealed manifest, and the
 * encrypted database as it is. One file, readable by no one without the vault's secrets.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { fail, succeed, type Failure, type Result } from '#shared/model/result.ts';
import { associatedData, decrypt, encrypt } from '../vault/authenticated-cipher.ts';
import { replaceDurably, type Files } from '../vault/files.ts';
import { systemRandom } from '../vault/secret-bytes.ts';
import { parseVaultFile, vaultFileBytes, type VaultFile } from '../vault/vault-file.ts';

/** `mark ‖ header length (4 bytes) ‖ header ‖ database`. */
const MARK = Buffer.from('STICHTAG-BACKUP-1\n', 'latin1');
const LARGEST_HEADER_BYTES = 2_000_000;

const header = z.strictObject({
  createdAt: z.iso.datetime(),
  /** `vault.json` of that day: the passphrase of that day opens it. */
  vaultFile: z.unknown(),
  sealedManifest: z.base64().min(1),
});

const manifest = z.strictObject({
  schemaVersion: z.int().min(1),
  databaseBytes: z.int().min(0),
  databaseSha256: z.string().regex(/^[0-9a-f]{64}$/),
  audit: z.strictObject({ seq: z.int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  /** Rows by table. */
  counts: z.record(z.string(), z.int().min(0)),
});

/** What a backup says of its database; the proof after restoring. */
export type BackupManifest = z.infer<typeof manifest>;

/** What can be known of a backup without any secret. */
export interface BackupHeader {
  readonly createdAt: Date;
  readonly vaultFile: VaultFile;
  readonly sealedManifest: Buffer;
  /** Where the database begins in the file. */
  readonly databaseStart: number;
}

export type BackupFailure = Failure<
  'BACKUP_UNREADABLE' | 'BACKUP_DAMAGED' | 'BACKUP_NOT_WRITTEN' | 'BACKUP_KEY_WRONG' | 'FOLDER_NOT_EMPTY'
>;

const MESSAGES: Record<BackupFailure['code'], string> = {
  BACKUP_UNREADABLE:
    'Das ist keine Sicherung von Stichtag, oder ihr Anfang ist beschädigt. Bitte wählen Sie eine andere Datei.',
  BACKUP_DAMAGED: 'Diese Sicherung ist beschädigt oder wurde verändert. Bitte nehmen Sie eine andere.',
  BACKUP_NOT_WRITTEN:
    'Die Sicherung konnte nicht geschrieben werden; die älteren sind unberührt. Bitte prüfen Sie Platz und Rechte des Sicherungsordners.',
  BACKUP_KEY_WRONG:
    'Diese Sicherung gehört zu einem anderen Tresor oder zu einem früheren Hauptschlüssel. Bitte öffnen Sie sie mit der Passphrase von damals.',
  FOLDER_NOT_EMPTY: 'Der Zielordner ist nicht leer. Bitte wählen Sie einen neuen Ordner.',
};

export function backupFailure(code: BackupFailure['code']): {
  readonly ok: false;
  readonly error: BackupFailure;
} {
  return fail({ code, message: MESSAGES[code] });
}

function bindManifest(createdAt: string, vaultFile: Buffer): Buffer {
  return associatedData('backup-manifest', createdAt, createHash('sha256').update(vaultFile).digest('hex'));
}

/** SHA-256 of a file from an offset on, in hexadecimal. */
export function hashOfFile(files: Files, path: string, start = 0): string {
  const hash = createHash('sha256');
  for (const part of files.readParts(path, start)) hash.update(part);
  return hash.digest('hex');
}

/** Writes a backup from a copied database; the file appears whole under its name or not at all. */
export function writeBackup(
  files: Files,
  path: string,
  content: {
    readonly createdAt: Date;
    readonly vaultFile: VaultFile;
    readonly manifest: BackupManifest;
    readonly databaseCopy: string;
  },
  backupKey: Buffer,
): void {
  const createdAt = content.createdAt.toISOString();
  const bound = bindManifest(createdAt, vaultFileBytes(content.vaultFile));
  const plain = Buffer.from(JSON.stringify(content.manifest), 'utf8');
  const head = Buffer.from(
    JSON.stringify({
      createdAt,
      vaultFile: content.vaultFile,
      sealedManifest: encrypt(backupKey, bound, plain, systemRandom).toString('base64'),
    }),
    'utf8',
  );
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  replaceDurably(files, path, inParts([MARK, length, head], files.readParts(content.databaseCopy)));
}

function* inParts(first: readonly Buffer[], rest: Iterable<Buffer>): Generator<Buffer> {
  yield* first;
  yield* rest;
}

function headerBytes(files: Files, path: string): Buffer | null {
  const start = MARK.length + 4;
  let bytes = Buffer.alloc(0);
  for (const part of files.readParts(path)) {
    bytes = Buffer.concat([bytes, part]);
    if (bytes.length < start) continue;
    if (!bytes.subarray(0, MARK.length).equals(MARK)) return null;
    const length = bytes.readUInt32BE(MARK.length);
    if (length > LARGEST_HEADER_BYTES) return null;
    if (bytes.length >= start + length) return bytes.subarray(start, start + length);
  }
  return null;
}

/** Reads what a backup shows without a secret. */
export function readBackupHeader(files: Files, path: string): Result<BackupHeader, BackupFailure> {
  try {
    const bytes = headerBytes(files, path);
    if (bytes === null) return backupFailure('BACKUP_UNREADABLE');
    const parsed = header.parse(JSON.parse(bytes.toString('utf8')));
    const vaultFile = parseVaultFile(Buffer.from(JSON.stringify(parsed.vaultFile), 'utf8'));
    if (!vaultFile.ok) return backupFailure('BACKUP_UNREADABLE');
    return succeed({
      createdAt: new Date(parsed.createdAt),
      vaultFile: vaultFile.value,
      sealedManifest: Buffer.from(parsed.sealedManifest, 'base64'),
      databaseStart: MARK.length + 4 + bytes.length,
    });
  } catch {
    return backupFailure('BACKUP_UNREADABLE');
  }
}

/** Opens the manifest; it also vouches for the header. `BACKUP_KEY_WRONG` when the vault's key does not fit. */
export function openManifest(head: BackupHeader, backupKey: Buffer): Result<BackupManifest, BackupFailure> {
  const bound = bindManifest(head.createdAt.toISOString(), vaultFileBytes(head.vaultFile));
  const plain = decrypt(backupKey, bound, head.sealedManifest);
  if (plain === null) return backupFailure('BACKUP_KEY_WRONG');
  return succeed(manifest.parse(JSON.parse(plain.toString('utf8'))));
}
