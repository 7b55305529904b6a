/** Growing patience after wrong passphrases. It slows a person at the keyboard; a thief of the file meets Argon2id. */
import { join } from 'node:path';
import { z } from 'zod';
import { replaceDurably, type Files } from './files.ts';

export interface FailedAttempts {
  readonly count: number;
  readonly lastAt: Date;
}

const FREE_ATTEMPTS = 3;
const FIRST_DELAY_MS = 5_000;
const LONGEST_DELAY_MS = 15 * 60_000;

/** The pause a number of failures asks for: none for three, then 5 s doubling up to a quarter of an hour. */
export function delayAfter(failures: number): number {
  if (failures < FREE_ATTEMPTS) return 0;
  return Math.min(FIRST_DELAY_MS * 2 ** (failures - FREE_ATTEMPTS), LONGEST_DELAY_MS);
}

/** How long to wait at `now`. A clock set back does not lengthen the wait beyond one full delay, nor shorten it. */
export function remainingDelay(attempts: FailedAttempts | null, now: Date): number {
  if (attempts === null) return 0;
  const delay = delayAfter(attempts.count);
  const elapsed = Math.max(0, now.getTime() - attempts.lastAt.getTime());
  return Math.max(0, delay - elapsed);
}

const stored = z.strictObject({ count: z.int().min(1), lastAt: z.iso.datetime() });

/** Remembers failures beside the vault, so that a restart forgives nothing. Losing the file only loses patience. */
export class AttemptLog {
  readonly #files: Files;
  readonly #path: string;

  constructor(files: Files, folder: string) {
    this.#files = files;
    this.#path = join(folder, 'attempts.json');
  }

  read(): FailedAttempts | null {
    try {
      if (!this.#files.exists(this.#path)) return null;
      const { count, lastAt } = stored.parse(JSON.parse(this.#files.read(this.#path).toString('utf8')));
      return { count, lastAt: new Date(lastAt) };
    } catch {
      return null;
    }
  }

  noteFailure(now: Date): void {
    const count = (this.read()?.count ?? 0) + 1;
    const bytes = Buffer.from(JSON.stringify({ count, lastAt: now.toISOString() }), 'utf8');
    this.#ignoringFaults(() => replaceDurably(this.#files, this.#path, bytes));
  }

  clear(): void {
    if (this.read() !== null) this.#ignoringFaults(() => this.#files.remove(this.#path));
  }

  /** A folder that cannot be written must not keep the rightful owner out. */
  #ignoringFaults(work: () => void): void {
    try {
      work();
    } catch {
      // Without a record the next attempt comes sooner; each still costs a full key derivation.
    }
  }
}
