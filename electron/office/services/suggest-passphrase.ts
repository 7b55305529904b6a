/** Proposes a passphrase of six German words: long enough to guard a vault, plain enough to be remembered. */
import { randomInt } from 'node:crypto';
import wordList from '../../../resources/words/passphrase.de.json' with { type: 'json' };

const WORDS_DRAWN = 6;

/** Six words drawn independently; with some 800 words to draw from, 58 bits. */
export function suggestPassphrase(): string {
  const { words } = wordList;
  return Array.from({ length: WORDS_DRAWN }, () => words[randomInt(words.length)] ?? '').join(' ');
}
