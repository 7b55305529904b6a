/** Which passphrases may guard a vault: length counts, composition rules do not. */
import { succeed, type Result } from '#shared/model/result.ts';
import { vaultFailure, type VaultFailure } from './failures.ts';

const FEWEST_CHARACTERS = 12;
/** Twelve times the same key, `121212…` and the like fall below this. */
const FEWEST_DIFFERENT_CHARACTERS = 6;
/** Runs along the keyboard, the alphabet or the digits guess like a single character. */
const RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertzuiopü',
  'asdfghjklöä',
  'yxcvbnm',
  'qwertyuiop',
];
const RUN_LENGTH = 4;

/** The text with every run of four or more neighbours shortened to its first character. */
function withoutRuns(text: string): string {
  let shortened = '';
  for (let i = 0; i < text.length;) {
    let length = 1;
    for (const run of RUNS) {
      const start = run.indexOf(text.charAt(i));
      if (start < 0) continue;
      let end = 1;
      while (i + end < text.length && start + end < run.length && run[start + end] === text[i + end])
        end += 1;
      length = Math.max(length, end);
    }
    shortened += text.charAt(i);
    i += length >= RUN_LENGTH ? length : 1;
  }
  return shortened;
}

/** Refuses passphrases that are short or obvious: fewer than 12 characters, few different ones, runs of keys. */
export function checkPassphrase(passphrase: Buffer): Result<void, VaultFailure> {
  const text = passphrase.toString('utf8').toLowerCase();
  if (Array.from(text).length < FEWEST_CHARACTERS) return vaultFailure('PASSPHRASE_TOO_SHORT');
  if (new Set(withoutRuns(text)).size < FEWEST_DIFFERENT_CHARACTERS)
    return vaultFailure('PASSPHRASE_TOO_SIMPLE');
  return succeed(undefined);
}
