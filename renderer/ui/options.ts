/** Options of a choice from a table of words. Pure. */
import type { Option } from './select.tsx';

/** One option for each word, in the table's order. */
export function optionsOf<Value extends string>(words: Readonly<Record<Value, string>>): Option<Value>[] {
  return (Object.entries(words) as [Value, string][]).map(([value, label]) => ({ value, label }));
}
