/** The application layer's list of data records (EN 13757-3 § 6): read to its end or to where it breaks. */
import { byteAt } from './bytes.ts';
import { readRecordHeader, type RecordHeader } from './record-header.ts';
import {
  dataLengthOf,
  readFixedValue,
  readVariableLength,
  readVariableValue,
  VARIABLE_LENGTH,
  type RecordValue,
} from './record-value.ts';

/**
 * One value with its header. `start` and `end` bound its data bytes in the payload it was read from; a length byte
 * in front of the data is not among them.
 */
export interface DataRecord {
  readonly header: RecordHeader;
  readonly value: RecordValue;
  readonly start: number;
  readonly end: number;
  readonly hasLengthByte: boolean;
}

/**
 * Records in the order of the telegram. `stoppedAt` is null when the list ended where the payload ends, otherwise
 * the offset of the first byte that is no record. Manufacturer's data, once announced, runs to the end.
 */
export interface RecordList {
  readonly records: readonly DataRecord[];
  readonly manufacturerData: Uint8Array | null;
  readonly stoppedAt: number | null;
  /** False when some record is of a kind no meter sends: the mark of a wrong key that went unnoticed. */
  readonly isPlausible: boolean;
}

const IDLE = 0x2f;
const MANUFACTURER_DATA = 0x0f;
const MANUFACTURER_DATA_AND_MORE = 0x1f;
const SPECIAL = 0x0f;

/** Reads the records of `bytes[start, end)`. */
export function readDataRecords(bytes: Uint8Array, start: number, end: number): RecordList {
  const records: DataRecord[] = [];
  let isPlausible = true;
  let at = start;
  while (at < end) {
    const dif = byteAt(bytes, at);
    if (dif === IDLE) {
      at++;
      continue;
    }
    if (dif === MANUFACTURER_DATA || dif === MANUFACTURER_DATA_AND_MORE)
      return { records, manufacturerData: bytes.slice(at + 1, end), stoppedAt: null, isPlausible };
    if ((dif & 15) === SPECIAL) break;
    const header = readRecordHeader(bytes, at, end);
    const record = header === null ? null : readRecordData(header, bytes, at + header.length, end);
    if (record === null) break;
    records.push(record);
    isPlausible &&= !record.header.isImplausible;
    at = record.end;
  }
  return { records, manufacturerData: null, stoppedAt: at < end ? at : null, isPlausible };
}

/** Reads the data of one record that begins at `start`; null when it runs beyond `end` or its length is reserved. */
export function readRecordData(
  header: RecordHeader,
  bytes: Uint8Array,
  start: number,
  end: number,
): DataRecord | null {
  const length = dataLengthOf(header.dataField);
  if (length !== VARIABLE_LENGTH) {
    const dataEnd = start + length;
    if (dataEnd > end) return null;
    const fixed = readFixedValue(header, bytes, start, dataEnd);
    return { header, value: fixed, start, end: dataEnd, hasLengthByte: false };
  }
  if (start >= end) return null;
  const byte = byteAt(bytes, start);
  const variable = header.hasRawLength
    ? ({ length: byte, coding: 'text' } as const)
    : readVariableLength(byte);
  if (variable === null) return null;
  const dataStart = start + 1;
  const dataEnd = dataStart + variable.length;
  if (dataEnd > end) return null;
  const value = readVariableValue(header, variable.coding, bytes, dataStart, dataEnd);
  return { header, value, start: dataStart, end: dataEnd, hasLengthByte: true };
}
