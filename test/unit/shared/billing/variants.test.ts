/**
 * Variants of the worked examples. What they must give stands in `variants/expected.json`, derived from the rules by
 * hand or in exact fractions and not from the engine: amounts of bills are cents, of single rules euros.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runCase } from '#office/services/run-case.ts';

const FOLDER = new URL('../../../fixtures/billing/variants/', import.meta.url);

type Json = Readonly<Record<string, unknown>>;

interface Variant {
  readonly case: string;
  readonly rule: string;
  readonly how: string;
  /** What the result says, by path; list items by their id, pots by `pot` or `pot:group`, rights by `right:user`. */
  readonly expected?: Readonly<Record<string, number | string | boolean | null>>;
  /** The codes of the blocking findings, where the case must be refused. */
  readonly refused?: readonly string[];
  readonly tolerance?: number;
}

const VARIANTS = JSON.parse(readFileSync(new URL('expected.json', FOLDER), 'utf8')) as Variant[];

const CENT_FRACTION = 0.005;
const RATIO_TOLERANCE = 1e-6;

function textOf(variant: Variant): string {
  return readFileSync(new URL(`${variant.case}.json`, FOLDER), 'utf8');
}

function wordIn(item: Json, name: string): string {
  const word = item[name];
  return typeof word === 'string' ? word : '';
}

/** What an item of a list is called in a path. */
function namesOf(item: Json): string[] {
  const group = wordIn(item, 'group');
  return [
    wordIn(item, 'id'),
    wordIn(item, 'cost'),
    group === '' ? wordIn(item, 'pot') : `${wordIn(item, 'pot')}:${group}`,
    `${wordIn(item, 'right')}:${wordIn(item, 'user')}`,
  ];
}

function stepInto(value: unknown, step: string): unknown {
  if (!Array.isArray(value)) return (value as Json | null | undefined)?.[step];
  const items = value as Json[];
  return items.find((item) => namesOf(item).includes(step)) ?? items[Number(step)];
}

/** The value at a path; a written quantity is its number. */
function valueAt(result: unknown, path: string): unknown {
  let found = result;
  for (const step of path.split('.')) found = stepInto(found, step);
  if (typeof found === 'object' && found !== null && 'value' in found) return Number(found.value);
  return typeof found === 'string' && /^-?\d+(?:\.\d+)?$/.test(found) ? Number(found) : found;
}

function expectValue(result: unknown, path: string, wanted: unknown, tolerance: number): void {
  const found = valueAt(result, path);
  if (typeof wanted !== 'number') {
    expect(found, path).toBe(wanted);
    return;
  }
  const isRatio = /alpha|[sS]hare$/.test(path);
  expect(found, path).toBeTypeOf('number');
  expect(
    Math.abs(Number(found) - wanted),
    `${path}: ${String(found)} instead of ${wanted}`,
  ).toBeLessThanOrEqual((isRatio ? RATIO_TOLERANCE : tolerance) + 1e-9);
}

describe('variants of the worked examples', () => {
  it('are all listed', () => {
    const files = readdirSync(FOLDER).filter((name) => name !== 'expected.json');
    expect(VARIANTS.map((variant) => `${variant.case}.json`).toSorted()).toEqual(files.toSorted());
  });

  it.each(VARIANTS.filter(({ expected }) => expected))('$case ($rule): $how', (variant) => {
    const outcome = runCase(textOf(variant));
    if (outcome.kind !== 'done') throw new Error(`${outcome.kind}: ${JSON.stringify(outcome)}`);
    for (const [path, wanted] of Object.entries(variant.expected ?? {}))
      expectValue(outcome.result.result, path, wanted, variant.tolerance ?? CENT_FRACTION);
  });

  it.each(VARIANTS.filter(({ refused }) => refused))('$case is refused ($rule): $how', (variant) => {
    const outcome = runCase(textOf(variant));
    if (outcome.kind !== 'refused') throw new Error(`${outcome.kind}: ${JSON.stringify(outcome)}`);
    const blocking = outcome.findings.filter(({ severity }) => severity === 'blocking');
    expect(blocking.map(({ code }) => code)).toEqual(variant.refused);
  });
});
