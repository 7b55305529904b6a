/** Every rule a figure can come from: the arithmetic it does and the paragraph it applies. */

/**
 * `given` figures are read, looked up or counted. `proportion` multiplies all inputs but the last and divides by
 * the last; the others fold their inputs from the left.
 */
export type Operation = 'given' | 'sum' | 'difference' | 'product' | 'quotient' | 'proportion';

export interface Rule {
  readonly operation: Operation;
  readonly norm: string;
}

const rule = (operation: Operation, norm: string): Rule => ({ operation, norm });

export const RULES = {
  ENTRY: rule('given', 'Angabe des Falls'),
} as const satisfies Record<string, Rule>;

export type RuleCode = keyof typeof RULES;
