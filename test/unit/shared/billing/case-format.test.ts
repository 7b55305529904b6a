/** The described case format is the one the program reads; its JSON Schema has its own test. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { anyCaseSchema } from '#shared/billing/any-case.ts';
import { RULES } from '#shared/billing/rules.ts';

const text = readFileSync(new URL('../../../../docs/case-format.md', import.meta.url), 'utf8');

describe('docs/case-format.md', () => {
  it('names every kind of case', () => {
    const kinds = anyCaseSchema.options.map((option) => option.shape.kind.value);
    expect(kinds.filter((kind) => !text.includes(`\`${kind}\``))).toEqual([]);
  });

  it('names every field of a bill', () => {
    const [bill] = anyCaseSchema.options;
    expect(Object.keys(bill.shape).filter((field) => !text.includes(`\`${field}`))).toEqual([]);
  });

  it('explains every operation a figure is computed by', () => {
    const operations = new Set(Object.values(RULES).map(({ operation }) => operation));
    expect([...operations].filter((operation) => !text.includes(`\`${operation}\``))).toEqual([]);
  });
});
