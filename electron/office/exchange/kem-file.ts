/**
 * Kamstrup's key files (KEM and KEM2): XML of the W3C's XML Encryption with AES-128-CBC. As the public scripts and
 * Kamstrup's guide 55123205 describe it, the password's bytes, filled up with zeros, are both key and initial vector;
 * files that put the vector in front of the ciphertext, as the W3C demands, are read too.
 */
import { createDecipheriv } from 'node:crypto';
import { fail, succeed, type Result } from '#shared/model/result.ts';
import { decodeText } from './decode-text.ts';
import { deliveryFailure, MOST_ROWS, type DeliveryFailure, type TableRow } from './delivery-table.ts';
import { readXmlRecords, type XmlRecord } from './xml-records.ts';

const BLOCK_BYTES = 16;
const RECORD_NAMES = ['Meter', 'Device'];
const ROOTS: ReadonlySet<string> = new Set(['MetersInOrder', 'Devices', 'DevicesInOrder']);

/** The ciphertext of an encrypted document; null when the text is none. */
export function cipherOfKem(text: string): Buffer | null {
  if (!/<(\w+:)?EncryptedData[\s>]/.test(text.slice(0, 2000))) return null;
  const document = readXmlRecords(text, []);
  const cipher = Buffer.from(document?.texts.get('CipherValue') ?? '', 'base64');
  return cipher.length < 2 * BLOCK_BYTES || cipher.length % BLOCK_BYTES !== 0 ? null : cipher;
}

/** The document inside, as bytes to be wiped after use. `PASSWORD_WRONG` for everything that is no document. */
export function decryptKem(cipher: Uint8Array, password: string): Result<Buffer, DeliveryFailure> {
  const typed = Buffer.from(password, 'utf8');
  if (typed.length === 0 || typed.length > BLOCK_BYTES) return fail(deliveryFailure('PASSWORD_WRONG'));
  const key = Buffer.alloc(BLOCK_BYTES);
  typed.copy(key);
  const decipher = createDecipheriv('aes-128-cbc', key, key).setAutoPadding(false);
  const opened = Buffer.concat([decipher.update(cipher), decipher.final()]);
  key.fill(0);
  typed.fill(0);
  for (const start of [0, BLOCK_BYTES]) {
    const document = withoutPadding(opened.subarray(start));
    const text = decodeText(document);
    // A wrong vector spoils the first block alone: what follows still looks like a document.
    const read = text?.startsWith('<') === true ? readXmlRecords(text, RECORD_NAMES) : null;
    if (read !== null && ROOTS.has(read.root)) return succeed(document);
  }
  opened.fill(0);
  return fail(deliveryFailure('PASSWORD_WRONG'));
}

/** A document ends with its last tag; behind it stands what filled the last block. */
function withoutPadding(document: Buffer): Buffer {
  return document.subarray(0, document.lastIndexOf('>') + 1);
}

/** Where the columns of the table come from; the first that a record has counts. */
const SERIAL = ['SerialNo', 'SerialNumber'];
const MANUFACTURER = ['VendorId', 'ManufacturerId'];
const TYPE = ['MeterName', 'ShortName', 'TypeNo', 'TypeNumber'];
const DATA_KEY = 'DEK';

/** The meters of an opened document as a table with a header. `NO_KEYS` when it holds none. */
export function readKemTable(document: Uint8Array): Result<readonly TableRow[], DeliveryFailure> {
  const text = decodeText(document);
  const read = text === null ? null : readXmlRecords(text, RECORD_NAMES);
  if (read === null) return fail(deliveryFailure('FILE_UNREADABLE'));
  if (read.records.length > MOST_ROWS) return fail(deliveryFailure('FILE_TOO_LARGE'));
  if (!read.records.some((record) => keyOf(record) !== '')) return fail(deliveryFailure('NO_KEYS'));
  const header = ['Gerätenummer', 'Hersteller', 'Typ', 'Schlüssel'];
  const rows = read.records.map((record) => [
    first(record, SERIAL),
    makerOf(first(record, MANUFACTURER)),
    first(record, TYPE),
    keyOf(record),
  ]);
  return succeed([header, ...rows].map((cells, index) => ({ line: index + 1, cells })));
}

function first(record: XmlRecord, names: readonly string[]): string {
  return names.map((name) => record.get(name) ?? '').find((text) => text !== '') ?? '';
}

/** The data encryption key; the other keys of a record open other doors of the meter. */
function keyOf(record: XmlRecord): string {
  return record.get(DATA_KEY) ?? '';
}

/** A vendor is not always named by the three letters of the radio telegram. */
function makerOf(vendor: string): string {
  return /^[A-Z]{3}$/.test(vendor) ? vendor : '';
}
