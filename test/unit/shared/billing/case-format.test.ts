/** The documented case format is the one the program reads. */
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { anyCaseSchema } from '#shared/billing/any-case.ts';
import { caseSchemaText } from '#shared/billing/case-schema.ts';

const ROOT = new URL('../../../../', import.meta.url);
const FIXTURES = new URL('test/fixtures/billing/', ROOT);

const caseFiles = readdirSync(FIXTURES).filter(
  (name) => name.endsWith('.json') && name !== 'worked-examples.json',
);

describe('the case format', () => {
  it('has a JSON Schema that is current', () => {
    expect(readFileSync(new URL('docs/case-format.schema.json', ROOT), 'utf8')).toBe(caseSchemaText());
  });

  it('names every kind of case in its description', () => {
    const text = readFileSync(new URL('docs/case-format.md', ROOT), 'utf8');
    const kinds = anyCaseSchema.options.map((option) => option.shape.kind.value);
    expect(kinds.filter((kind) => !text.includes(`\`${kind}\``))).toEqual([]);
  });

  it('accepts every fixture by the JSON Schema alone', () => {
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(caseSchemaText()) as object);
    for (const name of caseFiles) {
      const given: unknown = JSON.parse(readFileSync(new URL(name, FIXTURES), 'utf8'));
      expect(validate(given), `${name}: ${JSON.stringify(validate.errors?.slice(0, 3))}`).toBe(true);
    }
  });

  it('refuses a misspelt field by the JSON Schema as well', () => {
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(caseSchemaText()) as object);
    const given = JSON.parse(readFileSync(new URL('bal-01.json', FIXTURES), 'utf8')) as object;
    expect(validate({ ...given, monthUsed: 9 })).toBe(false);
  });
});
