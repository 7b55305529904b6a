import { createCipheriv } from 'node:crypto';
import { ecb } from '@noble/ciphers/aes.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decryptBlock,
  encryptBlock,
  expandKey,
  invertSchedule,
  readBlock,
  SCHEDULE_WORDS,
  writeBlock,
} from '#office/telegram/aes.ts';

const bytes16 = fc.uint8Array({ minLength: 16, maxLength: 16 });

function encrypt(key: Uint8Array, plain: Uint8Array, from = 0): Uint8Array {
  const schedule = new Int32Array(from + SCHEDULE_WORDS);
  const expanded = new Int32Array(SCHEDULE_WORDS);
  readBlock(key, 0, expanded);
  expandKey(expanded);
  schedule.set(expanded, from);
  const block = new Int32Array(4);
  readBlock(plain, 0, block);
  encryptBlock(schedule, from, block);
  const result = new Uint8Array(16);
  writeBlock(block, result, 0);
  return result;
}

function decrypt(key: Uint8Array, secret: Uint8Array, from = 0): Uint8Array {
  const expanded = new Int32Array(SCHEDULE_WORDS);
  readBlock(key, 0, expanded);
  expandKey(expanded);
  const schedule = new Int32Array(from + SCHEDULE_WORDS);
  invertSchedule(expanded, schedule, from);
  const block = new Int32Array(4);
  readBlock(secret, 0, block);
  decryptBlock(schedule, from, block);
  const result = new Uint8Array(16);
  writeBlock(block, result, 0);
  return result;
}

describe('AES-128', () => {
  it('reproduces the examples of FIPS 197, appendices B and C.1', () => {
    const examples = [
      [
        '2b7e151628aed2a6abf7158809cf4f3c',
        '3243f6a8885a308d313198a2e0370734',
        '3925841d02dc09fbdc118597196a0b32',
      ],
      [
        '000102030405060708090a0b0c0d0e0f',
        '00112233445566778899aabbccddeeff',
        '69c4e0d86a7b0430d8cdb78070b4c55a',
      ],
    ] as const;
    for (const [key, plain, secret] of examples) {
      expect(Buffer.from(encrypt(Buffer.from(key, 'hex'), Buffer.from(plain, 'hex'))).toString('hex')).toBe(
        secret,
      );
      expect(Buffer.from(decrypt(Buffer.from(key, 'hex'), Buffer.from(secret, 'hex'))).toString('hex')).toBe(
        plain,
      );
    }
  });

  it('encrypts as node:crypto and noble do', () => {
    fc.assert(
      fc.property(bytes16, bytes16, fc.nat(60), (key, plain, from) => {
        const ours = Buffer.from(encrypt(key, plain, from));
        const theirs = createCipheriv('aes-128-ecb', key, null).setAutoPadding(false).update(plain);
        expect(ours.equals(theirs)).toBe(true);
        expect(ours.equals(ecb(key, { disablePadding: true }).encrypt(plain))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('decrypts what was encrypted', () => {
    fc.assert(
      fc.property(bytes16, bytes16, fc.nat(60), (key, plain, from) => {
        expect(decrypt(key, encrypt(key, plain), from)).toEqual(plain);
      }),
      { numRuns: 500 },
    );
  });

  it('reads and writes blocks at any position and touches nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 40, maxLength: 40 }), fc.nat(24), (bytes, at) => {
        const block = new Int32Array(4);
        readBlock(bytes, at, block);
        const copy = new Uint8Array(40).fill(0xa5);
        writeBlock(block, copy, at);
        expect(copy.subarray(at, at + 16)).toEqual(bytes.subarray(at, at + 16));
        expect([...copy.subarray(0, at), ...copy.subarray(at + 16)].every((byte) => byte === 0xa5)).toBe(
          true,
        );
      }),
    );
  });
});
