/**
 * The one door through which a landlord sees consumption within the year: sums over at least `LEAST_UNITS` let units,
 * or over the whole building, and never so that several sums give away fewer than that by their differences.
 */
import type { Period } from '../model/period.ts';
import { sum, type Rational } from '../model/rational.ts';
import { wholeMonths } from './reference-periods.ts';
import { exposedUnits, type Release } from './released-sums.ts';

/** How many let units a sum needs at least. */
export const LEAST_UNITS = 3;

/** What a unit used in the stretch that is asked about; null where it is not known. */
export interface UnitUse {
  readonly unit: string;
  readonly quantity: Rational | null;
  /** A vacancy is the landlord's own: its value is his to know and hides nobody. */
  readonly isVacant: boolean;
}

/** A sum a landlord already has, with its value. */
export interface GivenSum extends Release {
  readonly quantity: Rational;
}

export type LandlordSum =
  | {
      readonly state: 'shown';
      readonly quantity: Rational;
      /** The units whose values are in it. */
      readonly units: readonly string[];
      /** It was given before; a value that came later does not change it. */
      readonly wasGiven: boolean;
    }
  | { readonly state: 'refused'; readonly because: 'notMonths' | 'nothing' | 'tooFew' | 'difference' };

/** A building as the landlord asks about it. */
export interface LandlordQuestion {
  readonly building: readonly UnitUse[];
  /** The units he wants summed; all of the building when null. */
  readonly chosen: readonly string[] | null;
  readonly period: Period;
  readonly given: readonly GivenSum[];
}

function isSamePeriod(a: Period, b: Period): boolean {
  return a.from === b.from && a.to === b.to;
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  const members = new Set(a);
  return a.length === b.length && b.every((unit) => members.has(unit));
}

/** The sum he may see, or why there is none. */
export function landlordView({ building, chosen, period, given }: LandlordQuestion): LandlordSum {
  // Sums that differ by a few days would almost give away a unit, and no rank would notice.
  if (wholeMonths(period) === null) return { state: 'refused', because: 'notMonths' };
  const wanted = chosen === null ? building : building.filter(({ unit }) => chosen.includes(unit));
  const isWhole = wanted.length === building.length;
  const known = wanted.filter(({ quantity }) => quantity !== null);
  if (known.length === 0) return { state: 'refused', because: 'nothing' };
  const units = known.map(({ unit }) => unit);
  const before = given.find((one) => isSamePeriod(one.period, period) && isSameSet(one.units, units));
  if (before) return { state: 'shown', quantity: before.quantity, units: before.units, wasGiven: true };

  const letCount = building.filter(({ isVacant }) => !isVacant).length;
  const letKnown = known.filter(({ isVacant }) => !isVacant).length;
  // A small building has no three let units: then the whole of it, or nothing.
  const isSmall = letCount < LEAST_UNITS;
  if (isSmall ? !isWhole || known.length < building.length : letKnown < LEAST_UNITS)
    return { state: 'refused', because: 'tooFew' };
  const vacant = new Set(building.filter(({ isVacant }) => isVacant).map(({ unit }) => unit));
  const least = isSmall ? letCount : LEAST_UNITS;
  if (exposedUnits([...given, { units, period }], least, vacant).length > 0)
    return { state: 'refused', because: 'difference' };
  return {
    state: 'shown',
    quantity: sum(known.flatMap(({ quantity }) => (quantity === null ? [] : [quantity]))),
    units,
    wasGiven: false,
  };
}
