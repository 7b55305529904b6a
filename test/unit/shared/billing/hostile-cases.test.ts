/** Case files as a careless program might write them: whatever stands in one, it is answered, refused or faulted. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runCase } from '#office/services/run-case.ts';
import { anyCaseSchema } from '#shared/billing/any-case.ts';
import type { Bill } from '#shared/billing/bill.ts';

const FIXTURES = new URL('../../../fixtures/billing/', import.meta.url);

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type Node = Json[] | { [name: string]: Json };

interface Sound {
  readonly kind: string;
  readonly text: string;
}

function casesIn(folder: URL): Sound[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .flatMap((text) => {
      const { format, kind } = JSON.parse(text) as { format?: string; kind?: string };
      return format === 'stichtag-case' && kind !== undefined ? [{ kind, text }] : [];
    });
}

const SOUND = [...casesIn(FIXTURES), ...casesIn(new URL('variants/', FIXTURES))];
const KINDS = anyCaseSchema.options.flatMap((option) => [...option.shape.kind.values]);

/** Numbers and texts at the edges of what a field may hold, and beyond. */
const EDGES: readonly Json[] = [
  0,
  '0',
  -1,
  '-0.01',
  1,
  0.001,
  10,
  25,
  100,
  101,
  366,
  1e21,
  1e300,
  5e-324,
  Number.MAX_SAFE_INTEGER,
  `1${'0'.repeat(400)}`,
  `0.${'0'.repeat(400)}1`,
  '',
  'x',
  null,
  true,
  [],
  {},
];

const DAYS: readonly Json[] = [
  '0000-01-01',
  '0001-01-01',
  '1900-02-29',
  '2024-02-29',
  '2024-12-31',
  '2025-01-01',
  '2025-06-30',
  '2025-12-31',
  '2026-01-01',
  '9999-12-31',
];

function isNode(value: Json | undefined): value is Node {
  return typeof value === 'object' && value !== null;
}

/** Every place below a node: the list or object, and the name in it. */
function placesIn(node: Node): (readonly [Node, string])[] {
  return Object.entries(node).flatMap(([name, value]) => [
    [node, name] as const,
    ...(isNode(value) ? placesIn(value) : []),
  ]);
}

interface Blow {
  readonly place: number;
  readonly how: 'edge' | 'day' | 'remove' | 'repeat' | 'reverse' | 'negate' | 'swap';
  readonly pick: number;
}

const blow: fc.Arbitrary<Blow> = fc.record({
  place: fc.nat(),
  how: fc.constantFrom('edge', 'edge', 'day', 'remove', 'repeat', 'reverse', 'negate', 'swap'),
  pick: fc.nat(),
});

function pickFrom<T>(items: readonly T[], index: number): T {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

function put(node: Node, name: string, value: Json): void {
  if (Array.isArray(node)) node[Number(name)] = value;
  else node[name] = value;
}

function valueOf(node: Node, name: string): Json {
  return (Array.isArray(node) ? node[Number(name)] : node[name]) ?? null;
}

function remove(node: Node, name: string): void {
  if (Array.isArray(node)) node.splice(Number(name), 1);
  else delete node[name];
}

/** Exchanges the two ends of the stretch a place lies in. */
function reverse(node: Node): void {
  if (Array.isArray(node) || node['from'] === undefined || node['to'] === undefined) return;
  [node['from'], node['to']] = [node['to'], node['from']];
}

function strike(document: Node, { place, how, pick }: Blow): void {
  const places = placesIn(document).filter(([, name]) => !['format', 'version', 'kind'].includes(name));
  if (places.length === 0) return;
  const [node, name] = pickFrom(places, place);
  const value = valueOf(node, name);
  if (how === 'edge') put(node, name, pickFrom(EDGES, pick));
  else if (how === 'day') {
    const dated = places.filter(([, each]) => ['from', 'to', 'date'].includes(each));
    if (dated.length > 0) put(...pickFrom(dated, place), pickFrom(DAYS, pick));
  } else if (how === 'remove') remove(node, name);
  else if (how === 'repeat' && Array.isArray(value)) value.push(...structuredClone(value));
  else if (how === 'repeat' && Array.isArray(node)) node.push(structuredClone(value));
  else if (how === 'reverse') reverse(node);
  else if (how === 'negate' && typeof value === 'number') put(node, name, -value);
  else if (how === 'swap') put(node, name, structuredClone(valueOf(...pickFrom(places, pick))));
}

function struck(text: string, blows: readonly Blow[]): string {
  const document = JSON.parse(text) as Node;
  for (const each of blows) strike(document, each);
  return JSON.stringify(document);
}

/** Throws when a case is neither answered in full, nor refused with a reason, nor faulted in a sentence. */
function hold(text: string): void {
  const outcome = runCase(text);
  if (outcome.kind === 'invalid') {
    expect(outcome.faults.length).toBeGreaterThan(0);
    for (const { message } of outcome.faults) expect(message.length).toBeGreaterThan(10);
  } else if (outcome.kind === 'refused') {
    expect(outcome.findings.some(({ severity }) => severity === 'blocking')).toBe(true);
    for (const { message } of outcome.findings) expect(message).not.toMatch(/undefined|NaN|^:|„“/);
  } else if (outcome.result.kind === 'bill') expect((outcome.result.result as Bill).proof.difference).toBe(0);
}

describe('a hostile case file', () => {
  it.each(['', 'x', '[]', 'null', '0', '"x"', '{}', '{"kind":[]}', '{"format":"stichtag-case"}'])(
    'is faulted in a sentence: %j',
    (text) => {
      expect(runCase(text).kind).toBe('invalid');
    },
  );

  it.each(KINDS)('of kind %s is answered, refused or faulted, and never throws', (kind) => {
    const texts = SOUND.filter((each) => each.kind === kind).map(({ text }) => text);
    expect(texts.length).toBeGreaterThan(0);
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(blow, { minLength: 1, maxLength: 3 }),
        (text, blows) => {
          hold(struck(text, blows));
        },
      ),
      { numRuns: Number(process.env['RUNS'] ?? 800) },
    );
  });
});
