import { describe, expect, it } from 'vitest';
import { areGroups, drawGroups, groupsOf } from '#office/services/recovery-groups.ts';

const CODE = '7ZK3-01AB-CDEF-GHJK-MNPQ-RSTV-WXYZ-2345-Q9M2';

describe('the groups asked back from the recovery sheet', () => {
  it('are two different ones, in the order of the sheet', () => {
    const drawn = Array.from({ length: 500 }, () => drawGroups(groupsOf(CODE).length));
    for (const [first, second] of drawn) {
      expect(first).toBeGreaterThanOrEqual(1);
      expect(second).toBeLessThanOrEqual(9);
      expect(first).toBeLessThan(second);
    }
    expect(new Set(drawn.flat()).size).toBe(9);
  });

  it('may be typed in lower case and with look-alikes', () => {
    expect(areGroups(['7zk3', ' oiab '], CODE, [1, 2])).toBe(true);
  });

  it('are wrong in another order, too few, or before anything was asked', () => {
    expect(areGroups(['01AB', '7ZK3'], CODE, [1, 2])).toBe(false);
    expect(areGroups(['7ZK3'], CODE, [1, 2])).toBe(false);
    expect(areGroups(['7ZK3', '01AB'], CODE, [])).toBe(false);
  });
});
