import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AttemptLog, delayAfter, remainingDelay } from '#office/vault/failed-attempts.ts';
import { systemFiles } from '#office/vault/files.ts';
import { NOW, temporaryFolder } from '../../../../support/office-folder.ts';

const later = (ms: number) => new Date(NOW.getTime() + ms);

describe('failed attempts', () => {
  it('cost nothing twice, then five seconds, doubling up to a quarter of an hour', () => {
    expect([0, 1, 2, 3, 4, 5, 20].map(delayAfter)).toEqual([0, 0, 0, 5_000, 10_000, 20_000, 900_000]);
  });

  it('are waited out', () => {
    const attempts = { count: 4, lastAt: NOW };
    expect(remainingDelay(attempts, NOW)).toBe(10_000);
    expect(remainingDelay(attempts, later(4_000))).toBe(6_000);
    expect(remainingDelay(attempts, later(10_000))).toBe(0);
    expect(remainingDelay(null, NOW)).toBe(0);
  });

  it('neither lock out nor let in when the clock jumps back', () => {
    expect(remainingDelay({ count: 4, lastAt: NOW }, later(-86_400_000))).toBe(10_000);
  });

  it('survive a restart and end with a success', () => {
    const folder = temporaryFolder();
    const log = new AttemptLog(systemFiles, folder);
    for (let i = 0; i < 4; i += 1) log.noteFailure(later(i));
    expect(new AttemptLog(systemFiles, folder).read()).toEqual({ count: 4, lastAt: later(3) });
    log.clear();
    expect(log.read()).toBeNull();
  });

  it('do not keep the owner out when their record is garbled', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'attempts.json'), '{"count":-5');
    expect(new AttemptLog(systemFiles, folder).read()).toBeNull();
  });
});
