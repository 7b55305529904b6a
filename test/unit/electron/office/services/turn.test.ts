import { describe, expect, it } from 'vitest';
import { Turn } from '#office/services/turn.ts';

describe('a turn of long work', () => {
  it('is over once its time has passed, and begins anew when everybody else had theirs', async () => {
    const turn = new Turn(5);
    expect(turn.isOver).toBe(false);
    const end = performance.now() + 6;
    while (performance.now() < end) continue;
    expect(turn.isOver).toBe(true);
    let othersWorked = false;
    setImmediate(() => (othersWorked = true));
    await turn.passOn();
    expect(othersWorked).toBe(true);
    expect(turn.isOver).toBe(false);
  });
});
