import { describe, expect, it } from 'vitest';
import { isWithinLimits } from '#office/router/payload-limits.ts';

function nested(levels: number): unknown {
  return levels === 0 ? 1 : [nested(levels - 1)];
}

describe('the limits of a payload', () => {
  it.each([
    [{}],
    [{ rows: [{ id: 1, name: 'a', to: null }] }],
    ['text'],
    [new Uint8Array(1024)],
    [undefined],
  ])('let %j pass', (payload) => expect(isWithinLimits(payload)).toBe(true));

  it.each([
    ['a text above 4 MiB', { text: 'x'.repeat(2 * 1024 * 1024 + 1) }],
    ['many texts above 4 MiB together', Array.from({ length: 3000 }, () => 'y'.repeat(1000))],
    ['bytes above 4 MiB', new Uint8Array(4 * 1024 * 1024 + 1)],
    ['too many values', Array.from({ length: 200_001 }, () => 0)],
    ['too deep a nest', nested(17)],
    ['a map', new Map([['a', 1]])],
    ['a date', new Date(0)],
    ['a function', { call: () => 1 }],
    ['an object of a class', new URL('app://stichtag/')],
  ])('stop %s', (_, payload) => expect(isWithinLimits(payload)).toBe(false));

  it('stop a cycle instead of following it', () => {
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    expect(isWithinLimits(cycle)).toBe(false);
  });
});
