/** A meter of the simulated fleet: who it is, what it has counted and the key it encrypts with. */
import { addDays, dayOfInstant, plainDateOf, yearOf, type PlainDate } from '#shared/model/plain-date.ts';
import type { MeterAddress } from '#shared/model/reading.ts';

/** One meter with its whole life; everything it sends follows from these fields and the time. */
export interface SimulatedMeter {
  readonly address: MeterAddress;
  readonly kind: 'allocator' | 'hotWaterHeatMeter' | 'warmWaterMeter' | 'heatMeter';
  readonly security: 'mode5' | 'mode7';
  /** The AES-128 key of this meter alone, 16 bytes. */
  readonly key: Buffer;
  /** The id of the gateway that hears it. */
  readonly gateway: string;
  /** The day it fell silent; null while it lives. */
  readonly diedOn: PlainDate | null;
  /**
   * What its display shows at the end of a day, in whole smallest units: allocator units, kWh or litres. An
   * allocator starts from zero on the day after the due date; on the due date it still shows the whole year.
   */
  registerAt(day: PlainDate): bigint;
}

/** What a meter puts into one telegram. */
export interface MeterState {
  readonly current: bigint;
  readonly dueDate: PlainDate;
  readonly dueValue: bigint;
  /** The meter's own clock: standard time all year, as German meters keep it; its UTC fields are the local ones. */
  readonly clock: Date;
  readonly isBatteryLow: boolean;
}

const STANDARD_TIME_OFFSET_MS = 3_600_000;
const MINUTES_PER_DAY = 1440n;
/** A device that is about to fail says so for this long. */
const BATTERY_WARNING_DAYS = 60;

/** The last 31 December before a day, the due date (Stichtag) of the whole fleet. */
function lastDueDate(day: PlainDate): PlainDate {
  return plainDateOf(`${yearOf(day) - 1}-12-31`);
}

/** The day on the meter's own calendar. */
export function meterDay(at: Date): PlainDate {
  return dayOfInstant(new Date(at.getTime() + STANDARD_TIME_OFFSET_MS));
}

/** Whether a meter still sends at an instant. */
export function isAlive(meter: SimulatedMeter, at: Date): boolean {
  return meter.diedOn === null || meterDay(at) < meter.diedOn;
}

/** What a meter knows at an instant; within a day its register grows evenly. */
export function stateAt(meter: SimulatedMeter, at: Date): MeterState {
  const clock = new Date(at.getTime() + STANDARD_TIME_OFFSET_MS);
  const day = dayOfInstant(clock);
  const eve = addDays(day, -1);
  const dueDate = lastDueDate(day);
  const hasJustReset = meter.kind === 'allocator' && eve === dueDate;
  const atMidnight = hasJustReset ? 0n : meter.registerAt(eve);
  const minutes = BigInt(clock.getUTCHours() * 60 + clock.getUTCMinutes());
  return {
    current: atMidnight + ((meter.registerAt(day) - atMidnight) * minutes) / MINUTES_PER_DAY,
    dueDate,
    dueValue: meter.registerAt(dueDate),
    clock,
    isBatteryLow: meter.diedOn !== null && addDays(day, BATTERY_WARNING_DAYS) >= meter.diedOn,
  };
}
