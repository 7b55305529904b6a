/** Which meters stand behind a user's consumption, told from the trace of the bill: no choice is made a second time. */
import type { Figure, Figures } from '#shared/billing/trace.ts';
import type { RuleCode } from '#shared/billing/rules.ts';
import { plainDateOf, type PlainDate } from '#shared/model/plain-date.ts';
import type { Rational } from '#shared/model/rational.ts';

/** A reading as it was used. */
export interface UsedReading {
  readonly date: PlainDate;
  readonly value: Rational;
}

/** One meter over one stretch of time, as it enters a user's consumption. */
export interface DeviceUse {
  readonly device: string;
  /** Null where the register started from zero, or where the value was determined instead of read. */
  readonly opening: UsedReading | null;
  readonly closing: UsedReading | null;
  readonly difference: Rational | null;
  /** K of an allocator, or the conversion of a meter's unit; null for one to one. */
  readonly factor: Rational | null;
  /** What of the stretch is the user's. */
  readonly consumption: Figure;
  /** Several users share the stretch by time, for nobody read the meter between them (§ 9b Abs. 3 HeizkostenV). */
  readonly isPartByTime: boolean;
  /** Determined instead of read (§ 9a HeizkostenV). */
  readonly isEstimated: boolean;
}

const DEVICE_IN_ID = /(?:^|\.)device\.([^.]+)/;
const TOGETHER: ReadonlySet<RuleCode> = new Set(['USER_CONSUMPTION', 'UNIT_CONSUMPTION']);
const BY_TIME: ReadonlySet<RuleCode> = new Set(['USER_PART_BY_DAYS', 'USER_PART_BY_DEGREE_DAYS']);
const COUNTED: ReadonlySet<RuleCode> = new Set(['ALLOCATOR_UNITS', 'UNIT_CONVERSION']);
const READ: ReadonlySet<RuleCode> = new Set([
  'READING_DIFFERENCE',
  'READING_SINCE_RESET',
  'READING_OVER_RESET',
]);

/** The uses that add up to a consumption; none where the case states a total without meters. */
export function deviceUses(figures: Figures, consumption: string): DeviceUse[] {
  const figure = figures.get(consumption);
  return figure === undefined ? [] : usesIn(figure);
}

function usesIn(figure: Figure): DeviceUse[] {
  if (TOGETHER.has(figure.rule)) return figure.inputs.flatMap(usesIn);
  const [first] = figure.inputs;
  if (BY_TIME.has(figure.rule) && first !== undefined) {
    return usesIn(first).map(({ device, opening, closing, difference, factor, isEstimated }) => ({
      device,
      opening,
      closing,
      difference,
      factor,
      consumption: figure,
      isPartByTime: true,
      isEstimated,
    }));
  }
  const [, device] = DEVICE_IN_ID.exec(figure.id) ?? [];
  return device === undefined ? [] : [useOf(device, figure)];
}

function useOf(device: string, figure: Figure): DeviceUse {
  const [counted, factor] = COUNTED.has(figure.rule) ? figure.inputs : [figure, undefined];
  const isEstimated = counted === undefined || !READ.has(counted.rule);
  const [opening, closing] = counted === undefined || isEstimated ? [null, null] : endsOf(counted);
  return {
    device,
    opening,
    closing,
    difference: counted === undefined || isEstimated ? null : counted.value,
    factor: factor?.value ?? null,
    consumption: figure,
    isPartByTime: false,
    isEstimated,
  };
}

/** The first and the last reading of a difference, over the days on which the register started again. */
function endsOf(difference: Figure): [UsedReading | null, UsedReading | null] {
  if (difference.rule === 'READING_OVER_RESET') {
    const [first, last] = [difference.inputs.at(0), difference.inputs.at(-1)];
    return [first === undefined ? null : endsOf(first)[0], last === undefined ? null : endsOf(last)[1]];
  }
  const [end, start] = difference.inputs;
  return [readingOf(start), readingOf(end)];
}

function readingOf(figure: Figure | undefined): UsedReading | null {
  const date = figure?.facts?.['date'];
  return figure === undefined || date === undefined ? null : { date: plainDateOf(date), value: figure.value };
}
