/** The data bytes of a record as a value: numbers, bit fields, moments and text (EN 13757-3 annex A). */
import { byteAt, toHexReversed } from './bytes.ts';
import { readTypeF, readTypeG, readTypeI, readTypeJ, type Moment } from './moment.ts';
import type { RecordHeader } from './record-header.ts';

/**
 * A value as transmitted. `number` counts in units of `10^exponent` of the header; `isAmbiguous` marks all-ones
 * integers in history slots, which are -1 by the book and "not available" in practice. `invalid` is a marker the
 * meter sends instead of a number. `none` carries only raw bytes: profiles, manufacturers' codes, days that do not
 * exist.
 */
export type RecordValue =
  | { readonly kind: 'number'; readonly mantissa: bigint; readonly isAmbiguous: boolean }
  | { readonly kind: 'real'; readonly value: number }
  | { readonly kind: 'flags'; readonly bits: bigint }
  | { readonly kind: 'moment'; readonly moment: Moment }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'none' };

const INVALID: RecordValue = { kind: 'invalid' };
const NONE: RecordValue = { kind: 'none' };

/** Bytes of data for each data field; -1 for a length byte in front (LVAR). 8 asks for a value and has none. */
const DATA_LENGTHS = [0, 1, 2, 3, 4, 4, 6, 8, 0, 1, 2, 3, 4, -1, 6, 0] as const;
export const VARIABLE_LENGTH = -1;
const REAL_FIELD = 5;
const FIRST_BCD_FIELD = 9;
const EXACT_BCD_BYTES = 7;

export function dataLengthOf(dataField: number): number {
  return DATA_LENGTHS[dataField] ?? 0;
}

/** What a length byte announces (§ 6.3.3 table 5): how many bytes follow and how they are coded. */
export interface VariableLength {
  readonly length: number;
  readonly coding: 'text' | 'bcd' | 'negative bcd' | 'binary';
}

/** Reads a length byte; null for reserved ones. */
export function readVariableLength(byte: number): VariableLength | null {
  if (byte < 0xc0) return { length: byte, coding: 'text' };
  if (byte <= 0xc9) return { length: byte - 0xc0, coding: 'bcd' };
  if (byte >= 0xd0 && byte <= 0xd9) return { length: byte - 0xd0, coding: 'negative bcd' };
  if (byte >= 0xe0 && byte <= 0xef) return { length: byte - 0xe0, coding: 'binary' };
  if (byte >= 0xf0 && byte <= 0xf4) return { length: 4 * (byte - 0xec), coding: 'binary' };
  if (byte === 0xf5) return { length: 48, coding: 'binary' };
  if (byte === 0xf6) return { length: 64, coding: 'binary' };
  return null;
}

/** Reads the value in `bytes[start, end)` of a record with fixed length. */
export function readFixedValue(
  header: RecordHeader,
  bytes: Uint8Array,
  start: number,
  end: number,
): RecordValue {
  const field = header.dataField;
  if (header.kind === 'opaque' || start === end) return NONE;
  if (header.kind === 'date') return readDay(bytes, start, end);
  if (header.kind === 'datetime') return readInstant(bytes, start, end);
  if (header.kind === 'flags') return { kind: 'flags', bits: readUnsigned(bytes, start, end) };
  if (field === REAL_FIELD) return readReal(bytes, start);
  if (field < FIRST_BCD_FIELD) return readInteger(bytes, start, end, header.storage > 0);
  if (header.kind === 'identification') return { kind: 'text', text: toHexReversed(bytes, start, end) };
  return readBcd(bytes, start, end);
}

/** The plain number in `bytes[start, end)`, coded as `dataField` says; null when the bytes stand for "no value". */
export function readNumber(dataField: number, bytes: Uint8Array, start: number, end: number): bigint | null {
  if (dataField === REAL_FIELD) return null;
  const value =
    dataField < FIRST_BCD_FIELD ? readInteger(bytes, start, end, true) : readBcd(bytes, start, end);
  return value.kind === 'number' && !value.isAmbiguous ? value.mantissa : null;
}

/** Reads the value in `bytes[start, end)` of a record whose length byte said `coding`. */
export function readVariableValue(
  header: RecordHeader,
  coding: VariableLength['coding'],
  bytes: Uint8Array,
  start: number,
  end: number,
): RecordValue {
  if (header.kind === 'opaque' || header.profile !== null) return NONE;
  if (coding === 'text') return { kind: 'text', text: readText(bytes, start, end) };
  if (start === end) return NONE;
  if (coding === 'binary')
    return end - start <= 8 ? readInteger(bytes, start, end, header.storage > 0) : NONE;
  if (header.kind === 'identification') return { kind: 'text', text: toHexReversed(bytes, start, end) };
  const value = readBcd(bytes, start, end);
  return value.kind === 'number' && coding === 'negative bcd'
    ? { ...value, mantissa: -value.mantissa }
    : value;
}

/** ISO 8859-1, last character first. */
function readText(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let index = end - 1; index >= start; index--) text += String.fromCharCode(byteAt(bytes, index));
  return text;
}

function readUnsigned(bytes: Uint8Array, start: number, end: number): bigint {
  let value = 0n;
  for (let index = end - 1; index >= start; index--) value = (value << 8n) | BigInt(byteAt(bytes, index));
  return value;
}

/** Two's complement (type B). The most negative number stands for "no value". */
function readInteger(bytes: Uint8Array, start: number, end: number, isHistory: boolean): RecordValue {
  const length = end - start;
  const top = byteAt(bytes, end - 1);
  if (length > 6) return readLongInteger(bytes, start, end, isHistory);
  let magnitude = top & 0x7f;
  for (let index = end - 2; index >= start; index--) magnitude = magnitude * 256 + byteAt(bytes, index);
  if (top < 0x80) return { kind: 'number', mantissa: BigInt(magnitude), isAmbiguous: false };
  if (magnitude === 0) return INVALID;
  const value = magnitude - 2 ** (8 * length - 1);
  return { kind: 'number', mantissa: BigInt(value), isAmbiguous: isHistory && value === -1 };
}

function readLongInteger(bytes: Uint8Array, start: number, end: number, isHistory: boolean): RecordValue {
  const bits = 8 * (end - start);
  const value = BigInt.asIntN(bits, readUnsigned(bytes, start, end));
  if (value === -(1n << BigInt(bits - 1))) return INVALID;
  return { kind: 'number', mantissa: value, isAmbiguous: isHistory && value === -1n };
}

const view = new DataView(new ArrayBuffer(4));

function readReal(bytes: Uint8Array, start: number): RecordValue {
  for (let index = 0; index < 4; index++) view.setUint8(index, byteAt(bytes, start + index));
  const value = view.getFloat32(0, true);
  return Number.isFinite(value) ? { kind: 'real', value } : INVALID;
}

/** Digits, low ones first. F as the leading digit is a minus sign; any other digit above 9 says "no value". */
function readBcd(bytes: Uint8Array, start: number, end: number): RecordValue {
  const top = byteAt(bytes, end - 1);
  const isNegative = top >> 4 === 15;
  if (end - start > EXACT_BCD_BYTES) return readLongBcd(bytes, start, end, isNegative);
  let magnitude = 0;
  for (let index = end - 1; index >= start; index--) {
    const byte = byteAt(bytes, index);
    const high = index === end - 1 && isNegative ? 0 : byte >> 4;
    const low = byte & 15;
    if (high > 9 || low > 9) return INVALID;
    magnitude = magnitude * 100 + high * 10 + low;
  }
  return { kind: 'number', mantissa: BigInt(isNegative ? -magnitude : magnitude), isAmbiguous: false };
}

/** As `readBcd` for more digits than a plain number holds exactly. */
function readLongBcd(bytes: Uint8Array, start: number, end: number, isNegative: boolean): RecordValue {
  const digits = toHexReversed(bytes, start, end).slice(isNegative ? 1 : 0);
  if (!/^\d+$/.test(digits)) return INVALID;
  const magnitude = BigInt(digits);
  return { kind: 'number', mantissa: isNegative ? -magnitude : magnitude, isAmbiguous: false };
}

function readDay(bytes: Uint8Array, start: number, end: number): RecordValue {
  return momentOrNone(end - start === 2 ? readTypeG(bytes, start) : null);
}

function readInstant(bytes: Uint8Array, start: number, end: number): RecordValue {
  const length = end - start;
  if (length === 4) return momentOrNone(readTypeF(bytes, start));
  if (length === 6) return momentOrNone(readTypeI(bytes, start));
  if (length === 3) return momentOrNone(readTypeJ(bytes, start));
  return momentOrNone(length === 2 ? readTypeG(bytes, start) : null);
}

function momentOrNone(moment: Moment | null): RecordValue {
  return moment === null ? NONE : { kind: 'moment', moment };
}
