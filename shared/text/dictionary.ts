/** The words of the window as a type: what German says, every other language must say too. */
import { de } from './de.ts';
import { en } from './en.ts';

export type Language = 'de' | 'en';
export type Dictionary = typeof de;

const DICTIONARIES: Record<Language, Dictionary> = { de, en };

/** The words of a language. */
export function dictionaryOf(language: Language): Dictionary {
  return DICTIONARIES[language];
}
