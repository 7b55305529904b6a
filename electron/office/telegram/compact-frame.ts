/** Compact and format frames: records and their headers sent apart (EN 13757-3 annex G). */
import { byteAt, uint16At } from './bytes.ts';
import { finishCrc, updateCrc } from './crc.ts';
import { readRecordData, type DataRecord, type RecordList } from './data-records.ts';
import type { FormatCache, FormatOwner } from './format-cache.ts';
import { knownFormat } from './known-formats.ts';
import { readRecordHeader } from './record-header.ts';

const IDLE = 0x2f;
const SIGNATURE_LENGTH = 2;
const CHECKSUM_LENGTH = 2;

/** What became of a compact frame: its records, or why it cannot be read (yet). */
export type CompactResult =
  | { readonly ok: true; readonly list: RecordList }
  | { readonly ok: false; readonly reason: 'unknown format' | 'checksum' | 'too short' };

/**
 * Reads the compact frame in `bytes[start, end)`: signature, checksum of the full frame it stands for, data. The
 * checksum covers headers and data, so a mistaken format cannot go unnoticed.
 */
export function readCompactFrame(
  bytes: Uint8Array,
  start: number,
  end: number,
  owner: FormatOwner,
  formats: FormatCache,
): CompactResult {
  const dataAt = start + SIGNATURE_LENGTH + CHECKSUM_LENGTH;
  if (dataAt > end) return { ok: false, reason: 'too short' };
  const signature = uint16At(bytes, start);
  const headers = formats.get(owner, signature) ?? knownFormat(owner, signature);
  if (headers === undefined) return { ok: false, reason: 'unknown format' };

  const records: DataRecord[] = [];
  let checksum = 0;
  let dataEnd = dataAt;
  for (let at = 0; at < headers.length;) {
    const header = readRecordHeader(headers, at, headers.length);
    const record = header === null ? null : readRecordData(header, bytes, dataEnd, end);
    if (record === null) return { ok: false, reason: 'checksum' };
    checksum = updateCrc(checksum, headers, at, at + record.header.length);
    checksum = updateCrc(checksum, bytes, dataEnd, record.end);
    records.push(record);
    at += record.header.length;
    dataEnd = record.end;
  }
  if (finishCrc(checksum) !== uint16At(bytes, start + SIGNATURE_LENGTH))
    return { ok: false, reason: 'checksum' };
  while (dataEnd < end && byteAt(bytes, dataEnd) === IDLE) dataEnd++;
  const stoppedAt = dataEnd < end ? dataEnd : null;
  return { ok: true, list: { records, manufacturerData: null, stoppedAt, isPlausible: true } };
}

/** Learns the format of a full frame that was read to its end; `bytes` is what its records were read from. */
export function learnFromRecords(
  list: RecordList,
  bytes: Uint8Array,
  owner: FormatOwner,
  formats: FormatCache,
): void {
  if (list.records.length === 0 || list.manufacturerData !== null || list.stoppedAt !== null) return;
  let checksum = 0;
  let length = 0;
  for (const record of list.records) {
    const headerAt = headerStart(record);
    checksum = updateCrc(checksum, bytes, headerAt, headerAt + record.header.length);
    length += record.header.length;
  }
  const signature = finishCrc(checksum);
  const known = formats.get(owner, signature);
  if (known !== undefined && hasHeaders(known, list.records, bytes, length)) return;
  const headers = new Uint8Array(length);
  let at = 0;
  for (const record of list.records) {
    const headerAt = headerStart(record);
    headers.set(bytes.subarray(headerAt, headerAt + record.header.length), at);
    at += record.header.length;
  }
  formats.put(owner, signature, headers);
}

function headerStart(record: DataRecord): number {
  return record.start - (record.hasLengthByte ? 1 : 0) - record.header.length;
}

function hasHeaders(
  known: Uint8Array,
  records: readonly DataRecord[],
  bytes: Uint8Array,
  length: number,
): boolean {
  if (known.length !== length) return false;
  let at = 0;
  for (const record of records) {
    const headerAt = headerStart(record);
    for (let index = 0; index < record.header.length; index++)
      if (byteAt(known, at++) !== byteAt(bytes, headerAt + index)) return false;
  }
  return true;
}

/**
 * Learns the format frame in `bytes[start, end)`: length byte, signature, headers. False when it is damaged, that
 * is when a header breaks or the signature is not the checksum of the headers.
 */
export function learnFromFormatFrame(
  bytes: Uint8Array,
  start: number,
  end: number,
  owner: FormatOwner,
  formats: FormatCache,
): boolean {
  const headersAt = start + 1 + SIGNATURE_LENGTH;
  const headersEnd = start + 1 + byteAt(bytes, start);
  if (headersEnd > end || headersEnd <= headersAt) return false;
  const signature = uint16At(bytes, start + 1);
  if (finishCrc(updateCrc(0, bytes, headersAt, headersEnd)) !== signature) return false;
  for (let at = headersAt; at < headersEnd;) {
    const header = readRecordHeader(bytes, at, headersEnd);
    if (header === null) return false;
    at += header.length;
  }
  formats.put(owner, signature, bytes.slice(headersAt, headersEnd));
  return true;
}
