/** A figure of the trace as a reader can follow it: its value, and the step that made it. */
import { RULES, type Operation } from '#shared/billing/rules.ts';
import type { Figure } from '#shared/billing/trace.ts';
import { unitName } from '#shared/text/documents/keys.ts';
import { formatShortDecimal, NO_BREAK_SPACE } from '#shared/text/format.ts';

/** Sums of more parts than this are not written out. */
const MOST_TERMS = 4;
const SIGNS: Readonly<Record<Exclude<Operation, 'given' | 'proportion' | 'sumOfProducts'>, string>> = {
  sum: ' + ',
  difference: ' − ',
  product: ' × ',
  quotient: ' ÷ ',
};

/** The value with its unit: `14 m²`. */
export function written(figure: Figure): string {
  const unit = unitName(figure.unit);
  const value = formatShortDecimal(figure.value, 0, 3);
  return unit === '' ? value : `${value}${NO_BREAK_SPACE}${unit}`;
}

/** The step that made a figure, as `212,5 Einheiten × 14 m² ÷ 15 m²`; null where it was given or just taken over. */
export function stepOf({ rule, inputs }: Figure): string | null {
  const { operation } = RULES[rule];
  if (operation === 'given' || operation === 'sumOfProducts') return null;
  if (inputs.length < 2 || inputs.length > MOST_TERMS) return null;
  const terms = inputs.map(written);
  if (operation !== 'proportion') return terms.join(SIGNS[operation]);
  return `${terms.slice(0, -1).join(SIGNS.product)}${SIGNS.quotient}${terms.at(-1) ?? ''}`;
}
