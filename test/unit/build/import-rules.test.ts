import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { breachesIn, importsOf } from '../../../build/import-rules.ts';

const project = path.resolve(import.meta.dirname, '../../..');
const brokenHouse = path.join(project, 'test/fixtures/import-rules');

function check(folder: string): { status: number | null; output: string } {
  const run = spawnSync(process.execPath, [path.join(project, 'build/check-imports.ts'), folder], {
    encoding: 'utf8',
  });
  return { status: run.status, output: run.stdout + run.stderr };
}

describe('the import check', () => {
  it('finds every planted breach in the broken house and fails', () => {
    const planted = readdirSync(brokenHouse, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    const { status, output } = check(brokenHouse);
    expect(planted).toHaveLength(9);
    for (const file of planted) expect(output).toContain(`${file.split(path.sep).join('/')}: imports`);
    expect(status).toBe(1);
  });

  it('finds nothing to object to in the house itself, having read it', () => {
    const { status, output } = check(project);
    expect(output).toMatch(/^[1-9]\d* files read, 0 forbidden imports$/m);
    expect(status).toBe(0);
  });

  it('fails when there was nothing to read, because it proved nothing', () => {
    expect(check(path.join(project, 'docs')).status).toBe(1);
  });

  it('reads static, dynamic, re-exported, type-only and multi-line imports, but not comments', () => {
    const source = [
      "import type { A } from './a.ts';",
      "import {\n  b,\n} from './b.ts';",
      "export * from './c.ts';",
      "import './d.ts';",
      "const e = await import('./e.ts');",
      "/* import { x } from './not-this.ts'; */",
      "// import { y } from './nor-this.ts';",
    ].join('\n');
    expect(importsOf(source)).toEqual(['./a.ts', './b.ts', './c.ts', './d.ts', './e.ts']);
  });

  it('names the rule that was broken', () => {
    const file = 'electron/office/store/second-door.ts';
    const source = readFileSync(path.join(brokenHouse, file), 'utf8');
    expect(breachesIn(file, source)).toEqual([
      { file, imports: 'better-sqlite3', rule: 'only store/open.ts opens the database' },
    ]);
  });

  it('lets the one door be opened by its own key holder', () => {
    expect(breachesIn('electron/office/store/open.ts', "import Database from 'better-sqlite3';\n")).toEqual(
      [],
    );
  });
});
