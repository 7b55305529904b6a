import { describe, expect, it } from 'vitest';
import { decideRestart } from '../../../../electron/shell/restart-policy.ts';

const MINUTE = 60_000;

describe('after a crash of the office', () => {
  it('the first one is started again at once, the next ones a little later', () => {
    expect(decideRestart([], 0)).toMatchObject({ restart: true, afterMs: 0 });
    expect(decideRestart([0], MINUTE)).toMatchObject({ restart: true, afterMs: 1_000 });
    expect(decideRestart([0, MINUTE], 2 * MINUTE)).toMatchObject({ restart: true, afterMs: 5_000 });
  });

  it('the fourth within five minutes is the last', () => {
    expect(decideRestart([0, MINUTE, 2 * MINUTE], 3 * MINUTE)).toMatchObject({ restart: false });
  });

  it('crashes of yesterday do not count', () => {
    expect(decideRestart([0, 1, 2], 10 * MINUTE)).toMatchObject({ restart: true, afterMs: 0 });
  });

  it('says what happened, that the data is safe, and what to do', () => {
    for (const { message } of [decideRestart([], 0), decideRestart([0, 0, 0], 1)]) {
      expect(message).toContain('Gespeicherte Daten sind davon nicht betroffen');
      expect(message).toContain('Bitte');
    }
  });
});
