import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digitsOf, groupKey } from '../../../../renderer/features/keys/group-key.ts';

describe('a typed key', () => {
  it('stands in four groups of eight, however it was typed', () => {
    const key = '00112233445566778899AABBCCDDEEFF';
    const grouped = '00112233 44556677 8899AABB CCDDEEFF';
    for (const typed of [key, key.toLowerCase(), `0x${key}`, key.replace(/../g, '$&:'), ` ${grouped}\n`])
      expect(groupKey(typed)).toBe(grouped);
    expect(groupKey('00112233')).toBe('00112233');
    expect(groupKey('001122334')).toBe('00112233 4');
  });

  it('keeps its digits and their order while it grows, up to thirty-two', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-F]{0,40}$/), (digits) => {
        expect(digitsOf(groupKey(digits))).toBe(digits.slice(0, 32));
        expect(groupKey(groupKey(digits))).toBe(groupKey(digits));
      }),
    );
  });
});
