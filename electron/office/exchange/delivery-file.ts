/** Recognises a delivery file by its content, never by its name, and reads it as a table. */
import { fail, succeed, type Result } from '#shared/model/result.ts';
import { isZip } from './bounded-unzip.ts';
import { decodeText } from './decode-text.ts';
import { deliveryFailure, MOST_FILE_BYTES, type DeliveryFailure, type TableRow } from './delivery-table.ts';
import { isWorkbook, readExcelTable, unzipDelivery } from './excel-table.ts';
import { cipherOfKem, readKemTable } from './kem-file.ts';
import { readTextTable } from './text-table.ts';

/** A file that can be read as it is. Its bytes hold plain keys: whoever keeps it wipes them. */
export interface OpenDelivery {
  readonly format: 'text' | 'excel' | 'kamstrup';
  readonly bytes: Buffer;
}

/** A KEM file, whose content waits for its password (`decryptKem`). */
export interface LockedDelivery {
  readonly format: 'lockedKamstrup';
  readonly cipher: Buffer;
}

/** What a file is. `bytes` stay the caller's and are taken over by an open delivery. */
export function recognizeDelivery(bytes: Buffer): Result<OpenDelivery | LockedDelivery, DeliveryFailure> {
  if (bytes.length === 0) return fail(deliveryFailure('FILE_EMPTY'));
  if (bytes.length > MOST_FILE_BYTES) return fail(deliveryFailure('FILE_TOO_LARGE'));
  if (isZip(bytes)) return recognizeArchive(bytes);
  if (isCompoundFile(bytes)) return fail(deliveryFailure('FORMAT_TOO_OLD'));
  const text = decodeText(bytes);
  if (text === null || text.startsWith('%PDF-')) return fail(deliveryFailure('FORMAT_UNKNOWN'));
  if (text.trim() === '') return fail(deliveryFailure('FILE_EMPTY'));
  return recognizeText(text, bytes);
}

/** The rows of a delivery, header included. */
export async function readDeliveryTable({
  format,
  bytes,
}: OpenDelivery): Promise<Result<readonly TableRow[], DeliveryFailure>> {
  if (format === 'excel') return await readExcelTable(bytes);
  return format === 'kamstrup' ? readKemTable(bytes) : readTextTable(decodeText(bytes) ?? '');
}

/** The container of `.xls` and other old Office files. */
function isCompoundFile(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}

function recognizeText(text: string, bytes: Buffer): Result<OpenDelivery | LockedDelivery, DeliveryFailure> {
  const isXml = text.trimStart().startsWith('<');
  const cipher = isXml ? cipherOfKem(text) : null;
  if (cipher !== null) return succeed({ format: 'lockedKamstrup', cipher });
  return isXml ? fail(deliveryFailure('FORMAT_UNKNOWN')) : succeed({ format: 'text', bytes });
}

/** A spreadsheet, or an archive around a KEM file or a text, with its schema beside it. */
function recognizeArchive(bytes: Buffer): Result<OpenDelivery | LockedDelivery, DeliveryFailure> {
  const entries = unzipDelivery(bytes);
  if (!entries.ok) return entries;
  if (isWorkbook(entries.value)) return succeed({ format: 'excel', bytes });
  for (const entry of entries.value.values()) {
    const text = decodeText(entry);
    const found = text === null ? null : recognizeText(text, Buffer.from(entry));
    if (found?.ok) return found;
  }
  return fail(deliveryFailure('FORMAT_UNKNOWN'));
}
