/** What one meter or allocator recorded, stretch by stretch between its readings (§ 9b Abs. 1 HeizkostenV). */
import { intersect, type Period } from '../model/period.ts';
import { addDays, type PlainDate } from '../model/plain-date.ts';
import { compare, isNegative, ONE, type Rational } from '../model/rational.ts';
import { countUnits, registerFactor, registerUnit, unitOfDevice } from './allocator-units.ts';
import type { Device, Reading } from './case/devices.ts';
import { exactly } from './case/values.ts';
import { finding, type Finding } from './findings.ts';
import { isResetDay, readingFor, readingsByDay, resetDays, type ReadingsByDay } from './meter-readings.ts';
import type { Figure, Trace } from './trace.ts';

/** Consumption between two readings. */
export interface Stretch {
  readonly period: Period;
  readonly quantity: Figure;
}

/** The stretches of a meter in the order of time; findings when it could not be read. */
export interface Measured {
  readonly stretches: readonly Stretch[];
  readonly findings: readonly Finding[];
}

/** Which days to read, where to cut them, how near a reading must be; figures start with `id`. */
export interface MeasureWish {
  readonly id?: string;
  readonly days: Period;
  readonly cuts: readonly PlainDate[];
  readonly tolerance: number;
}

/** One meter on the desk while it is read. */
interface Desk {
  readonly trace: Trace;
  readonly device: Device;
  readonly readings: ReadingsByDay;
  readonly tolerance: number;
  readonly findings: Finding[];
}

/** A reading chosen for the end of a day. */
interface Mark {
  readonly day: PlainDate;
  readonly reading: Reading;
}

/** The days of the period on which a meter was mounted; null when it was not. */
export function mountedIn(device: Device, period: Period): Period | null {
  return intersect({ from: device.installedOn ?? period.from, to: device.removedOn ?? period.to }, period);
}

function mark(desk: Desk, day: PlainDate): Mark | null {
  const reading = readingFor(desk.readings, day, desk.tolerance);
  if (reading && reading.date !== day)
    desk.findings.push(
      finding('READING_NOT_ON_DAY', [`device.${desk.device.id}`], { day, readOn: reading.date }),
    );
  return reading && { day, reading };
}

function required(desk: Desk, day: PlainDate): Mark | null {
  const found = mark(desk, day);
  if (!found) desk.findings.push(finding('READING_MISSING', [`device.${desk.device.id}`], { day }));
  return found;
}

function readingFigure({ trace, device }: Desk, reading: Reading): Figure {
  const id = `reading.${device.id}.${reading.date}`;
  return (
    trace.figures.get(id) ??
    trace.given(id, 'READING', exactly(reading.value), registerUnit(device), {
      serial: device.serial,
      date: reading.date,
      origin: reading.origin?.kind ?? 'manual',
      ...(reading.origin?.id !== undefined && { originId: reading.origin.id }),
      quality: reading.quality,
    })
  );
}

/** The register's difference from mark to mark, over the days on which it started again. */
function difference(desk: Desk, id: string, from: Mark, to: Mark): Figure | null {
  const { trace, device } = desk;
  const parts: Figure[] = [];
  let start: Reading | null = isResetDay(device, from.reading.date) ? null : from.reading;
  const stations: Reading[] = [];
  for (const day of resetDays(device, from.reading.date, to.reading.date)) {
    const atReset = desk.readings.get(day);
    if (!atReset) {
      desk.findings.push(finding('READING_MISSING', [`device.${device.id}`], { day }));
      return null;
    }
    stations.push(atReset);
  }
  stations.push(to.reading);
  for (const station of stations) {
    const end = readingFigure(desk, station);
    const partId = stations.length === 1 ? id : `${id}.to.${station.date}`;
    const unit = registerUnit(device);
    parts.push(
      start
        ? trace.derive(partId, 'READING_DIFFERENCE', [end, readingFigure(desk, start)], unit)
        : trace.derive(partId, 'READING_SINCE_RESET', [end], unit),
    );
    start = null;
  }
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  return trace.derive(id, 'READING_OVER_RESET', parts, registerUnit(device));
}

function stretchBetween(desk: Desk, id: string, from: Mark, to: Mark, factor: Rational): Stretch | null {
  const counted = compare(factor, ONE) !== 0;
  const delta = difference(desk, counted ? `${id}.difference` : id, from, to);
  if (!delta) return null;
  if (isNegative(delta.value)) {
    desk.findings.push(
      finding('NEGATIVE_CONSUMPTION', [`device.${desk.device.id}`], {
        from: from.reading.date,
        to: to.reading.date,
      }),
    );
    return null;
  }
  const period = { from: addDays(from.day, 1), to: to.day };
  if (!counted) return { period, quantity: delta };
  const { trace, device } = desk;
  const factorId = `device.${device.id}.factor`;
  const factorFigure =
    trace.figures.get(factorId) ??
    trace.given(factorId, device.kind === 'allocator' ? 'ALLOCATOR_FACTOR' : 'CONVERSION', factor, 'factor');
  return { period, quantity: countUnits(trace, id, delta, factorFigure, unitOfDevice(device)) };
}

/** The eve of the first day, or the day of mounting itself when that falls in the period. */
function firstMark(desk: Desk, days: Period): Mark | null {
  const { installedOn } = desk.device;
  if (installedOn === days.from && desk.readings.has(installedOn)) {
    const atMounting = mark(desk, installedOn);
    return atMounting && { ...atMounting, day: addDays(installedOn, -1) };
  }
  return required(desk, addDays(days.from, -1));
}

/**
 * Reads a meter over `days`, cut at those of `cuts` (last days of leaving users) on which it was read. Cuts without
 * a reading are passed over: the users on both sides share the stretch (§ 9b Abs. 3).
 */
export function measureDevice(
  trace: Trace,
  device: Device,
  { id = `device.${device.id}`, days, cuts, tolerance }: MeasureWish,
): Measured {
  const desk: Desk = { trace, device, readings: readingsByDay(device), tolerance, findings: [] };
  const factor = registerFactor(device);
  if (!factor) {
    desk.findings.push(finding('ALLOCATOR_FACTOR_MISSING', [`device.${device.id}`]));
    return { stretches: [], findings: desk.findings };
  }
  const first = firstMark(desk, days);
  const last = required(desk, days.to);
  if (!first || !last) return { stretches: [], findings: desk.findings };
  const inner = cuts
    .filter((day) => day > first.day && day < last.day)
    .map((day) => mark(desk, day))
    .filter((found) => found !== null);
  const stretches: Stretch[] = [];
  let from = first;
  for (const to of [...inner, last]) {
    const stretchId = inner.length === 0 ? id : `${id}.until.${to.day}`;
    const stretch = stretchBetween(desk, stretchId, from, to, factor);
    if (stretch) stretches.push(stretch);
    from = to;
  }
  return { stretches, findings: desk.findings };
}
