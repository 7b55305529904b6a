/** How far the values of a stretch of time can be relied on. Pure. */
import type { PlainDate } from '../model/plain-date.ts';
import type { Counted } from './register-curve.ts';

/**
 * `complete`: every meter was read at both ends; `estimated`: an end was worked out between two telegrams;
 * `incomplete`: a meter lacks days or is silent, so that the sum is too low; `missing`: nothing is known.
 */
export type DataState = 'complete' | 'estimated' | 'incomplete' | 'missing';

/** The state of a sum until `to`, by what each of its meters counted; a meter of which nothing is known is null. */
export function dataStateOf(counted: readonly (Counted | null)[], to: PlainDate): DataState {
  const known = counted.filter((one) => one !== null);
  if (known.length === 0) return 'missing';
  if (known.length < counted.length || known.some(({ until }) => until < to)) return 'incomplete';
  return known.some(({ isInterpolated }) => isInterpolated) ? 'estimated' : 'complete';
}
