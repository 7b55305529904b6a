import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc16, finishCrc, updateCrc } from '#office/telegram/crc.ts';
import { bitwiseCrc } from './encode.ts';

describe('the checksum of EN 13757', () => {
  it('has the published check value for the digits 1 to 9', () => {
    const digits = Buffer.from('123456789');
    expect(crc16(digits, 0, digits.length)).toBe(0xc2b7);
  });

  it('of nothing is all ones', () => {
    expect(crc16(new Uint8Array(), 0, 0)).toBe(0xffff);
  });

  it('agrees with the polynomial division bit by bit, over any stretch', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.nat(80), fc.nat(80), (bytes, a, b) => {
        const [start, end] = [Math.min(a, b, bytes.length), Math.min(Math.max(a, b), bytes.length)];
        expect(crc16(bytes, start, end)).toBe(bitwiseCrc(bytes.subarray(start, end)));
      }),
    );
  });

  it('may be computed in pieces', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(40), (bytes, cut) => {
        const middle = Math.min(cut, bytes.length);
        const pieces = finishCrc(updateCrc(updateCrc(0, bytes, 0, middle), bytes, middle, bytes.length));
        expect(pieces).toBe(crc16(bytes, 0, bytes.length));
      }),
    );
  });
});
