/** The shelves of the trace: like one map in the order of insertion, whatever the ids look like. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Shelves } from '#shared/billing/shelves.ts';

/** Ids of few parts, so that they share shelves, begin like one another and come twice. */
const ids = fc
  .array(fc.constantFrom('', 'unit', 'user', 'A', 'A-1', 'A-', 'total'), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('.'));

interface Item {
  readonly id: string;
}

describe('shelves', () => {
  it('find and list as one map would', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ id: ids, isLookUp: fc.boolean() }), { maxLength: 40 }), (steps) => {
        const shelves = new Shelves<Item>();
        const map = new Map<string, Item>();
        for (const { id, isLookUp } of steps) {
          if (isLookUp || map.has(id)) expect(shelves.get(id)).toBe(map.get(id));
          else {
            const item = { id };
            map.set(id, item);
            shelves.add(item);
          }
        }
        expect([...shelves.values()]).toEqual([...map.values()]);
        expect(shelves.size).toBe(map.size);
        for (const [id, item] of map) expect(shelves.get(id)).toBe(item);
      }),
    );
  });

  it('take no id twice, neither on the shelf used last nor on another', () => {
    const shelves = new Shelves<Item>();
    for (const id of ['unit.A', 'unit.B']) shelves.add({ id });
    for (const id of ['unit.B', 'unit.A']) expect(() => shelves.add({ id })).toThrow(RangeError);
  });
});
