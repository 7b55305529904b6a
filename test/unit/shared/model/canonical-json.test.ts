import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#shared/model/canonical-json.ts';

/** The same value with the members of every object in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, reversed(member)]),
  );
}

describe('canonical JSON', () => {
  it('is JSON of the same value, whatever the order of its members', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(reversed(value))).toBe(text);
      }),
    );
  });

  it('sorts by code unit, keeps lists as they are and leaves out what is undefined', () => {
    expect(canonicalJson({ ä: 1, b: [3, 1], a: undefined, B: null })).toBe('{"B":null,"b":[3,1],"ä":1}');
  });

  it('spells an audit entry as every stored hash has it', () => {
    const told = { old: null, new: { b: [1, { d: null, c: 'ü' }], a: true, note: '"\n' }, reason: null };
    expect(canonicalJson(told)).toBe(
      '{"new":{"a":true,"b":[1,{"c":"ü","d":null}],"note":"\\"\\n"},"old":null,"reason":null}',
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1n, undefined, () => 1])('refuses %s', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});
