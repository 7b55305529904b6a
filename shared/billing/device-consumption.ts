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

/** What the register stood at by the end of a day: a reading near it, or zero where it had just started again. */
interface Mark {
  readonly day: PlainDate;
  readonly reading: Reading | null;
}

/** A mark somebody read. */
type ReadMark = Mark & { readonly reading: Reading };

/** The day a mark was read on; a register that starts again does so on the very day. */
function dayRead({ day, reading }: Mark): PlainDate {
  return reading?.date ?? day;
}

/** The days of the period on which a meter was mounted; null when it was not. */
export function mountedIn(device: Device, period: Period): Period | null {
  return intersect({ from: device.installedOn ?? period.from, to: device.removedOn ?? period.to }, period);
}

function mark(desk: Desk, day: PlainDate): ReadMark | null {
  const reading = readingFor(desk.readings, day, desk.tolerance);
  if (reading && reading.date !== day)
    desk.findings.push(
      finding('READING_NOT_ON_DAY', [`device.${desk.device.id}`], { day, readOn: reading.date }),
    );
  return reading && { day, reading };
}

function required(desk: Desk, day: PlainDate): ReadMark | null {
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
      originId: reading.origin?.id ?? '',
      quality: reading.quality,
    })
  );
}

/** The readings a stretch is made of: from the start (null after a reset) over every reset to the end. */
function stations(desk: Desk, from: Mark, to: ReadMark): { start: Reading | null; ends: Reading[] } | null {
  const { device } = desk;
  const ends: Reading[] = [];
  for (const day of resetDays(device, dayRead(from), to.reading.date)) {
    const atReset = desk.readings.get(day);
    if (!atReset) {
      desk.findings.push(finding('READING_MISSING', [`device.${device.id}`], { day }));
      return null;
    }
    ends.push(atReset);
  }
  return { start: isResetDay(device, dayRead(from)) ? null : from.reading, ends: [...ends, to.reading] };
}

/** What a register ran through between two stations. */
function runThrough(desk: Desk, id: string, start: Reading | null, end: Reading): Figure {
  const { trace, device } = desk;
  const unit = registerUnit(device);
  const last = readingFigure(desk, end);
  return start
    ? trace.derive(id, 'READING_DIFFERENCE', [last, readingFigure(desk, start)], unit)
    : trace.derive(id, 'READING_SINCE_RESET', [last], unit);
}

function factorFigure({ trace, device }: Desk, factor: Rational): Figure {
  const id = `device.${device.id}.factor`;
  const rule = device.kind === 'allocator' ? 'ALLOCATOR_FACTOR' : 'CONVERSION';
  return trace.figures.get(id) ?? trace.given(id, rule, factor, 'factor');
}

/** The register's difference over all stations of a stretch; null when it ran backwards or a reading is missing. */
function difference(desk: Desk, id: string, from: Mark, to: ReadMark): Figure | null {
  const { trace, device } = desk;
  const between = stations(desk, from, to);
  if (!between) return null;
  const parts: Figure[] = [];
  let { start } = between;
  for (const end of between.ends) {
    parts.push(runThrough(desk, between.ends.length === 1 ? id : `${id}.to.${end.date}`, start, end));
    start = null;
  }
  if (parts.some((part) => isNegative(part.value))) {
    const dates = { from: dayRead(from), to: to.reading.date };
    desk.findings.push(finding('NEGATIVE_CONSUMPTION', [`device.${device.id}`], dates));
    return null;
  }
  const [only] = parts;
  if (only && parts.length === 1) return only;
  return trace.derive(id, 'READING_OVER_RESET', parts, registerUnit(device));
}

/** What was used from the day `since` on, between two marks. */
function stretchBetween(
  desk: Desk,
  id: string,
  since: PlainDate,
  from: Mark,
  to: ReadMark,
  factor: Rational,
): Stretch | null {
  const { trace, device } = desk;
  const period = { from: since, to: to.day };
  if (compare(factor, ONE) === 0) {
    const quantity = difference(desk, id, from, to);
    return quantity && { period, quantity };
  }
  const delta = difference(desk, `${id}.difference`, from, to);
  if (!delta) return null;
  const quantity = countUnits(trace, id, delta, factorFigure(desk, factor), unitOfDevice(device));
  return { period, quantity };
}

/**
 * The eve of the first day, or the day of mounting itself when that falls in the period. A register that starts
 * again after that eve needs no reading of it.
 */
function firstMark(desk: Desk, days: Period): Mark | null {
  const { installedOn } = desk.device;
  if (installedOn === days.from && desk.readings.has(installedOn)) {
    const atMounting = mark(desk, installedOn);
    return atMounting && { ...atMounting, day: addDays(installedOn, -1) };
  }
  const eve = addDays(days.from, -1);
  if (isResetDay(desk.device, eve) && !desk.readings.has(eve)) return { day: eve, reading: null };
  return required(desk, eve);
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
  let [from, since]: [Mark, PlainDate] = [first, days.from];
  for (const to of [...inner, last]) {
    const stretchId = inner.length === 0 ? id : `${id}.until.${to.day}`;
    const stretch = stretchBetween(desk, stretchId, since, from, to, factor);
    if (stretch) stretches.push(stretch);
    if (to !== last) [from, since] = [to, addDays(to.day, 1)];
  }
  return { stretches, findings: desk.findings };
}
