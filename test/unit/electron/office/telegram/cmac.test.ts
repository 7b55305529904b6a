import { cmac as nobleCmac } from '@noble/ciphers/aes.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encryptBlock, expandKey, readBlock, SCHEDULE_WORDS, writeBlock } from '#office/telegram/aes.ts';
import { computeCmac, makeSubkey } from '#office/telegram/cmac.ts';

const EMPTY = new Uint8Array();

function cmac(key: Uint8Array, prefix: Uint8Array, bytes: Uint8Array, start: number, end: number): Buffer {
  const schedule = new Int32Array(SCHEDULE_WORDS);
  readBlock(key, 0, schedule);
  expandKey(schedule);
  const subkey = new Int32Array(4);
  encryptBlock(schedule, 0, subkey);
  makeSubkey(subkey);
  const mac = new Int32Array(4).fill(-1);
  computeCmac(schedule, subkey, prefix, bytes, start, end, mac);
  const result = new Uint8Array(16);
  writeBlock(mac, result, 0);
  return Buffer.from(result);
}

function doubled(block: readonly number[]): number[] {
  const words = Int32Array.from(block);
  makeSubkey(words);
  return Array.from(words, (word) => word >>> 0);
}

describe('AES-CMAC', () => {
  const key = Buffer.from('2b7e151628aed2a6abf7158809cf4f3c', 'hex');
  const message = Buffer.from(
    '6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710',
    'hex',
  );

  it.each([
    [0, 'bb1d6929e95937287fa37d129b756746'],
    [16, '070a16b46b4d4144f79bdd9dd04a287c'],
    [40, 'dfa66747de9ae63030ca32611497c827'],
    [64, '51f0bebf7e3b9d92fc49741779363cfe'],
  ])('reproduces the example of RFC 4493 with %i bytes', (length, expected) => {
    expect(cmac(key, EMPTY, message, 0, length).toString('hex')).toBe(expected);
  });

  it('agrees with noble however the message is split into prefix and stretch', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        fc.uint8Array({ maxLength: 9 }),
        fc.uint8Array({ maxLength: 90 }),
        fc.nat(20),
        (anyKey, prefix, bytes, skip) => {
          const start = Math.min(skip, bytes.length);
          const ours = cmac(anyKey, prefix, bytes, start, bytes.length);
          const whole = Uint8Array.of(...prefix, ...bytes.subarray(start));
          expect(ours.equals(nobleCmac(whole, anyKey))).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('doubles blocks in the field of RFC 4493, with and without a carry', () => {
    expect(doubled([0, 0, 0, 1])).toEqual([0, 0, 0, 2]);
    expect(doubled([0, 0, 0, 0x8000_0000])).toEqual([0, 0, 1, 0]);
    expect(doubled([0x4000_0000, 0, 0, 0])).toEqual([0x8000_0000, 0, 0, 0]);
    expect(doubled([0x8000_0000, 0, 0, 0])).toEqual([0, 0, 0, 0x87]);
    expect(doubled([0, 0x8000_0000, 0x8000_0000, 0])).toEqual([1, 1, 0, 0]);
  });
});
