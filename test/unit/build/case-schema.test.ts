/** The published schema of case files: current, accepting what the engine accepts, refusing what is broken. */
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { readCase } from '#shared/billing/read-case.ts';
import { CASE_SCHEMA_FILE, caseSchemaText } from '../../../build/case-schema.ts';

const FIXTURES = new URL('../../fixtures/billing/', import.meta.url);

type Json = Record<string, unknown>;

function parseFile(url: URL): Json {
  return JSON.parse(readFileSync(url, 'utf8')) as Json;
}

const validate = new Ajv2020({ allErrors: false }).compile(parseFile(CASE_SCHEMA_FILE));

const CASE_FILES = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ name, document: parseFile(new URL(name, FIXTURES)) }))
  .filter(({ document }) => document['format'] === 'stichtag-case');

function caseFile(name: string): Json {
  return parseFile(new URL(name, FIXTURES));
}

/** Every place in a document, as the names that lead to it. */
function placesIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, inner]) => placesIn(inner, [...path, name]))];
}

/** The document with another value at a place; `undefined` takes the place away. */
function withAt(document: unknown, path: readonly string[], value: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  const inner = (document as Json)[name];
  const changed = rest.length === 0 ? value : withAt(inner, rest, value);
  if (Array.isArray(document))
    return document.flatMap((item: unknown, index) =>
      String(index) === name ? (changed === undefined ? [] : [changed]) : [item],
    );
  const { [name]: _, ...others } = document as Json;
  return changed === undefined ? others : { ...others, [name]: changed };
}

const DISTURBANCES = [undefined, null, '', 'x', '-1', -1, 0, '0.001', 101, true, [], {}, { surprise: 1 }];

describe('the schema of case files', () => {
  it('is what the engine reads cases with', async () => {
    expect(readFileSync(CASE_SCHEMA_FILE, 'utf8')).toBe(await caseSchemaText());
  });

  it('is tried on case files of every kind', () => {
    const kinds = new Set(CASE_FILES.map(({ document }) => document['kind']));
    const { $defs } = parseFile(CASE_SCHEMA_FILE) as { $defs: Json };
    const known = Object.keys($defs).filter((name) => name.startsWith('case-'));
    expect([...kinds].map((kind) => `case-${String(kind)}`).toSorted()).toEqual(known.toSorted());
  });

  it.each(CASE_FILES)('accepts $name', ({ document }) => {
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each([
    ['another format', 'full-02.json', ['format'], 'stichtag-result'],
    ['a version to come', 'full-02.json', ['version'], 2],
    ['an unknown kind', 'full-02.json', ['kind'], 'statement'],
    ['a missing period', 'full-02.json', ['period'], undefined],
    ['a misspelt field', 'full-02.json', ['Period'], {}],
    ['no unit at all', 'full-02.json', ['units'], []],
    ['a day in German order', 'full-02.json', ['period', 'to'], '31.12.2025'],
    ['a decimal comma', 'full-02.json', ['costs', '0', 'amount'], '6000,00'],
    ['tenths of a cent', 'full-02.json', ['costs', '0', 'amount'], '6000.001'],
    ['a negative area', 'full-02.json', ['units', '0', 'areas', 'living'], -60],
    ['more than all of it', 'full-02.json', ['rules', 'heating', 'consumptionPercent'], '100.5'],
    ['an id with a space', 'full-02.json', ['units', '0', 'id'], 'A 1'],
    ['an empty name', 'full-02.json', ['property', 'name'], ''],
    ['a heating value of zero', 'sep9-01.json', ['total', 'heatingValue'], '0.0'],
  ] as const)('refuses %s', (_, name, path, value) => {
    const broken = withAt(caseFile(name), path, value);
    expect(validate(broken)).toBe(false);
    expect(readCase(broken).ok).toBe(false);
  });

  const examples = CASE_FILES.filter(({ name }) => !name.includes('/'));
  it.each(examples)('never refuses what the engine reads: $name, disturbed everywhere', ({ document }) => {
    const wronglyRefused = placesIn(document).flatMap((path) =>
      DISTURBANCES.map((value) => withAt(document, path, value))
        .filter((disturbed) => readCase(disturbed).ok && !validate(disturbed))
        .map(() => path.join('.')),
    );
    expect(wronglyRefused).toEqual([]);
  });
});
