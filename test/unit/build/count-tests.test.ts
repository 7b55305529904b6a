import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const script = path.resolve(import.meta.dirname, '../../../build/count-tests.ts');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'count-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function count(report: object | ''): { status: number | null; line: string } {
  const file = path.join(folder, 'report.json');
  writeFileSync(file, report === '' ? '' : JSON.stringify(report));
  const run = spawnSync(process.execPath, [script, file], { encoding: 'utf8' });
  return { status: run.status, line: run.stdout.trim() };
}

const green = {
  numPassedTests: 12,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 1,
  success: true,
};

describe('the closing line of a run', () => {
  it('counts what passed, failed and was skipped', () => {
    expect(count(green)).toEqual({ status: 0, line: '12 passed, 0 failed, 2 skipped' });
  });

  it('fails with a failed test, with a file that did not load, and when nothing ran', () => {
    expect(count({ ...green, numFailedTests: 3, success: false })).toEqual({
      status: 1,
      line: '12 passed, 3 failed, 2 skipped',
    });
    expect(count({ ...green, success: false }).status).toBe(1);
    expect(count({ ...green, numPassedTests: 0 }).status).toBe(1);
    expect(count('')).toEqual({ status: 1, line: '0 passed, 0 failed, 0 skipped' });
  });
});
