/** AES-CMAC (RFC 4493) over a prefix of words and a stretch of bytes, without copying either. */
import { BLOCK_LENGTH, encryptBlock, readBlock, type Words } from './aes.ts';

/** Doubles a block in GF(2^128) in place: makes K1 from the encrypted zero block, and K2 from K1. */
export function makeSubkey(block: Words): void {
  const [a = 0, b = 0, c = 0, d = 0] = block;
  block[0] = (a << 1) | (b >>> 31);
  block[1] = (b << 1) | (c >>> 31);
  block[2] = (c << 1) | (d >>> 31);
  block[3] = (d << 1) ^ (a < 0 ? 0x87 : 0);
}

const part = new Uint8Array(BLOCK_LENGTH);
const words = new Int32Array(4);

function addBlock(target: Words, summand: Words): void {
  for (let word = 0; word < 4; word++) target[word] = (target[word] ?? 0) ^ (summand[word] ?? 0);
}

/**
 * The 16-byte MAC of `prefix` followed by `bytes[start, end)`, as four big-endian words in `mac`. `subkey` is K1
 * of the key; it is left as it was.
 */
export function computeCmac(
  schedule: Words,
  subkey: Words,
  prefix: Uint8Array,
  bytes: Uint8Array,
  start: number,
  end: number,
  mac: Words,
): void {
  mac.fill(0);
  const total = prefix.length + end - start;
  let filled = 0;
  for (let index = 0; index < total; index++) {
    if (filled === BLOCK_LENGTH) {
      readBlock(part, 0, words);
      addBlock(mac, words);
      encryptBlock(schedule, 0, mac);
      filled = 0;
    }
    part[filled++] = (index < prefix.length ? prefix[index] : bytes[start + index - prefix.length]) ?? 0;
  }
  const isFull = filled === BLOCK_LENGTH;
  if (!isFull) {
    part[filled++] = 0x80;
    part.fill(0, filled);
  }
  readBlock(part, 0, words);
  addBlock(mac, words);
  words.set(subkey);
  if (!isFull) makeSubkey(words);
  addBlock(mac, words);
  encryptBlock(schedule, 0, mac);
}
