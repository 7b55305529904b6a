/** How quantities and comparisons of consumption are written. Pure. */
import type { CountedUnit } from '#shared/contract/consumption.ts';
import type { Period } from '#shared/model/period.ts';
import { monthOf, yearOf } from '#shared/model/plain-date.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { formatDecimal, formatPercent, formatQuantity, NO_BREAK_SPACE } from '#shared/text/format.ts';

/** Volumes are small numbers, energy and units large ones. */
const PLACES: Readonly<Record<CountedUnit, number>> = { units: 0, kWh: 0, m3: 2 };

/** What the display of a single meter tells apart. */
const PLACES_OF_METER: Readonly<Record<CountedUnit, number>> = { units: 0, kWh: 0, m3: 3 };

/** A display as its meter shows it, without its unit; empty where there is none. */
export function writeReading(value: string | null, unit: CountedUnit): string {
  return value === null ? '' : formatDecimal(Number(value), PLACES_OF_METER[unit]);
}

/** What one meter counted, without its unit; units of an allocator carry the decimals of its factor. */
export function writeUsed(value: string | null, unit: CountedUnit): string {
  return unit === 'units' && value !== null ? formatDecimal(Number(value), 1) : writeReading(value, unit);
}

export function placesOf(unit: CountedUnit): number {
  return PLACES[unit];
}

/** A quantity with its unit; the word for no value where there is none, never 0. */
export function writeQuantity(text: Dictionary, value: string | number | null, unit: CountedUnit): string {
  if (value === null) return text.consumption.unknown;
  return formatQuantity(Number(value), placesOf(unit), text.consumption.units[unit]);
}

/** `5,5 % weniger`; null where nothing can be compared. */
export function writeChange(text: Dictionary, now: string | null, then: string | null): string | null {
  if (now === null || then === null || Number(then) <= 0) return null;
  const change = (Number(now) - Number(then)) / Number(then);
  const size = formatPercent(Number(Math.abs(change).toFixed(3)), 1);
  if (Number(change.toFixed(3)) === 0) return text.consumption.same;
  return change > 0 ? text.consumption.more(size) : text.consumption.less(size);
}

/** `11/25`, short enough for an axis. */
export function shortMonth({ from }: Period): string {
  return `${String(monthOf(from)).padStart(2, '0')}/${String(yearOf(from) % 100).padStart(2, '0')}`;
}

/** `1.234`, or with its decimals for volumes. */
export function writeNumber(value: number | null, unit: CountedUnit): string {
  return value === null ? '–' : formatDecimal(value, placesOf(unit));
}

/** `70 %` for 70. */
export function writePerCent(percent: number): string {
  return `${percent}${NO_BREAK_SPACE}%`;
}
