/** Amounts without their value added tax (§ 9 UStG). */
import { add, ONE } from '../model/rational.ts';
import { fractionOf, type Decimal } from './case/values.ts';
import type { Figure, Trace } from './trace.ts';

/** One plus the rate; the same rate is one figure. */
export function taxFactor(trace: Trace, percent: Decimal): Figure {
  const id = `tax.${String(percent)}`;
  return trace.figures.get(id) ?? trace.given(id, 'TAX_FACTOR', add(ONE, fractionOf(percent)), 'factor');
}

/** An amount without its tax, as `<id>.net`; without a rate it holds none. */
export function netOf(trace: Trace, amount: Figure, percent: Decimal | undefined): Figure {
  const id = `${amount.id}.net`;
  const known = trace.figures.get(id);
  if (known) return known;
  if (percent === undefined) return trace.derive(id, 'NET_AMOUNT', [amount], 'ct');
  return trace.derive(id, 'NET_OF_TAX', [amount, taxFactor(trace, percent)], 'ct');
}
