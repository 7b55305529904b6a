/** AES-CMAC (RFC 4493) for the encoding side; the decoder has its own, so that the two prove each other. */
import { createCipheriv } from 'node:crypto';

const BLOCK_BYTES = 16;
const ZERO_BLOCK = Buffer.alloc(BLOCK_BYTES);

/** AES-128-CBC without padding; the plaintext is whole blocks. */
export function encryptCbc(key: Buffer, iv: Buffer, plaintext: Buffer): Buffer {
  const cipher = createCipheriv('aes-128-cbc', key, iv).setAutoPadding(false);
  return Buffer.concat([cipher.update(plaintext), cipher.final()]);
}

/** Doubling in GF(2^128). */
function double(block: Buffer): Buffer {
  const value = BigInt(`0x${block.toString('hex')}`);
  const doubled = (value << 1n) ^ (value >> 127n === 1n ? 0x87n : 0n);
  return Buffer.from(BigInt.asUintN(128, doubled).toString(16).padStart(32, '0'), 'hex');
}

/** The 16-byte tag: the last block of a CBC over the message whose last block was masked with a subkey. */
export function aesCmac(key: Buffer, message: Buffer): Buffer {
  const once = double(encryptCbc(key, ZERO_BLOCK, ZERO_BLOCK));
  const isWhole = message.length > 0 && message.length % BLOCK_BYTES === 0;
  const padding = Buffer.alloc(BLOCK_BYTES - (message.length % BLOCK_BYTES));
  padding[0] = 0x80;
  const masked = isWhole ? Buffer.from(message) : Buffer.concat([message, padding]);
  const mask = isWhole ? once : double(once);
  const lastBlock = masked.subarray(-BLOCK_BYTES);
  for (const [index, byte] of mask.entries()) lastBlock[index] = (lastBlock[index] ?? 0) ^ byte;
  return encryptCbc(key, ZERO_BLOCK, masked).subarray(-BLOCK_BYTES);
}
