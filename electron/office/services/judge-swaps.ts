/**
 * Finds pairs of meters whose registers would be plausible only exchanged: one falls to where the other stood, and
 * the other rises to where the first one stood. A suggestion with its evidence, never a correction. Pure.
 */
import type { MeterId, MeterKind } from '#shared/model/meter.ts';
import type { PlainDate } from '#shared/model/plain-date.ts';
import type { PropertyId } from '#shared/model/property.ts';
import type { RegisterPoint } from '../store/meter-signs.ts';
import { fell, riseOf, stepsOf, type RegisterStep } from './judge-registers.ts';

export interface SwapCandidate {
  readonly meterId: MeterId;
  readonly propertyId: PropertyId;
  readonly kind: MeterKind;
  readonly dueDay: string | null;
  readonly trail: {
    /** One reading a day, newest first. */
    readonly recent: readonly RegisterPoint[];
  };
}

export interface SwappedPair {
  /** The one whose register fell. */
  readonly fallen: MeterId;
  readonly risen: MeterId;
  /** The first day on which each shows the other's register. */
  readonly since: PlainDate;
}

/** What the other's register may have gone on by in between, as a part of the fall. */
const TOLERANCE = 0.2;

/** Each meter is in one pair at most; of several partners the closest one counts. */
export function findSwappedPairs(candidates: readonly SwapCandidate[]): SwappedPair[] {
  const peers = Map.groupBy(candidates, ({ propertyId, kind }) => `${propertyId} ${kind}`);
  const pairs: SwappedPair[] = [];
  const taken = new Set<MeterId>();
  for (const candidate of candidates) {
    if (taken.has(candidate.meterId)) continue;
    const fall = stepsOf(candidate.trail.recent).find((step) => fell(step, candidate.dueDay));
    if (fall === undefined) continue;
    const others = peers.get(`${candidate.propertyId} ${candidate.kind}`) ?? [];
    const partner = others
      .filter(({ meterId }) => meterId !== candidate.meterId && !taken.has(meterId))
      .flatMap(({ meterId, trail }) => {
        const rest = closestRest(fall, trail.recent);
        return rest === null ? [] : [{ meterId, rest }];
      })
      .toSorted((a, b) => a.rest - b.rest)[0];
    if (partner === undefined) continue;
    taken.add(candidate.meterId).add(partner.meterId);
    pairs.push({ fallen: candidate.meterId, risen: partner.meterId, since: fall.to.day });
  }
  return pairs;
}

/** How much the registers had to go on by if they were exchanged; null when that is not plausible. */
function closestRest(fall: RegisterStep, recent: readonly RegisterPoint[]): number | null {
  const allowed = -riseOf(fall) * TOLERANCE;
  const rests = stepsOf(recent)
    .filter((step) => step.from.day < fall.to.day && step.to.day > fall.from.day)
    .filter((step) => step.to.value.unit === fall.to.value.unit)
    .map((step) => [riseOf({ from: fall.from, to: step.to }), riseOf({ from: step.from, to: fall.to })])
    .filter((rises) => rises.every((rise) => rise >= 0 && rise <= allowed))
    .map((rises) => Math.max(...rises));
  return rests.length === 0 ? null : Math.min(...rests);
}
