/** Dates the frozen registers of a telegram: by the dates sent with them, else by the device family's convention. */
import { addMonths, lastDayOfMonth, type PlainDate } from '#shared/model/plain-date.ts';
import type { MeterAddress } from '#shared/model/reading.ts';
import type { DataRecord } from './data-records.ts';
import { findDate, type HistoryEntry, type MainRegisters } from './main-registers.ts';
import { dayOfMoment } from './moment.ts';
import { historyMeaningOf, type HistoryMeaning } from './storage-conventions.ts';

export interface DatedRegister {
  readonly record: DataRecord;
  readonly storage: number;
  readonly date: PlainDate | null;
  readonly dateInferred: boolean;
}

type MonthlyMeaning = Extract<HistoryMeaning, { readonly kind: 'months' }>;

/**
 * The registers of storage 2 and up with their days. Slots that hold differences are left out, and so are those
 * whose date record says "no date". Inferred dates are dropped when the due-date value contradicts them.
 */
export function dateHistory(
  meter: MeterAddress,
  records: readonly DataRecord[],
  registers: MainRegisters,
  receptionDay: PlainDate,
): DatedRegister[] {
  const meaning = historyMeaningOf(meter);
  if (meaning?.kind === 'differences') return [];
  const anchor = meaning === null ? null : anchorOf(meaning, records, registers, receptionDay);
  const dated = registers.history.flatMap((entry): DatedRegister[] => {
    const { storage, value: record } = entry;
    if (entry.date === null) {
      const date = meaning === null || anchor === null ? null : monthOfSlot(storage, meaning, anchor);
      return [{ record, storage, date, dateInferred: date !== null }];
    }
    const date = transmittedDay(entry.date);
    return date === null ? [] : [{ record, storage, date, dateInferred: false }];
  });
  return contradictsDueDate(dated, registers)
    ? dated.map((entry) => (entry.dateInferred ? { ...entry, date: null, dateInferred: false } : entry))
    : dated;
}

function transmittedDay(record: DataRecord | null): PlainDate | null {
  return record?.value.kind === 'moment' ? dayOfMoment(record.value.moment) : null;
}

/** The month end of the newest slot. */
function anchorOf(
  meaning: MonthlyMeaning,
  records: readonly DataRecord[],
  registers: MainRegisters,
  receptionDay: PlainDate,
): PlainDate | null {
  if (meaning.anchor === 'clock')
    return lastDayOfMonth(addMonths(transmittedDay(findDate(records, 0)) ?? receptionDay, -1));
  const newest = registers.history.find(({ storage }: HistoryEntry) => storage === meaning.first);
  const day = transmittedDay(newest?.date ?? null);
  return day !== null && day === lastDayOfMonth(day) ? day : null;
}

function monthOfSlot(storage: number, meaning: MonthlyMeaning, anchor: PlainDate): PlainDate | null {
  const steps = (storage - meaning.first) / meaning.every;
  return Number.isInteger(steps) && steps >= 0 ? lastDayOfMonth(addMonths(anchor, -steps)) : null;
}

/** The slot of the due date's day must hold the due-date value, or the convention does not hold for this device. */
function contradictsDueDate(dated: readonly DatedRegister[], registers: MainRegisters): boolean {
  const dueDay = transmittedDay(registers.dueDate);
  const due = registers.due;
  if (dueDay === null || due === null || due.value.kind !== 'number') return false;
  const slot = dated.find(({ date, dateInferred }) => dateInferred && date === dueDay);
  if (slot === undefined || slot.record.value.kind !== 'number') return false;
  const { header, value } = slot.record;
  return header.exponent === due.header.exponent && value.mantissa !== due.value.mantissa;
}
