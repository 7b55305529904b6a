import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { inChunks, workInParallel } from '#office/services/work-in-parallel.ts';

const always = () => true;

describe('work in parallel', () => {
  it('does every item once and never more of them at once than there are hands', async () => {
    const done: number[] = [];
    let [busy, busiest] = [0, 0];
    const items = Array.from({ length: 20 }, (_, index) => index);
    await workInParallel(items, 4, always, async (item) => {
      busiest = Math.max(busiest, (busy += 1));
      await sleep(1);
      busy -= 1;
      done.push(item);
    });
    expect(done.toSorted((a, b) => a - b)).toEqual(items);
    expect(busiest).toBe(4);
  });

  it('starts nothing new once it may not go on', async () => {
    const started: number[] = [];
    await workInParallel(
      [1, 2, 3, 4, 5],
      1,
      () => started.length < 2,
      async (item) => {
        started.push(item);
        await sleep(1);
      },
    );
    expect(started).toEqual([1, 2]);
  });

  it('rejects with what was thrown, and the other hands stop', async () => {
    const started: number[] = [];
    const work = workInParallel([1, 2, 3, 4, 5, 6], 2, always, async (item) => {
      started.push(item);
      await sleep(item === 1 ? 1 : 10);
      if (item === 1) throw new Error('broken');
    });
    await expect(work).rejects.toThrow('broken');
    await sleep(30);
    expect(started).toEqual([1, 2]);
  });

  it('cuts a list into parts that add up to it', () => {
    expect(inChunks([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
    expect(inChunks([], 2)).toEqual([]);
  });
});
