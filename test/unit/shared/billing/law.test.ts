/** docs/LAW.md names only modules, tests and cases that exist. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../../../../', import.meta.url);
const text = readFileSync(new URL('docs/LAW.md', ROOT), 'utf8');
const exists = (path: string): boolean => existsSync(new URL(path, ROOT));

const files = [...text.matchAll(/`([\w/-]+(?:\.test)?\.ts)`/g)].map(([, name]) => name ?? '');
const cases = [...text.matchAll(/"([a-z0-9-]+)"/g)].map(([, name]) => name ?? '');

describe('docs/LAW.md', () => {
  it('names modules and tests that exist', () => {
    expect(files.length).toBeGreaterThan(50);
    const missing = files.filter(
      (name) => !exists(`shared/billing/${name}`) && !exists(`test/unit/shared/billing/${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('names case files that exist', () => {
    expect(cases.length).toBeGreaterThan(50);
    const missing = cases.filter(
      (name) =>
        !exists(`test/fixtures/billing/${name}.json`) &&
        !exists(`test/fixtures/billing/variants/${name}.json`),
    );
    expect(missing).toEqual([]);
  });

  it('says of every statutory table where it comes from', () => {
    const folder = new URL('resources/statutory/', ROOT);
    for (const name of readdirSync(folder)) {
      const table = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Record<string, unknown>;
      expect(table['norm'], name).toBeTypeOf('string');
      expect(table['source'], name).toBeTypeOf('string');
      expect(table['confidence'], name).toBeTypeOf('string');
    }
  });
});
