/** How a year's consumption spreads over its days: heat by degree days, warm water evenly. */
import {
  countDays,
  daysInMonth,
  monthOf,
  plainDateOf,
  yearOf,
  type PlainDate,
} from '#shared/model/plain-date.ts';
import type { SimulatedMeter } from './fleet/simulated-meter.ts';
import type { SeededRandom } from './seeded-random.ts';

/** The year of the demo's bill; how much each meter counted in it is drawn first. */
export const BILLED_YEAR = 2025;

/** Share of a year's heat in per mille, January first (VDI 2067, the months the bill uses too). */
const HEAT_PER_MILLE = [170, 150, 130, 80, 40, 13, 13, 14, 30, 80, 120, 160] as const;

/** What a year's `yearly` whole units have come to by the end of `day`, counted from 1 January; rounded down. */
export type Season = (yearly: number, day: PlainDate) => number;

/** Heat follows the degree days. */
export const heatSeason: Season = (yearly, day) => {
  const month = monthOf(day);
  const fullMonths = HEAT_PER_MILLE.slice(0, month - 1).reduce((total, share) => total + share, 0);
  const daysOfMonth = daysInMonth(yearOf(day), month);
  const partOfMonth = (HEAT_PER_MILLE[month - 1] ?? 0) * Number(day.slice(8));
  return Math.floor((yearly * (fullMonths * daysOfMonth + partOfMonth)) / (1000 * daysOfMonth));
};

/** Warm water, and the heat it takes, flows evenly. */
export const evenSeason: Season = (yearly, day) => {
  const year = yearOf(day);
  const daysOfYear = countDays(plainDateOf(`${year}-01-01`), plainDateOf(`${year}-12-31`));
  return Math.floor((yearly * countDays(plainDateOf(`${year}-01-01`), day)) / daysOfYear);
};

/** A meter as far as its other years depend on it. */
export interface CountedMeter {
  readonly place: string;
  readonly kind: SimulatedMeter['kind'];
  /** What it counted in the billed year. */
  readonly yearly: number;
  /** What it showed when that year began. */
  readonly startsAt: number;
}

/** What a meter counts in a year that is not the billed one. */
export type OtherYears = (meter: CountedMeter, year: number) => number;

/** Every year like the billed one; only the winters before it were a little colder. */
export const alikeYears: OtherYears = ({ kind, yearly }, year) =>
  kind === 'allocator' && year < BILLED_YEAR ? Math.round(yearly * 1.06) : yearly;

/** Years that differ by some per cent, so that a comparison says something. */
export function variedYears(random: SeededRandom): OtherYears {
  return ({ place, kind, yearly, startsAt }, year) => {
    const varied = Math.round((yearly * random.integer(`${place}/${year}`, 90, 112)) / 100);
    // A meter that was nearly new cannot have counted more than it shows.
    return kind === 'allocator' || year > BILLED_YEAR ? varied : Math.min(varied, Math.floor(startsAt * 0.9));
  };
}
