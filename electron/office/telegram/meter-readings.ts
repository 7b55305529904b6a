/** From a decoded telegram to the readings that may be billed: everything doubtful is left out, not guessed. */
import { dayOfInstant, type PlainDate } from '#shared/model/plain-date.ts';
import type { MeterReading, ReadingQuantity, RegisterUnit, RegisterValue } from '#shared/model/reading.ts';
import { expandProfile } from './compact-profile.ts';
import type { DataRecord } from './data-records.ts';
import { dateHistory } from './history-dates.ts';
import { pickMainRegisters, QUANTITY_NAMES, type MainRegisters } from './main-registers.ts';
import { dayOfMoment } from './moment.ts';
import { latestOccurrence } from './moment-steps.ts';
import type { TelegramOutcome } from './telegram-outcome.ts';

type ReadableOutcome = Extract<TelegramOutcome, { readonly result: 'ok' | 'partial' }>;

const REGISTER_UNITS: Readonly<Record<ReadingQuantity, readonly RegisterUnit[]>> = {
  allocation: ['HCA'],
  energy: ['Wh', 'J'],
  volume: ['m3'],
};
/** A 32-bit floating-point number never needs more. */
const MAX_REAL_DIGITS = 9;
/** Where standard records of the same makers keep the last month. */
const MONTH_STORAGE = 17;
/** Meters keep winter time all year; the day of reception is counted the same way. */
const WINTER_TIME_OFFSET_MS = 3_600_000;

/**
 * The billable readings of a telegram, none for one that could not be read. `receivedAt` dates the current register
 * and resolves due dates that recur every year. Registers of other tariffs, subunits, functions and directions,
 * invalid and ambiguous values are not among them.
 */
export function toMeterReadings(outcome: TelegramOutcome, receivedAt: Date): MeterReading[] {
  if ((outcome.result !== 'ok' && outcome.result !== 'partial') || outcome.meter === null) return [];
  const receptionDay = dayOfInstant(new Date(receivedAt.getTime() + WINTER_TIME_OFFSET_MS));
  const registers = pickMainRegisters(outcome.records, outcome.meter.deviceType);
  const { quantity } = registers;
  const drafts = [
    ...(quantity === null ? [] : draftsOfRecords(outcome, registers, quantity, receptionDay)),
    ...draftsOfVendorBlock(outcome, receptionDay),
  ];
  const { meter } = outcome;
  return withoutRepeatedMonths(drafts).map((draft) => ({ meter, ...draft }));
}

type Draft = Omit<MeterReading, 'meter'>;

function draftsOfRecords(
  outcome: ReadableOutcome,
  registers: MainRegisters,
  quantity: ReadingQuantity,
  receptionDay: PlainDate,
): Draft[] {
  const drafts: Draft[] = [];
  const current = registers.current === null ? null : billableValue(registers.current, quantity);
  if (current !== null)
    drafts.push({
      register: 'current',
      quantity,
      value: current,
      date: receptionDay,
      dateInferred: false,
      storage: 0,
    });
  const due = registers.due === null ? null : billableValue(registers.due, quantity);
  const dueDay = dayOfDueDate(registers.dueDate, receptionDay);
  if (due !== null && dueDay !== null)
    drafts.push({ register: 'dueDate', quantity, value: due, ...dueDay, storage: 1 });
  return [
    ...drafts,
    ...draftsOfHistory(outcome, registers, quantity, receptionDay),
    ...draftsOfProfiles(outcome, registers, quantity),
  ];
}

/**
 * The register as it may be billed: a number in a register's unit that is not negative, not ambiguous and not
 * accompanied by a record error. Null otherwise.
 */
function billableValue(record: DataRecord, quantity: ReadingQuantity): RegisterValue | null {
  const { header, value } = record;
  const unit = REGISTER_UNITS[quantity].find((candidate) => candidate === header.unit);
  if (unit === undefined || header.hasRecordError) return null;
  if (value.kind === 'real') return value.value < 0 ? null : decimalOf(value.value, header.exponent, unit);
  if (value.kind !== 'number' || value.isAmbiguous || value.mantissa < 0n) return null;
  return { mantissa: value.mantissa, exponent: header.exponent, unit };
}

/** The shortest decimal that denotes the same 32-bit number: what the meter's display shows. */
function decimalOf(real: number, exponent: number, unit: RegisterUnit): RegisterValue {
  let digits = 1;
  while (digits < MAX_REAL_DIGITS && Math.fround(Number(real.toPrecision(digits))) !== real) digits++;
  const [significand = '0', power = '0'] = real.toExponential(digits - 1).split('e');
  return {
    mantissa: BigInt(significand.replace('.', '')),
    exponent: Number(power) - (digits - 1) + exponent,
    unit,
  };
}

/**
 * The due date as a day: a yearly one on its latest occurrence, undated when the telegram has no date at all. Null
 * when the meter sends "no date": then it has not passed a due date yet and the value means nothing.
 */
function dayOfDueDate(
  record: DataRecord | null,
  receptionDay: PlainDate,
): Pick<MeterReading, 'date' | 'dateInferred'> | null {
  if (record === null) return { date: null, dateInferred: false };
  if (record.value.kind !== 'moment') return null;
  const day = dayOfMoment(record.value.moment);
  if (day !== null) return { date: day, dateInferred: false };
  const latest = latestOccurrence(record.value.moment, receptionDay);
  return latest === null ? null : { date: latest, dateInferred: true };
}

function draftsOfHistory(
  outcome: ReadableOutcome,
  registers: MainRegisters,
  quantity: ReadingQuantity,
  receptionDay: PlainDate,
): Draft[] {
  if (outcome.meter === null) return [];
  return dateHistory(outcome.meter, outcome.records, registers, receptionDay).flatMap((dated) => {
    const value = billableValue(dated.record, quantity);
    const { date, dateInferred, storage } = dated;
    return value === null
      ? []
      : [{ register: 'month' as const, quantity, value, date, dateInferred, storage }];
  });
}

function draftsOfProfiles(
  outcome: ReadableOutcome,
  registers: MainRegisters,
  quantity: ReadingQuantity,
): Draft[] {
  const drafts: Draft[] = [];
  for (const record of registers.profiles) {
    const { header } = record;
    const unit = REGISTER_UNITS[quantity].find((candidate) => candidate === header.unit);
    const isMain =
      header.quantity === QUANTITY_NAMES[quantity] &&
      header.function === 'instantaneous' &&
      header.tariff === 0 &&
      header.subunit === 0 &&
      header.modifiers.length === 1;
    if (!isMain || unit === undefined) continue;
    const profile = expandProfile(record, outcome.records, outcome.payload);
    for (const { mantissa, exponent, moment, storage } of profile.isMonthly ? profile.points : []) {
      const date = moment === null ? null : dayOfMoment(moment);
      if (mantissa === null || mantissa < 0n || date === null) continue;
      const value = { mantissa, exponent, unit };
      drafts.push({ register: 'month', quantity, value, date, dateInferred: false, storage });
    }
  }
  return drafts;
}

function draftsOfVendorBlock(outcome: ReadableOutcome, receptionDay: PlainDate): Draft[] {
  const block = outcome.vendorBlock;
  if (block === null) return [];
  const { quantity } = block.layout;
  const dated = (
    register: MeterReading['register'],
    value: RegisterValue,
    date: PlainDate,
    storage: number,
  ) => ({
    register,
    quantity,
    value,
    date,
    dateInferred: false,
    storage,
  });
  return [
    dated('current', block.current, block.currentDate ?? receptionDay, 0),
    dated('dueDate', block.due.value, block.due.date, 1),
    ...(block.month === null ? [] : [dated('month', block.month.value, block.month.date, MONTH_STORAGE)]),
  ];
}

/** History and profile may both hold a month: the one sent as a record of its own comes first and stays. */
function withoutRepeatedMonths(drafts: readonly Draft[]): Draft[] {
  const seen = new Set<PlainDate>();
  return drafts.filter(({ register, date }) => {
    if (register !== 'month' || date === null) return true;
    const isNew = !seen.has(date);
    seen.add(date);
    return isNew;
  });
}
