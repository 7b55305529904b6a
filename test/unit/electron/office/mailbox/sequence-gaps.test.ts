import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeGap, findSequenceGaps } from '#office/mailbox/sequence-gaps.ts';

function numbers(epoch: string, ...seqs: number[]) {
  return seqs.map((seq) => ({ gateway: 'gw-1', epoch, seq }));
}

describe('the gaps between bundle numbers', () => {
  it('are the numbers that never arrived, in whatever order the others did', () => {
    expect(findSequenceGaps(numbers('1', 5, 2, 9, 3))).toEqual([
      { gateway: 'gw-1', first: 4, last: 4 },
      { gateway: 'gw-1', first: 6, last: 8 },
    ]);
  });

  it('are seen across a reboot, for the number goes on while the epoch changes', () => {
    expect(findSequenceGaps([...numbers('9', 4, 5), ...numbers('10', 8)])).toEqual([
      { gateway: 'gw-1', first: 6, last: 7 },
    ]);
  });

  it('are not invented where a counter starts over with its epoch', () => {
    expect(findSequenceGaps([...numbers('1', 50, 51), ...numbers('2', 1, 2, 3)])).toEqual([]);
  });

  it('belong to one gateway each', () => {
    const other = [1, 2].map((seq) => ({ gateway: 'gw-2', epoch: '1', seq }));
    expect(findSequenceGaps([...numbers('1', 1, 3), ...other])).toEqual([
      { gateway: 'gw-1', first: 2, last: 2 },
    ]);
  });

  it('are exactly the removed numbers of any run', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), (arrived) => {
        const missing = findSequenceGaps(numbers('1', ...arrived)).flatMap(({ first, last }) =>
          Array.from({ length: last - first + 1 }, (_, index) => first + index),
        );
        const [least, most] = [Math.min(...arrived), Math.max(...arrived)];
        const all = Array.from({ length: most - least + 1 }, (_, index) => least + index);
        expect(missing).toEqual(all.filter((seq) => !arrived.includes(seq)));
      }),
    );
  });

  it('read as a sentence', () => {
    const gap = { gateway: 'gw-1', first: 4711, last: 4711 };
    expect(describeGap(gap)).toBe('Gateway gw-1: Es fehlt Bündel 4711.');
    expect(describeGap({ ...gap, last: 4713 })).toBe('Gateway gw-1: Es fehlen die Bündel 4711 bis 4713.');
  });
});
