/** Several heat generators in one plant: which cost belongs to which of them. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runCase } from '#office/services/run-case.ts';

const TEXT = readFileSync(
  new URL('../../../fixtures/billing/variants/bill-mixed-generators.json', import.meta.url),
  'utf8',
);

/** The faults of the house with other costs named by its boiler. */
function faultsWith(costs: readonly string[]): string[] {
  const outcome = runCase(TEXT.replace('"costs": ["gas"]', `"costs": ${JSON.stringify(costs)}`));
  return outcome.kind === 'invalid' ? outcome.faults.map(({ path }) => path) : [outcome.kind];
}

describe('the costs of a generator', () => {
  it('are joint costs of the case', () => {
    expect(faultsWith(['gas'])).toEqual(['done']);
    expect(faultsWith(['gas', 'oil'])).toEqual(['separation.generators[1].costs[1]']);
  });

  it('are named once among all generators', () => {
    expect(faultsWith(['power'])).toEqual(['separation.generators[1].costs[0]']);
  });
});
