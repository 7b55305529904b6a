/**
 * What sums that were given away let somebody work out. A release is a sum over units in a stretch of days; whoever
 * holds several can add and subtract them. Exact: ranks over the rationals, by a large prime. Pure.
 */
import type { Period } from '../model/period.ts';
import { addDays, type PlainDate } from '../model/plain-date.ts';

/** A sum over units in a stretch of days. */
export interface Release {
  readonly units: readonly string[];
  readonly period: Period;
}

/** Values of a prime field stand for rationals: the entries are 0 and 1, and the prime exceeds every determinant met. */
const PRIME = 2_305_843_009_213_693_951n;

function inverse(value: bigint): bigint {
  let [base, power, result] = [value % PRIME, PRIME - 2n, 1n];
  while (power > 0n) {
    if (power & 1n) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
    power >>= 1n;
  }
  return result;
}

/** The rank of a matrix of zeros and ones. */
export function rankOf(matrix: readonly (readonly (0 | 1)[])[]): number {
  const rows = matrix.map((row) => row.map(BigInt));
  const columns = rows[0]?.length ?? 0;
  let rank = 0;
  for (let column = 0; column < columns && rank < rows.length; column += 1) {
    const pivotAt = rows.findIndex((row, index) => index >= rank && row[column] !== 0n);
    if (pivotAt < 0) continue;
    const pivot = rows[pivotAt] ?? [];
    rows[pivotAt] = rows[rank] ?? [];
    rows[rank] = pivot;
    const scale = inverse(pivot[column] ?? 1n);
    for (let below = rank + 1; below < rows.length; below += 1) {
      const row = rows[below] ?? [];
      const factor = ((row[column] ?? 0n) * scale) % PRIME;
      if (factor === 0n) continue;
      for (let at = column; at < columns; at += 1)
        row[at] = ((((row[at] ?? 0n) - factor * (pivot[at] ?? 0n)) % PRIME) + PRIME) % PRIME;
    }
    rank += 1;
  }
  return rank;
}

/** Units that stand in the same releases: nobody can tell them apart by adding and subtracting. */
interface Block {
  readonly units: readonly string[];
  /** By release, whether the block is in it. */
  readonly isIn: readonly boolean[];
}

function blocksOf(releases: readonly Release[]): Block[] {
  const units = [...new Set(releases.flatMap((release) => release.units))];
  const members = releases.map((release) => new Set(release.units));
  const patterns = Map.groupBy(units, (unit) => members.map((set) => (set.has(unit) ? '1' : '0')).join(''));
  return [...patterns].map(([pattern, own]) => ({
    units: own,
    isIn: Array.from(pattern, (mark) => mark === '1'),
  }));
}

/** The stretches between all borders of the releases: within one, a release counts all days or none. */
function stretchesOf(releases: readonly Release[]): PlainDate[] {
  const borders = new Set(releases.flatMap(({ period }) => [period.from, addDays(period.to, 1)]));
  return [...borders].toSorted().slice(0, -1);
}

function columnsOf(blocks: readonly Block[], releases: readonly Release[], stretches: readonly PlainDate[]) {
  return releases.map((release, index) =>
    blocks.flatMap((block) =>
      stretches.map((start): 0 | 1 =>
        block.isIn[index] === true && release.period.from <= start && start <= release.period.to ? 1 : 0,
      ),
    ),
  );
}

/**
 * The units whose own consumption, in some stretch of time, the releases give away: fewer than `least` units together
 * whose sum can be worked out. `known` units are the landlord's own to know (vacancies) and hide nobody. Empty when
 * everybody is hidden among at least `least`.
 */
export function exposedUnits(
  releases: readonly Release[],
  least: number,
  known: ReadonlySet<string> = new Set(),
): string[] {
  const veiled = releases.map((release) => ({
    ...release,
    units: release.units.filter((unit) => !known.has(unit)),
  }));
  const blocks = blocksOf(veiled);
  const stretches = stretchesOf(veiled);
  const whole = rankOf(columnsOf(blocks, veiled, stretches));
  // A sum that can be worked out is made of whole blocks; the fewest units are in one or a few small ones.
  for (const chosen of smallSets(blocks, least)) {
    const others = blocks.filter((block) => !chosen.includes(block));
    if (rankOf(columnsOf(others, veiled, stretches)) < whole) return chosen.flatMap(({ units }) => units);
  }
  return [];
}

/** Every set of blocks with fewer than `least` units together. */
function smallSets(blocks: readonly Block[], least: number): Block[][] {
  const small = blocks.filter(({ units }) => units.length < least);
  const sets: Block[][] = [];
  const grow = (chosen: Block[], size: number, from: number): void => {
    for (const [index, block] of small.entries()) {
      if (index < from || size + block.units.length >= least) continue;
      const next = [...chosen, block];
      sets.push(next);
      grow(next, size + block.units.length, index + 1);
    }
  };
  grow([], 0, 0);
  return sets;
}
