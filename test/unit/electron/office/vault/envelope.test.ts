import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openEnvelope, rewrapEnvelope, sealEnvelope, type EnvelopePlace } from '#office/vault/envelope.ts';
import { systemRandom } from '#office/vault/secret-bytes.ts';

const KEY = { key: Buffer.alloc(32, 1), generation: 1 };
const NEXT_KEY = { key: Buffer.alloc(32, 2), generation: 2 };
const PLACE: EnvelopePlace = { table: 'meter_keys', row: 17, column: 'sealed_key', version: 1 };
const METER_KEY = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex');

const seal = (place: EnvelopePlace = PLACE) => sealEnvelope(KEY, place, METER_KEY, systemRandom);

describe('an envelope', () => {
  it('opens in its place', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(), fc.nat(), (content, row, version) => {
        const place = { ...PLACE, row, version };
        const sealed = sealEnvelope(KEY, place, Buffer.from(content), systemRandom);
        expect(openEnvelope(KEY, place, sealed)).toEqual(Buffer.from(content));
      }),
    );
  });

  it('stays shut in another table, row, column or version', () => {
    for (const moved of [{ table: 'persons' }, { row: 18 }, { column: 'label' }, { version: 2 }])
      expect(openEnvelope(KEY, { ...PLACE, ...moved }, seal())).toBeNull();
  });

  it('stays shut for another key, another generation and after any changed bit', () => {
    expect(openEnvelope({ ...KEY, key: NEXT_KEY.key }, PLACE, seal())).toBeNull();
    expect(openEnvelope({ ...KEY, generation: 2 }, PLACE, seal())).toBeNull();
    const sealed = seal();
    for (let at = 0; at < sealed.length; at += 1) {
      const bent = Buffer.from(sealed);
      bent.writeUInt8(bent.readUInt8(at) ^ 1, at);
      expect(openEnvelope(KEY, PLACE, bent)).toBeNull();
    }
    for (let length = 0; length < sealed.length; length += 1)
      expect(openEnvelope(KEY, PLACE, sealed.subarray(0, length))).toBeNull();
  });

  it('does not accept the content of one under the wrapped key of another', () => {
    const [a, b] = [seal(), seal()];
    expect(openEnvelope(KEY, PLACE, Buffer.concat([a.subarray(0, 65), b.subarray(65)]))).toBeNull();
  });

  it('seals the same content differently every time', () => {
    const sealed = Array.from({ length: 2_000 }, () => seal().toString('hex'));
    expect(new Set(sealed.map((envelope) => envelope.slice(10, 34))).size).toBe(2_000);
    expect(new Set(sealed.map((envelope) => envelope.slice(130, 154))).size).toBe(2_000);
  });

  it('moves to a new generation without its content being opened', () => {
    const sealed = seal();
    const rewrapped = rewrapEnvelope(KEY, NEXT_KEY, PLACE, sealed, systemRandom);
    expect(rewrapped && openEnvelope(NEXT_KEY, PLACE, rewrapped)).toEqual(METER_KEY);
    expect(rewrapped && openEnvelope(KEY, PLACE, rewrapped)).toBeNull();
    expect(rewrapped?.subarray(65)).toEqual(sealed.subarray(65));
    expect(rewrapEnvelope(NEXT_KEY, KEY, PLACE, sealed, systemRandom)).toBeNull();
  });
});
