/** Bills that were frozen recompute to the same bytes; how to freeze others stands beside them. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runCase } from '#office/services/run-case.ts';
import type { Bill } from '#shared/billing/bill.ts';

const FOLDER = new URL('../../../fixtures/billing/frozen/', import.meta.url);

function read(name: string): string {
  return readFileSync(new URL(name, FOLDER), 'utf8');
}

const NAMES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.case.json'))
  .map((name) => name.replace('.case.json', ''));

describe('frozen bills', () => {
  it('are there', () => {
    expect(NAMES.toSorted()).toEqual(['full-02', 'house', 'vac-01']);
  });

  it.each(NAMES)('%s recomputes to the same bytes', (name) => {
    const outcome = runCase(read(`${name}.case.json`));
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
    const now = `${JSON.stringify(outcome.result)}\n`;
    // Not `toBe`: a difference of megabytes tells nobody anything.
    expect(now === read(`${name}.result.json`)).toBe(true);
  });

  it('hold a house with changes of user, a vacancy, an estimate and CO2 that closes to the cent', () => {
    const { result } = JSON.parse(read('house.result.json')) as { result: Bill };
    expect(result.users).toHaveLength(17);
    expect(result.users.filter(({ kind }) => kind === 'vacancy')).toHaveLength(1);
    expect(result.estimates).toHaveLength(1);
    expect(result.co2?.landlord).toBeGreaterThan(0);
    expect(result.proof.difference).toBe(0);
  });
});
