/** The quick part of the fuzzing; the long one is `npm run fuzz`. */
import { describe, expect, it } from 'vitest';
import { mutate, randomNumbers } from '../../../../fuzz/mutate-telegram.ts';
import { loadCorpus, runFuzzer } from '../../../../fuzz/run-fuzzer.ts';

describe('mutants of real telegrams', () => {
  it('end in a declared outcome, and never in records from a payload whose check failed', () => {
    const report = runFuzzer(5000, 1);
    expect(report.failures).toEqual([]);
    expect(report.telegrams).toBe(5000);
    for (const outcome of [
      'ok',
      'partial',
      'noData',
      'TRUNCATED',
      'CRC_ERROR',
      'NO_KEY',
      'WRONG_KEY',
      'PROPRIETARY_CI',
    ])
      expect(report.outcomes.get(outcome) ?? 0).toBeGreaterThan(0);
  });

  it('are the same for the same seed', () => {
    const corpus = loadCorpus();
    const draw = (seed: number) => {
      const random = randomNumbers(seed);
      return Array.from({ length: 50 }, () => mutate(corpus, random));
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });
});
