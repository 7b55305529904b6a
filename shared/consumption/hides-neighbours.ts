/** Whether a sum over a house may be told to one of its users. Pure. */
import { LEAST_UNITS } from './landlord-view.ts';

/** Another unit of the house, as far as it hides its neighbours. */
export interface OtherUnit {
  /** A vacancy hides nobody. */
  readonly isLet: boolean;
  /** Its value is in the sum. */
  readonly isKnown: boolean;
}

/**
 * Who knows his own part of a sum knows the rest of it. As for the landlord, a rest must be the sum of at least
 * `LEAST_UNITS` let units: of fewer, one could work out a neighbour's (§ 6b HeizkostenV).
 */
export function hidesNeighbours(others: readonly OtherUnit[]): boolean {
  return others.filter(({ isLet, isKnown }) => isLet && isKnown).length >= LEAST_UNITS;
}
