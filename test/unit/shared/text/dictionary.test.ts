import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { de } from '#shared/text/de.ts';
import { en } from '#shared/text/en.ts';

const renderer = path.join(import.meta.dirname, '..', '..', '..', '..', 'renderer');
const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(path.join(renderer, file), 'utf8'))
  .join('\n');

function leaves(words: object, trail = ''): [string, unknown][] {
  return Object.entries(words).flatMap(([key, value]): [string, unknown][] =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? leaves(value as object, `${trail}${key}.`)
      : [[`${trail}${key}`, value]],
  );
}

/** Keys of tables that are looked up by a value of the contract are used as a whole. */
const topKeys = Object.entries(de).flatMap(([desk, words]) =>
  Object.keys(words).map((key): [string, string] => [desk, key]),
);

type Sentence = (...args: unknown[]) => unknown;

/** Some sentences take the count as a number, some as it is written. */
const ONES = [1, '1'].map((one) => Array.from({ length: 6 }, () => one));

/** The sentence with these values; none where it cannot be said of them. */
function sayWith(sentence: Sentence, values: readonly unknown[]): string[] {
  try {
    const said = sentence(...values);
    return typeof said === 'string' ? [said] : [];
  } catch {
    return [];
  }
}

describe('the dictionaries', () => {
  it('say the same keys in both languages', () =>
    expect(leaves(en).map(([key]) => key)).toEqual(leaves(de).map(([key]) => key)));

  it('leave no word empty', () => {
    for (const words of [de, en])
      expect(
        leaves(words)
          .filter(([, value]) => value === '')
          .map(([key]) => key),
      ).toEqual([]);
  });

  it('hold no word that the window does not use', () =>
    expect(topKeys.filter(([, key]) => !new RegExp(`\\b${key}\\b`).test(sources))).toEqual([]));

  it('never shout and never blame', () => {
    const texts = leaves(de).flatMap(([, value]) => (typeof value === 'string' ? [value] : []));
    expect(
      texts.filter((text) => /[!]|Fehler 0x|ungültige Eingabe/i.test(text) && !text.includes('!=')),
    ).toEqual([]);
  });

  it('address the reader as Sie', () => {
    const texts = leaves(de).flatMap(([, value]) => (typeof value === 'string' ? [value] : []));
    expect(texts.filter((text) => /\b(du|dein|deine|dir|dich|euch)\b/i.test(text))).toEqual([]);
  });

  it('speak of one thing in the singular', () => {
    const said = leaves(de).flatMap(([, value]) =>
      typeof value === 'function' ? ONES.flatMap((ones) => sayWith(value as Sentence, ones)) : [],
    );
    expect(said.length).toBeGreaterThan(100);
    // In „1 von 1 Messgeräten“ the second number is that of the whole.
    expect(
      said.filter((text) => /(?<!von )\b1 (?!Zeichen)\p{Lu}\p{Ll}+(?:en|räge|räte|äler)\b/u.test(text)),
    ).toEqual([]);
  });
});
