/** Sums over meters, and how much of a house they speak for. Pure. */
import type { PlainDate } from '../model/plain-date.ts';
import { addDays } from '../model/plain-date.ts';
import { sum, type Rational } from '../model/rational.ts';
import type { Counted } from './register-curve.ts';

/** How many of the meters were read until about the newest day. */
export interface Coverage {
  readonly covered: number;
  readonly total: number;
  /** The newest day any of them is known of; null when none is. */
  readonly until: PlainDate | null;
}

export interface CoveredSum {
  /** Null when no meter is known at all: nothing is not zero. */
  readonly quantity: Rational | null;
  readonly coverage: Coverage;
}

/** Meters that send once a week are not behind those that send every day. */
const BEHIND_DAYS = 7;
/** A tenth of the readings may be missing before a sum says too little to compare or to price. */
const FEWEST_PER_CENT = 90;

/** Adds up what the meters counted; a meter that stopped early adds what it had, and does not count as covered. */
export function sumOf(counted: readonly (Counted | null)[]): CoveredSum {
  const known = counted.filter((one) => one !== null);
  const until = known.reduce<PlainDate | null>(
    (newest, one) => (newest === null || one.until > newest ? one.until : newest),
    null,
  );
  const oldest = until === null ? null : addDays(until, -BEHIND_DAYS);
  const covered = oldest === null ? 0 : known.filter((one) => one.until >= oldest).length;
  return {
    quantity: known.length === 0 ? null : sum(known.map(({ quantity }) => quantity)),
    coverage: { covered, total: counted.length, until },
  };
}

/** Whether a sum speaks for its meters: at most a tenth of them is missing. */
export function isComplete({ covered, total }: Coverage): boolean {
  return covered > 0 && covered * 100 >= total * FEWEST_PER_CENT;
}

/** The coverage of several sums as one. */
export function coverageOfAll(parts: readonly Coverage[]): Coverage {
  const days = parts.flatMap(({ until }) => (until === null ? [] : [until]));
  return {
    covered: parts.reduce((count, part) => count + part.covered, 0),
    total: parts.reduce((count, part) => count + part.total, 0),
    until: days.toSorted().at(-1) ?? null,
  };
}
