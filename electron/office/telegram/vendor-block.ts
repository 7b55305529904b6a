/** Reads a manufacturer's own data block by its layout, or not at all: one odd byte and it is left alone. */
import { parsePlainDate, yearOf, type PlainDate } from '#shared/model/plain-date.ts';
import type { MeterAddress, RegisterValue } from '#shared/model/reading.ts';
import { byteAt, uint16At } from './bytes.ts';
import type { DataRecord } from './data-records.ts';
import { dayOfMoment, readTypeG } from './moment.ts';
import { readNumber } from './record-value.ts';
import { VENDOR_LAYOUTS, type DayField, type NumberField, type VendorLayout } from './vendor-layouts.ts';

/** A value frozen on a day. */
export interface DatedValue {
  readonly value: RegisterValue;
  readonly date: PlainDate;
}

/** What a block says, in the terms of every other meter. */
export interface VendorBlock {
  readonly layout: VendorLayout;
  readonly current: RegisterValue;
  readonly currentDate: PlainDate | null;
  readonly due: DatedValue;
  readonly month: DatedValue | null;
  /** In degrees Celsius. */
  readonly roomTemperature: number | null;
  readonly radiatorTemperature: number | null;
}

/** The data field codes of BCD numbers by their length. */
const BCD_FIELDS: Readonly<Record<number, number>> = { 1: 9, 2: 10, 3: 11, 4: 12, 6: 14 };
const CENTURY = 2000;

function belongsTo(layout: VendorLayout, meter: MeterAddress): boolean {
  return (
    layout.manufacturers.includes(meter.manufacturer) &&
    layout.deviceTypes.includes(meter.deviceType) &&
    (layout.versions === 'any' || layout.versions.includes(meter.version))
  );
}

/** Reads the application layer behind a manufacturer's CI byte; null when no layout fits it completely. */
export function readVendorApplication(
  meter: MeterAddress,
  ci: number,
  frame: Uint8Array,
  index: number,
): VendorBlock | null {
  const layout = VENDOR_LAYOUTS.find(
    (candidate) => 'ci' in candidate.block && candidate.block.ci.includes(ci) && belongsTo(candidate, meter),
  );
  return layout === undefined ? null : readBlock(layout, frame.subarray(index));
}

/** Reads the first record that is a manufacturer's block of a known layout. */
export function readVendorRecord(
  meter: MeterAddress,
  records: readonly DataRecord[],
  payload: Uint8Array,
): VendorBlock | null {
  if (!records.some(({ header }) => header.quantity === 'manufacturer_specific')) return null;
  for (const layout of VENDOR_LAYOUTS) {
    if (!('record' in layout.block) || !belongsTo(layout, meter)) continue;
    const { record: hex } = layout.block;
    const record = records.find(({ header }) => header.hex === hex);
    const block = record === undefined ? null : readBlock(layout, payload.subarray(record.start, record.end));
    if (block !== null) return block;
  }
  return null;
}

function readBlock(layout: VendorLayout, bytes: Uint8Array): VendorBlock | null {
  if (!layout.fixed.every(({ at, values }) => at < bytes.length && values.includes(byteAt(bytes, at))))
    return null;
  const current = readField(layout.current, bytes);
  const due = readField(layout.due, bytes);
  const dueDate = readDay(layout.dueDate, bytes, null);
  if (current === null || due === null || dueDate === null) return null;
  const currentDate = layout.currentDate === null ? null : readDay(layout.currentDate, bytes, dueDate);
  if (layout.currentDate !== null && currentDate === null) return null;
  const value = (mantissa: bigint): RegisterValue => ({
    mantissa,
    exponent: layout.exponent,
    unit: layout.unit,
  });
  const month = layout.month === null ? null : readField(layout.month, bytes);
  const monthDate = layout.monthDate === null ? null : readDay(layout.monthDate, bytes, null);
  return {
    layout,
    current: value(layout.isCurrentSinceDueDate ? due + current : current),
    currentDate,
    due: { value: value(due), date: dueDate },
    month: month === null || monthDate === null ? null : { value: value(month), date: monthDate },
    roomTemperature: readTemperature(layout.roomTemperature, bytes),
    radiatorTemperature: readTemperature(layout.radiatorTemperature, bytes),
  };
}

/** An unsigned number; null when it is cut off, all ones or no number. */
function readField(field: NumberField, bytes: Uint8Array): bigint | null {
  const end = field.at + field.length;
  if (end > bytes.length) return null;
  if (field.coding === 'bcd') {
    const number = readNumber(BCD_FIELDS[field.length] ?? 0, bytes, field.at, end);
    return number === null || number < 0n ? null : number;
  }
  let number = 0;
  for (let index = end - 1; index >= field.at; index--) number = number * 256 + byteAt(bytes, index);
  return number === 256 ** field.length - 1 ? null : BigInt(number);
}

function readTemperature(field: NumberField | null, bytes: Uint8Array): number | null {
  const hundredths = field === null ? null : readField(field, bytes);
  return hundredths === null ? null : Number(hundredths) / 100;
}

function readDay(field: DayField, bytes: Uint8Array, dueDate: PlainDate | null): PlainDate | null {
  if (field.at + 2 > bytes.length) return null;
  if (field.coding === 'type G') {
    const moment = readTypeG(bytes, field.at);
    return moment === null ? null : dayOfMoment(moment);
  }
  const bits = uint16At(bytes, field.at);
  if (field.coding === 'techem') return dayOf(CENTURY + ((bits >> 9) & 63), (bits >> 5) & 15, bits & 31);
  return dueDate === null ? null : firstDayAfter(dueDate, (bits >> 9) & 15, (bits >> 4) & 31);
}

function dayOf(year: number, month: number, day: number): PlainDate | null {
  return parsePlainDate(`${year}-${twoDigits(month)}-${twoDigits(day)}`);
}

function twoDigits(value: number): string {
  return value.toString().padStart(2, '0');
}

/** The first such day of the calendar after the due date: the year is not transmitted. */
function firstDayAfter(dueDate: PlainDate, month: number, day: number): PlainDate | null {
  const sameYear = dayOf(yearOf(dueDate), month, day);
  return sameYear !== null && sameYear > dueDate ? sameYear : dayOf(yearOf(dueDate) + 1, month, day);
}
