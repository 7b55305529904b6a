import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EMPTY_HEAD,
  checkChain,
  hashOf,
  type AuditEntry,
  type ChainedEntry,
} from '#office/store/audit-chain.ts';

const KEYS = new Map([
  [1, Buffer.alloc(32, 1)],
  [2, Buffer.alloc(32, 2)],
]);

function keyOf(generation: number): Buffer {
  return KEYS.get(generation) ?? Buffer.alloc(32);
}

function entry(seq: number, generation: number, fields: Partial<AuditEntry> = {}): AuditEntry {
  return {
    seq,
    at: '2026-03-02T09:30:00.000Z',
    actor: 'rr',
    action: 'unit.change',
    subject: `units:${seq}`,
    payload: '{"new":{"name":"A"},"old":null,"reason":null}',
    personal: null,
    erasureKeyId: null,
    keyGeneration: generation,
    ...fields,
  };
}

/** A chain of `length` entries, the master key changed halfway. */
function chain(length: number): ChainedEntry[] {
  const entries: ChainedEntry[] = [];
  let prevHash = EMPTY_HEAD.hash;
  for (let seq = 1; seq <= length; seq += 1) {
    const next = entry(seq, seq <= length / 2 ? 1 : 2);
    const hash = hashOf(keyOf(next.keyGeneration), prevHash, next);
    entries.push({ ...next, prevHash, hash });
    prevHash = hash;
  }
  return entries;
}

describe('the audit chain', () => {
  it('is whole when nobody touched it, over a change of the master key too', () => {
    const entries = chain(20);
    const last = entries.at(-1);
    expect(checkChain(entries, KEYS)).toEqual({ ok: true, value: { seq: 20, hash: last?.hash } });
    expect(checkChain([], KEYS)).toEqual({ ok: true, value: EMPTY_HEAD });
  });

  it('covers every field of an entry', () => {
    const plain = entry(1, 1);
    const hash = hashOf(keyOf(1), EMPTY_HEAD.hash, plain);
    for (const change of [
      { seq: 2 },
      { at: '2026-03-02T09:30:00.001Z' },
      { actor: 'xx' },
      { action: 'unit.add' },
      { subject: 'units:2' },
      { payload: '{}' },
      { personal: Buffer.from('x') },
      { erasureKeyId: 1 },
      { keyGeneration: 2 },
    ])
      expect(hashOf(keyOf(1), EMPTY_HEAD.hash, { ...plain, ...change }).equals(hash)).toBe(false);
    expect(hashOf(keyOf(1), Buffer.alloc(32, 1), plain).equals(hash)).toBe(false);
  });

  it('names the first entry at which anything was edited, removed, repeated or put in another order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 18 }), (at) => {
        const edited = chain(20);
        const victim = edited[at];
        if (!victim) throw new Error('there is a victim');
        edited[at] = { ...victim, actor: 'somebody else' };
        expect(checkChain(edited, KEYS)).toMatchObject({ error: { seq: at + 1, kind: 'altered' } });

        const removed = chain(20).toSpliced(at, 1);
        expect(checkChain(removed, KEYS)).toMatchObject({ error: { seq: at + 1, kind: 'missing' } });

        const repeated = chain(20).toSpliced(at, 0, victim);
        expect(checkChain(repeated, KEYS).ok).toBe(false);

        const swapped = chain(20);
        const [a, b] = [swapped[at], swapped[at + 1]];
        if (a && b) swapped.splice(at, 2, b, a);
        expect(checkChain(swapped, KEYS).ok).toBe(false);
      }),
    );
  });

  it('does not accept a history rewritten without the key', () => {
    const forged = chain(20);
    let prevHash = forged[9]?.hash ?? EMPTY_HEAD.hash;
    for (const [index, old] of forged.entries()) {
      if (index < 10) continue;
      const next = { ...old, actor: 'forger' };
      const hash = hashOf(Buffer.alloc(32, 9), prevHash, next);
      forged[index] = { ...next, prevHash, hash };
      prevHash = hash;
    }
    expect(checkChain(forged, KEYS)).toMatchObject({ error: { seq: 11, kind: 'altered' } });
  });

  it('says when it lacks the key of a generation', () => {
    expect(checkChain(chain(4), new Map([[1, keyOf(1)]]))).toMatchObject({
      error: { seq: 3, kind: 'keyUnknown' },
    });
  });

  it('cannot know of entries cut off its end: that is what the anchor is for', () => {
    expect(checkChain(chain(20).slice(0, 12), KEYS)).toMatchObject({ ok: true, value: { seq: 12 } });
  });
});
