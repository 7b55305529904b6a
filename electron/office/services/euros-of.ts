/** An amount as the open case format writes it. */
import type { Cents } from '#shared/model/money.ts';
import { rational, toDecimal } from '#shared/model/rational.ts';

/** Euros with two decimals and a point: `1234.56`. */
export function eurosOf(cents: Cents): string {
  return toDecimal(rational(cents, 100n), 2);
}
