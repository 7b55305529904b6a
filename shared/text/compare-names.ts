/** The order of names as Germans look them up: umlauts among their vowels, numbers by value (WE 2 before WE 10). */
const collator = new Intl.Collator('de', { numeric: true, sensitivity: 'base' });

/** Negative, zero or positive, as a sort wants it. */
export function compareNames(a: string, b: string): number {
  return collator.compare(a, b);
}
