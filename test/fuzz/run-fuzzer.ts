/** One fuzzing run: mutants of real telegrams through the decoder, every outcome examined. */
import { readFileSync } from 'node:fs';
import { parseHex, toHex } from '#office/telegram/bytes.ts';
import { decodeTelegram } from '#office/telegram/decode-telegram.ts';
import { InMemoryFormatCache } from '#office/telegram/format-cache.ts';
import { prepareKey } from '#office/telegram/prepared-key.ts';
import { examine, HANG_MS } from './examine-outcome.ts';
import { mutate, randomNumbers, type Mutant, type Seed } from './mutate-telegram.ts';

interface StoredSeed {
  readonly id: string;
  readonly telegramHex: string;
  readonly keyHex: string | null;
  readonly context?: readonly { readonly telegramHex: string; readonly keyHex: string | null }[];
}

/** What a run found: how many telegrams ended in which outcome, and every complaint with its telegram. */
export interface FuzzReport {
  readonly telegrams: number;
  readonly outcomes: ReadonlyMap<string, number>;
  readonly failures: readonly string[];
}

const FIXTURE = new URL('../fixtures/telegrams/cases.json', import.meta.url);
/** A run stops when something is thoroughly wrong. */
const MAX_FAILURES = 20;
/** Formats learned from mutants are forgotten from time to time, so that every state of the cache is met. */
const TELEGRAMS_PER_CACHE = 5000;

function toSeed({ id, telegramHex, keyHex }: StoredSeed): Seed {
  return {
    id,
    telegram: parseHex(telegramHex) ?? new Uint8Array(),
    key: keyHex === null ? null : parseHex(keyHex),
  };
}

/** The telegrams of all cases, and those that prepare a compact frame. */
export function loadCorpus(): Seed[] {
  const cases = JSON.parse(readFileSync(FIXTURE, 'utf8')) as readonly StoredSeed[];
  return cases.flatMap((stored) => [
    toSeed(stored),
    ...(stored.context ?? []).map((earlier) => toSeed({ id: `${stored.id} (context)`, ...earlier })),
  ]);
}

/** Decodes `count` mutants made from `seed`. */
export function runFuzzer(count: number, seed: number, onProgress?: (done: number) => void): FuzzReport {
  const corpus = loadCorpus();
  const random = randomNumbers(seed);
  const outcomes = new Map<string, number>();
  const failures: string[] = [];
  let formats = new InMemoryFormatCache();
  let done = 0;
  for (; done < count && failures.length < MAX_FAILURES; done++) {
    if (done % TELEGRAMS_PER_CACHE === 0) {
      formats = new InMemoryFormatCache();
      onProgress?.(done);
    }
    const mutant = mutate(corpus, random);
    const name = decodeAndExamine(mutant, formats, (complaint) => {
      failures.push(`#${done} ${mutant.kind}: ${complaint}: ${toHex(mutant.telegram)}`);
    });
    outcomes.set(name, (outcomes.get(name) ?? 0) + 1);
  }
  return { telegrams: done, outcomes, failures };
}

/** Returns the outcome's name; complaints go to `complain`. */
function decodeAndExamine(
  { telegram, keys }: Mutant,
  formats: InMemoryFormatCache,
  complain: (complaint: string) => void,
): string {
  try {
    const prepared = keys.map((key) => prepareKey(key));
    const start = performance.now();
    const outcome = decodeTelegram(telegram, { keysFor: () => prepared, formats });
    if (performance.now() - start > HANG_MS) complain('hung');
    for (const complaint of examine(outcome, telegram, keys)) complain(complaint);
    return outcome.result === 'error' ? outcome.code : outcome.result;
  } catch (error) {
    complain(`threw ${String(error)}`);
    return 'exception';
  }
}
