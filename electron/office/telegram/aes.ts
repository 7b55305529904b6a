/**
 * AES-128 for the few blocks of a telegram, in plain TypeScript with 32-bit tables: setting up node:crypto for
 * each telegram costs more than the cipher itself (docs/adr/0020). Encryption and decryption of single blocks
 * only; modes of operation stand in their own modules.
 */
import { byteAt } from './bytes.ts';

const ROUNDS = 10;
const KEY_WORDS = 4;
/** Round keys of one direction: eleven times four words. */
export const SCHEDULE_WORDS = KEY_WORDS * (ROUNDS + 1);
export const BLOCK_LENGTH = 16;

function doubled(value: number): number {
  return ((value << 1) ^ (value & 0x80 ? 0x11b : 0)) & 0xff;
}

/** The S-box (FIPS 197 § 5.1.1) and its inverse, from powers of the generator 3. */
function makeBoxes(): { forward: Uint8Array; inverse: Uint8Array } {
  const forward = new Uint8Array(256);
  const inverse = new Uint8Array(256);
  let power = 1;
  let reciprocal = 1;
  do {
    power = power ^ doubled(power);
    reciprocal ^= reciprocal << 1;
    reciprocal ^= reciprocal << 2;
    reciprocal ^= reciprocal << 4;
    reciprocal &= 0xff;
    if (reciprocal & 0x80) reciprocal ^= 0x09;
    const rotated = reciprocal * 0x101;
    const image =
      (reciprocal ^ (rotated >> 7) ^ (rotated >> 6) ^ (rotated >> 5) ^ (rotated >> 4) ^ 0x63) & 0xff;
    forward[power] = image;
    inverse[image] = power;
  } while (power !== 1);
  forward[0] = 0x63;
  inverse[0x63] = 0;
  return { forward, inverse };
}

function multiply(a: number, b: number): number {
  let product = 0;
  let factor = a;
  for (let bits = b; bits !== 0; bits >>= 1) {
    if (bits & 1) product ^= factor;
    factor = doubled(factor);
  }
  return product;
}

/** For each byte the column that substitution and MixColumns make of it, for all four rows. */
function makeColumns(box: Uint8Array, factors: readonly [number, number, number, number]) {
  const [a, b, c, d] = factors;
  const columns = (rotation: number) =>
    Int32Array.from(box, (value) => {
      const column =
        (multiply(value, a) << 24) |
        (multiply(value, b) << 16) |
        (multiply(value, c) << 8) |
        multiply(value, d);
      return (column >>> rotation) | (column << ((32 - rotation) & 31));
    });
  return [columns(0), columns(8), columns(16), columns(24)] as const;
}

const { forward: SBOX, inverse: INVERSE_SBOX } = makeBoxes();
const [E0, E1, E2, E3] = makeColumns(SBOX, [2, 1, 1, 3]);
const [D0, D1, D2, D3] = makeColumns(INVERSE_SBOX, [14, 9, 13, 11]);

/** Four big-endian words of a block, or the round keys of one direction. */
export type Words = Int32Array;

export function readBlock(bytes: Uint8Array, index: number, block: Words): void {
  for (let word = 0; word < KEY_WORDS; word++) {
    const at = index + 4 * word;
    block[word] =
      (byteAt(bytes, at) << 24) |
      (byteAt(bytes, at + 1) << 16) |
      (byteAt(bytes, at + 2) << 8) |
      byteAt(bytes, at + 3);
  }
}

export function writeBlock(block: Words, bytes: Uint8Array, index: number): void {
  for (let word = 0; word < KEY_WORDS; word++) {
    const value = block[word] ?? 0;
    const at = index + 4 * word;
    bytes[at] = value >>> 24;
    bytes[at + 1] = value >>> 16;
    bytes[at + 2] = value >>> 8;
    bytes[at + 3] = value;
  }
}

function substituteWord(value: number): number {
  return (
    ((SBOX[value >>> 24] ?? 0) << 24) |
    ((SBOX[(value >>> 16) & 0xff] ?? 0) << 16) |
    ((SBOX[(value >>> 8) & 0xff] ?? 0) << 8) |
    (SBOX[value & 0xff] ?? 0)
  );
}

/** Expands the four key words at the start of `schedule` into all its round keys (FIPS 197 § 5.2). */
export function expandKey(schedule: Words): void {
  let roundConstant = 1;
  for (let index = KEY_WORDS; index < SCHEDULE_WORDS; index++) {
    let word = schedule[index - 1] ?? 0;
    if (index % KEY_WORDS === 0) {
      word = substituteWord((word << 8) | (word >>> 24)) ^ (roundConstant << 24);
      roundConstant = doubled(roundConstant);
    }
    schedule[index] = (schedule[index - KEY_WORDS] ?? 0) ^ word;
  }
}

/**
 * Turns the round keys for encryption at the start of `encryption` into those of the equivalent inverse cipher
 * (FIPS 197 § 5.3.5) and writes them from `to` on.
 */
export function invertSchedule(encryption: Words, decryption: Words, to: number): void {
  for (let index = 0; index < SCHEDULE_WORDS; index++) {
    const round = ROUNDS - Math.trunc(index / KEY_WORDS);
    const word = encryption[round * KEY_WORDS + (index % KEY_WORDS)] ?? 0;
    decryption[to + index] =
      round === 0 || round === ROUNDS
        ? word
        : (D0[SBOX[word >>> 24] ?? 0] ?? 0) ^
          (D1[SBOX[(word >>> 16) & 0xff] ?? 0] ?? 0) ^
          (D2[SBOX[(word >>> 8) & 0xff] ?? 0] ?? 0) ^
          (D3[SBOX[word & 0xff] ?? 0] ?? 0);
  }
}

function encryptColumn(a: number, b: number, c: number, d: number, key: number): number {
  return (
    (E0[a >>> 24] ?? 0) ^
    (E1[(b >>> 16) & 0xff] ?? 0) ^
    (E2[(c >>> 8) & 0xff] ?? 0) ^
    (E3[d & 0xff] ?? 0) ^
    key
  );
}

function decryptColumn(a: number, b: number, c: number, d: number, key: number): number {
  return (
    (D0[a >>> 24] ?? 0) ^
    (D1[(b >>> 16) & 0xff] ?? 0) ^
    (D2[(c >>> 8) & 0xff] ?? 0) ^
    (D3[d & 0xff] ?? 0) ^
    key
  );
}

function lastColumn(box: Uint8Array, a: number, b: number, c: number, d: number, key: number): number {
  return (
    (((box[a >>> 24] ?? 0) << 24) |
      ((box[(b >>> 16) & 0xff] ?? 0) << 16) |
      ((box[(c >>> 8) & 0xff] ?? 0) << 8) |
      (box[d & 0xff] ?? 0)) ^
    key
  );
}

/** Encrypts one block in place with the round keys that begin at `from`. */
export function encryptBlock(schedule: Words, from: number, block: Words): void {
  let a = (block[0] ?? 0) ^ (schedule[from] ?? 0);
  let b = (block[1] ?? 0) ^ (schedule[from + 1] ?? 0);
  let c = (block[2] ?? 0) ^ (schedule[from + 2] ?? 0);
  let d = (block[3] ?? 0) ^ (schedule[from + 3] ?? 0);
  const last = from + ROUNDS * KEY_WORDS;
  let key = from + KEY_WORDS;
  for (; key < last; key += KEY_WORDS) {
    const e = encryptColumn(a, b, c, d, schedule[key] ?? 0);
    const f = encryptColumn(b, c, d, a, schedule[key + 1] ?? 0);
    const g = encryptColumn(c, d, a, b, schedule[key + 2] ?? 0);
    d = encryptColumn(d, a, b, c, schedule[key + 3] ?? 0);
    a = e;
    b = f;
    c = g;
  }
  block[0] = lastColumn(SBOX, a, b, c, d, schedule[key] ?? 0);
  block[1] = lastColumn(SBOX, b, c, d, a, schedule[key + 1] ?? 0);
  block[2] = lastColumn(SBOX, c, d, a, b, schedule[key + 2] ?? 0);
  block[3] = lastColumn(SBOX, d, a, b, c, schedule[key + 3] ?? 0);
}

/** Decrypts one block in place with the round keys of `invertSchedule` that begin at `from`. */
export function decryptBlock(schedule: Words, from: number, block: Words): void {
  let a = (block[0] ?? 0) ^ (schedule[from] ?? 0);
  let b = (block[1] ?? 0) ^ (schedule[from + 1] ?? 0);
  let c = (block[2] ?? 0) ^ (schedule[from + 2] ?? 0);
  let d = (block[3] ?? 0) ^ (schedule[from + 3] ?? 0);
  const last = from + ROUNDS * KEY_WORDS;
  let key = from + KEY_WORDS;
  for (; key < last; key += KEY_WORDS) {
    const e = decryptColumn(a, d, c, b, schedule[key] ?? 0);
    const f = decryptColumn(b, a, d, c, schedule[key + 1] ?? 0);
    const g = decryptColumn(c, b, a, d, schedule[key + 2] ?? 0);
    d = decryptColumn(d, c, b, a, schedule[key + 3] ?? 0);
    a = e;
    b = f;
    c = g;
  }
  block[0] = lastColumn(INVERSE_SBOX, a, d, c, b, schedule[key] ?? 0);
  block[1] = lastColumn(INVERSE_SBOX, b, a, d, c, schedule[key + 1] ?? 0);
  block[2] = lastColumn(INVERSE_SBOX, c, b, a, d, schedule[key + 2] ?? 0);
  block[3] = lastColumn(INVERSE_SBOX, d, c, b, a, schedule[key + 3] ?? 0);
}
