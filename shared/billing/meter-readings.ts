/** Readings of one meter: which one stands for the end of a day, and when its register starts again. */
import { addDays, parsePlainDate, yearOf, type PlainDate } from '../model/plain-date.ts';
import type { Device, Reading } from './case/devices.ts';

/** The readings of a meter by their day; a checked case has at most one a day. */
export type ReadingsByDay = ReadonlyMap<PlainDate, Reading>;

export function readingsByDay(device: Device): ReadingsByDay {
  return new Map(device.readings.map((reading) => [reading.date, reading]));
}

/**
 * The reading that stands for the end of a day: of that day itself, else the nearest within the tolerance, the
 * earlier of two equally near. Null when there is none.
 */
export function readingFor(readings: ReadingsByDay, day: PlainDate, toleranceDays: number): Reading | null {
  const exact = readings.get(day);
  if (exact) return exact;
  for (let distance = 1; distance <= toleranceDays; distance += 1) {
    const near = readings.get(addDays(day, -distance)) ?? readings.get(addDays(day, distance));
    if (near) return near;
  }
  return null;
}

/** Whether the register of a meter starts again from zero after this day. */
export function isResetDay(device: Device, day: PlainDate): boolean {
  return device.resetsOn !== undefined && day.endsWith(device.resetsOn);
}

/** The days between `after` and `before`, both excluded, after which a meter's register starts again. */
export function resetDays(device: Device, after: PlainDate, before: PlainDate): PlainDate[] {
  if (device.resetsOn === undefined) return [];
  const days: PlainDate[] = [];
  for (let year = yearOf(after); year <= yearOf(before); year += 1) {
    const day = parsePlainDate(`${year}-${device.resetsOn}`);
    if (day !== null && day > after && day < before) days.push(day);
  }
  return days;
}
