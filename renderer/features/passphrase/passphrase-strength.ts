/** How hard a passphrase is to guess, in words. A careful estimate: what people make up is worth little. Pure. */

export type PassphraseStrength = 'none' | 'short' | 'weak' | 'fair' | 'strong';

/** Shorter ones are refused. */
export const LEAST_LENGTH = 12;

/** Bits a guesser needs for a word out of a list, and for a letter or sign people chose themselves. */
const BITS_A_WORD = 11;
const BITS_A_SIGN = 2.5;

const FAIR_BITS = 40;
const STRONG_BITS = 60;

/** Repeated and counted-up stretches (`aaaa`, `1234`) are worth their first sign. */
function withoutRuns(text: string): string {
  let kept = '';
  for (const sign of text) {
    const step = Math.abs((sign.codePointAt(0) ?? 0) - (kept.codePointAt(kept.length - 1) ?? -9));
    if (kept === '' || step > 1) kept += sign;
  }
  return kept;
}

/** A word of three different letters or more counts as one out of a list; a shorter or repeated one by its letters. */
function bitsOfWord(word: string): number {
  const signs = withoutRuns(word).length;
  return signs >= 3 ? BITS_A_WORD : signs * BITS_A_SIGN;
}

function bitsOf(passphrase: string): number {
  const words = new Set(passphrase.toLowerCase().match(/\p{L}{3,}/gu));
  const rest = withoutRuns(passphrase.replace(/\p{L}{3,}/gu, '').replace(/[\s\-_.]+/g, ''));
  let bits = rest.length * BITS_A_SIGN;
  for (const word of words) bits += bitsOfWord(word);
  return bits;
}

/** Judges a passphrase as it is typed. */
export function judgePassphrase(passphrase: string): PassphraseStrength {
  if (passphrase === '') return 'none';
  if (passphrase.length < LEAST_LENGTH) return 'short';
  const bits = bitsOf(passphrase);
  if (bits >= STRONG_BITS) return 'strong';
  return bits >= FAIR_BITS ? 'fair' : 'weak';
}
