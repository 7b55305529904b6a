/** The description of the case format: its example runs as printed, and no field is left out. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explainFigure } from '#office/services/explain-figure.ts';
import { runCase } from '#office/services/run-case.ts';
import { anyCaseSchema } from '#shared/billing/any-case.ts';
import { CASE_SCHEMA_FILE } from '../../../build/case-schema.ts';

const DESCRIPTION = readFileSync(new URL('../../../docs/case-format.md', import.meta.url), 'utf8');

/** The texts of all fenced blocks in a language, in order. */
function blocksIn(language: string): string[] {
  return [...DESCRIPTION.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map(
    (match) => match[1] ?? '',
  );
}

const [exampleCase = '', exampleResult = ''] = blocksIn('json');
const [explanation = ''] = blocksIn('text');

function runExample() {
  const outcome = runCase(exampleCase);
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.result;
}

/** The names of all fields below a JSON Schema. */
function fieldsOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]: [string, unknown]) =>
    key === 'properties' && typeof value === 'object' && value !== null
      ? [...Object.keys(value), ...Object.values(value).flatMap(fieldsOf)]
      : fieldsOf(value),
  );
}

describe('docs/case-format.md', () => {
  it('has an example that gives what is printed below it', () => {
    expect(runExample().result).toMatchObject(JSON.parse(exampleResult) as object);
  });

  it('explains a figure of its example as the program does', () => {
    const explained = explainFigure(JSON.stringify(runExample()), 'co2.kgPerM2');
    expect(explained).toEqual({ ok: true, value: explanation.trimEnd() });
  });

  it('has a section for every kind of case', () => {
    const kinds = anyCaseSchema.options.flatMap((option) => [...option.shape.kind.values]);
    expect(kinds.filter((kind) => !new RegExp(`^##+ .*\`${kind}\``, 'm').test(DESCRIPTION))).toEqual([]);
  });

  it('names every field of the schema', () => {
    const fields = new Set(fieldsOf(JSON.parse(readFileSync(CASE_SCHEMA_FILE, 'utf8'))));
    const unnamed = [...fields].filter((field) => !new RegExp(`\\b${field}\\b`).test(DESCRIPTION));
    expect(fields.size).toBeGreaterThan(150);
    expect(unnamed).toEqual([]);
  });
});
