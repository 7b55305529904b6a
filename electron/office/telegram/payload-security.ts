/** Opening the transport layer's encryption: modes 5 and 7, AES-128-CBC (EN 13757-7 § 9, OMS Vol. 2 § 9). */
import {
  BLOCK_LENGTH,
  decryptBlock,
  encryptBlock,
  expandKey,
  invertSchedule,
  readBlock,
  SCHEDULE_WORDS,
  writeBlock,
  type Words,
} from './aes.ts';
import type { AuthenticationLayer } from './authentication-layer.ts';
import { byteAt, uint16At } from './bytes.ts';
import { computeCmac, makeSubkey } from './cmac.ts';
import { DECRYPTION_KEYS, encryptionKeysOf, PreparedKey, SUBKEY } from './prepared-key.ts';
import type { TransportLayer } from './transport-layer.ts';

/** The first two bytes of every decrypted payload. Two bytes only: one wrong key in 65,536 yields them too. */
const CHECK_BYTES = 0x2f2f;
export const CHECK_BYTES_LENGTH = 2;
/** Manufacturer and address of the link layer stand here in every frame. */
const LINK_ADDRESS_AT = 2;

const chain = new Int32Array(4);
const cipherBlock = new Int32Array(4);
const block = new Int32Array(4);
const schedule = new Int32Array(SCHEDULE_WORDS);
const inverseSchedule = new Int32Array(SCHEDULE_WORDS);
const subkey = new Int32Array(4);
const mac = new Int32Array(4);

/** Whether the payload reads as decrypted already, as some gateways and tools deliver it. */
export function startsWithCheckBytes(bytes: Uint8Array, index: number): boolean {
  return index + CHECK_BYTES_LENGTH <= bytes.length && uint16At(bytes, index) === CHECK_BYTES;
}

/**
 * Decrypts the blocks at `start` with the round keys that begin at `from` and the initialization vector in `chain`;
 * what follows the blocks is appended in clear. Null when the check bytes do not fit: then only one block was tried.
 */
function decryptCbc(
  keys: Words,
  from: number,
  frame: Uint8Array,
  start: number,
  blocks: number,
): Uint8Array | null {
  const payload = frame.slice(start);
  for (let index = 0; index < blocks; index++) {
    const at = index * BLOCK_LENGTH;
    readBlock(payload, at, cipherBlock);
    block.set(cipherBlock);
    decryptBlock(keys, from, block);
    for (let word = 0; word < 4; word++) block[word] = (block[word] ?? 0) ^ (chain[word] ?? 0);
    writeBlock(block, payload, at);
    if (index === 0 && !startsWithCheckBytes(payload, 0)) return null;
    chain.set(cipherBlock);
  }
  return payload;
}

/**
 * Opens mode 5. The initialization vector is the meter's address in the order of the link layer followed by
 * eight times the access number. Null when the key does not fit.
 */
export function openMode5(frame: Uint8Array, transport: TransportLayer, key: PreparedKey): Uint8Array | null {
  const at = transport.addressAt;
  if (at === 0) readBlock(frame, LINK_ADDRESS_AT, chain);
  else {
    chain[0] = (uint16BigEndian(frame, at + 4) << 16) | uint16BigEndian(frame, at);
    chain[1] = (uint16BigEndian(frame, at + 2) << 16) | uint16BigEndian(frame, at + 6);
  }
  const access = Math.imul(transport.accessNo ?? 0, 0x01010101);
  chain[2] = access;
  chain[3] = access;
  return decryptCbc(
    PreparedKey.wordsOf(key),
    PreparedKey.startOf(key) + DECRYPTION_KEYS,
    frame,
    transport.end,
    transport.encryptedBlocks,
  );
}

function uint16BigEndian(bytes: Uint8Array, index: number): number {
  return (byteAt(bytes, index) << 8) | byteAt(bytes, index + 1);
}

const KEY_FOR_ENCRYPTION = 0x00;
const KEY_FOR_MAC = 0x01;
const DERIVATION_PADDING = 0x07;

/**
 * Derives the key of one message: the CMAC of purpose, message counter, meter number and padding under the
 * meter's own key. Leaves its round keys in `schedule`.
 */
function deriveKey(
  purpose: number,
  frame: Uint8Array,
  counterAt: number,
  idAt: number,
  key: PreparedKey,
): void {
  schedule[0] =
    (purpose << 24) |
    (byteAt(frame, counterAt) << 16) |
    (byteAt(frame, counterAt + 1) << 8) |
    byteAt(frame, counterAt + 2);
  schedule[1] =
    (byteAt(frame, counterAt + 3) << 24) |
    (byteAt(frame, idAt) << 16) |
    (byteAt(frame, idAt + 1) << 8) |
    byteAt(frame, idAt + 2);
  schedule[2] = (byteAt(frame, idAt + 3) << 24) | Math.imul(DERIVATION_PADDING, 0x010101);
  schedule[3] = Math.imul(DERIVATION_PADDING, 0x01010101);
  // The message is exactly one block, so its CMAC is that block and the subkey, encrypted (RFC 4493).
  const words = PreparedKey.wordsOf(key);
  const subkeyAt = PreparedKey.startOf(key) + SUBKEY;
  for (let word = 0; word < 4; word++) schedule[word] = (schedule[word] ?? 0) ^ (words[subkeyAt + word] ?? 0);
  encryptBlock(encryptionKeysOf(key), 0, schedule);
  expandKey(schedule);
}

/** Where the four bytes of the meter's number stand that enter key derivation. */
function meterNumberAt(transport: TransportLayer): number {
  return transport.addressAt === 0 ? LINK_ADDRESS_AT + 2 : transport.addressAt;
}

/** Whether the message's MAC was made with this key. Covers everything behind the authentication layer. */
export function macFits(
  frame: Uint8Array,
  authentication: AuthenticationLayer,
  transport: TransportLayer,
  key: PreparedKey,
): boolean {
  deriveKey(KEY_FOR_MAC, frame, authentication.counterAt, meterNumberAt(transport), key);
  subkey.fill(0);
  encryptBlock(schedule, 0, subkey);
  makeSubkey(subkey);
  computeCmac(schedule, subkey, authentication.macPrefix, frame, authentication.end, frame.length, mac);
  let difference = 0;
  for (let index = 0; index < authentication.macLength; index++)
    difference |=
      byteAt(frame, authentication.macAt + index) ^
      (((mac[index >> 2] ?? 0) >>> (24 - 8 * (index & 3))) & 0xff);
  return difference === 0;
}

/** Opens mode 7 with the key derived for this message and a zero initialization vector; null as for mode 5. */
export function openMode7(
  frame: Uint8Array,
  authentication: AuthenticationLayer,
  transport: TransportLayer,
  key: PreparedKey,
): Uint8Array | null {
  deriveKey(KEY_FOR_ENCRYPTION, frame, authentication.counterAt, meterNumberAt(transport), key);
  invertSchedule(schedule, inverseSchedule, 0);
  chain.fill(0);
  return decryptCbc(inverseSchedule, 0, frame, transport.end, transport.encryptedBlocks);
}
