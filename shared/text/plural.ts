/** One or many, by the rules of the language. */
import { formatDecimal } from './format.ts';

const RULES = { de: new Intl.PluralRules('de'), en: new Intl.PluralRules('en') };

/** `1 Zeile`, `5.000 Zeilen`: the written number with the noun in its number. */
export function counted(language: 'de' | 'en', count: number, one: string, other: string): string {
  return `${formatDecimal(count, 0)} ${RULES[language].select(count) === 'one' ? one : other}`;
}
