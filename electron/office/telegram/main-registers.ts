/** Picks from a telegram's records what billing and the service desk look for, and nothing that resembles it. */
import type { ReadingQuantity } from '#shared/model/reading.ts';
import type { DataRecord } from './data-records.ts';
import { billedQuantityOf } from './device-types.ts';

/** A register frozen at an earlier date; `date` is the record that dates it, if one was sent. */
export interface HistoryEntry {
  readonly storage: number;
  readonly value: DataRecord;
  readonly date: DataRecord | null;
}

export interface MainRegisters {
  /** What this meter is billed by; null when nothing billable was sent and the medium does not tell. */
  readonly quantity: ReadingQuantity | null;
  readonly current: DataRecord | null;
  readonly due: DataRecord | null;
  readonly dueDate: DataRecord | null;
  /** Registers of storage 2 and up, in the telegram's order. */
  readonly history: readonly HistoryEntry[];
  /** Compact profiles of any quantity, in the telegram's order. */
  readonly profiles: readonly DataRecord[];
}

const DUE_DATE_STORAGE = 1;

/** Names of billed quantities in the value tables. */
export const QUANTITY_NAMES: Readonly<Record<ReadingQuantity, string>> = {
  allocation: 'hca',
  energy: 'energy',
  volume: 'volume',
};

/** Media that say nothing about what is billed take the first of these that was sent. */
const FALLBACK_ORDER: readonly ReadingQuantity[] = ['allocation', 'energy', 'volume'];

/**
 * Whether a record is its meter's plain register: not a maximum or an error value, tariff and subunit 0, and no VIFE
 * that makes it something else, such as backward flow (3C).
 */
export function isMainRegister(record: DataRecord): boolean {
  const { header } = record;
  return (
    header.function === 'instantaneous' &&
    header.tariff === 0 &&
    header.subunit === 0 &&
    header.isUnmodified &&
    header.profile === null
  );
}

/** The first plain register of a quantity and storage number. */
export function findRegister(
  records: readonly DataRecord[],
  quantity: string,
  storage: number,
): DataRecord | null {
  for (const record of records)
    if (record.header.storage === storage && record.header.quantity === quantity && isMainRegister(record))
      return record;
  return null;
}

/** The record that dates a storage number: a day or an instant. */
export function findDate(records: readonly DataRecord[], storage: number): DataRecord | null {
  for (const record of records) {
    const { quantity } = record.header;
    const isDate = quantity === 'date' || quantity === 'datetime';
    if (isDate && record.header.storage === storage && isMainRegister(record)) return record;
  }
  return null;
}

function quantityOf(records: readonly DataRecord[], deviceType: number): ReadingQuantity | null {
  const sent = (quantity: ReadingQuantity) =>
    records.some((record) => record.header.quantity === QUANTITY_NAMES[quantity] && isMainRegister(record));
  return billedQuantityOf(deviceType) ?? FALLBACK_ORDER.find(sent) ?? null;
}

/** Sorts the records of one telegram by what they mean for a meter of this medium. */
export function pickMainRegisters(records: readonly DataRecord[], deviceType: number): MainRegisters {
  const quantity = quantityOf(records, deviceType);
  const name = quantity === null ? null : QUANTITY_NAMES[quantity];
  const history: HistoryEntry[] = [];
  const seen = new Set<number>();
  for (const record of records) {
    const { storage } = record.header;
    if (record.header.quantity !== name || storage <= DUE_DATE_STORAGE || seen.has(storage)) continue;
    if (!isMainRegister(record)) continue;
    seen.add(storage);
    history.push({ storage, value: record, date: findDate(records, storage) });
  }
  return {
    quantity,
    current: name === null ? null : findRegister(records, name, 0),
    due: name === null ? null : findRegister(records, name, DUE_DATE_STORAGE),
    dueDate: findDate(records, DUE_DATE_STORAGE),
    history,
    profiles: records.filter((record) => record.header.profile !== null),
  };
}
