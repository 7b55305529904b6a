/** Runs examples of single rules that were worked out by hand; each says how. */
import { describe, expect, it } from 'vitest';
import { runCase } from '#office/services/run-case.ts';

type Fields = Readonly<Record<string, unknown>>;
type Wanted = Readonly<Record<string, number | string | boolean | null>>;

/** How it was worked out, the kind of case, its fields, and what it must answer by path. */
export type Example = readonly [how: string, kind: string, fields: Fields, wanted: Wanted];

export const YEAR = { from: '2025-01-01', to: '2025-12-31' };

/** A stretch of days, both ends included. */
export function days(from: string, to: string) {
  return { from, to };
}

function answer(result: unknown, path: string): unknown {
  let found = result;
  for (const step of path.split('/')) found = (found as Fields)[step];
  return typeof found === 'object' && found !== null && 'value' in found ? Number(found.value) : found;
}

/** Euros are exact to the cent, shares to a millionth. */
function tolerance(path: string): number {
  return /alpha|[sS]hare$|deviation|coverage/.test(path) ? 1e-6 : 1e-4;
}

/** Describes the examples of each category. */
export function describeExamples(categories: readonly (readonly [string, readonly Example[]])[]): void {
  describe.each(categories)('%s by hand', (_, examples) => {
    it.each(examples)('%s', (_how, kind, fields, wanted) => {
      const outcome = runCase(JSON.stringify({ format: 'stichtag-case', version: 1, kind, ...fields }));
      if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
      for (const [path, value] of Object.entries(wanted)) {
        const found = answer(outcome.result.result, path);
        if (typeof value === 'number')
          expect(Math.abs(Number(found) - value), `${path}: ${String(found)}`).toBeLessThanOrEqual(
            tolerance(path),
          );
        else expect(found, path).toBe(value);
      }
    });
  });
}
