import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDemoOptions } from '#office/demo/options.ts';

describe('the options of the demo', () => {
  it('have defaults that need no thought', () => {
    expect(readDemoOptions([])).toEqual({
      ok: true,
      value: { seed: '2025', units: 9, folder: path.resolve('out/demo') },
    });
  });

  it('may all be given', () => {
    const read = readDemoOptions(['--seed', 'x', '--units', '120', '--out', '/tmp/y']);
    expect(read).toEqual({ ok: true, value: { seed: 'x', units: 120, folder: path.resolve('/tmp/y') } });
  });

  it('are refused with the usage when they make no sense', () => {
    for (const args of [['--units', '8'], ['--units', '5001'], ['--units', '9.5'], ['--unit', '9'], ['neun']])
      expect(readDemoOptions(args)).toMatchObject({
        ok: false,
        error: expect.stringContaining('--units') as string,
      });
  });
});
