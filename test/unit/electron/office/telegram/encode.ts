/** Makes telegrams with other people's ciphers (node:crypto, noble): the counterpart the decoder is tested with. */
import { createCipheriv } from 'node:crypto';
import { cmac } from '@noble/ciphers/aes.js';

export interface SentAddress {
  readonly manufacturer: string;
  /** Eight decimal digits. */
  readonly id: string;
  readonly version: number;
  readonly deviceType: number;
}

export interface SentMessage {
  readonly address: SentAddress;
  readonly key: Uint8Array;
  readonly accessNo: number;
  /** Plain records without check bytes. */
  readonly records: Uint8Array;
}

const SND_NR = 0x44;
const IDLE = 0x2f;

function littleEndian(value: number, length: number): number[] {
  return Array.from({ length }, (_, index) => Math.floor(value / 256 ** index) % 256);
}

export function manufacturerBytes(letters: string): number[] {
  const [a = 0, b = 0, c = 0] = Array.from(letters, (letter) => (letter.codePointAt(0) ?? 64) - 64);
  return littleEndian((a << 10) | (b << 5) | c, 2);
}

function idBytes(id: string): number[] {
  return [...Buffer.from(id, 'hex')].toReversed();
}

/** The address in the order of the link layer. */
export function linkAddress(address: SentAddress): number[] {
  return [
    ...manufacturerBytes(address.manufacturer),
    ...idBytes(address.id),
    address.version,
    address.deviceType,
  ];
}

/** The address in the order of the long transport header. */
export function longHeaderAddress(address: SentAddress): number[] {
  return [
    ...idBytes(address.id),
    ...manufacturerBytes(address.manufacturer),
    address.version,
    address.deviceType,
  ];
}

/** A CRC-less frame around what follows the sender's address. */
export function frameOf(sender: SentAddress, body: readonly number[]): Uint8Array {
  return Uint8Array.of(9 + body.length, SND_NR, ...linkAddress(sender), ...body);
}

/** Check bytes, records and idle bytes up to a whole number of blocks. */
export function padded(records: Uint8Array): Uint8Array {
  const length = Math.ceil((records.length + 2) / 16) * 16;
  const payload = new Uint8Array(length).fill(IDLE);
  payload.set(records, 2);
  return payload;
}

export function encryptCbc(key: Uint8Array, iv: Uint8Array, payload: Uint8Array): number[] {
  const cipher = createCipheriv('aes-128-cbc', key, iv).setAutoPadding(false);
  return [...cipher.update(payload), ...cipher.final()];
}

function configuration(mode: number, blocks: number): number[] {
  return littleEndian((mode << 8) | (blocks << 4), 2);
}

/** The initialization vector of mode 5: address of the meter, eight times the access number. */
export function ivOfMode5(address: SentAddress, accessNo: number): Uint8Array {
  return Uint8Array.of(...linkAddress(address), ...Array.from({ length: 8 }, () => accessNo));
}

/** Mode 5 with a short header, or a long one behind a radio module when `sender` differs. */
export function encodeMode5(message: SentMessage, sender = message.address): Uint8Array {
  const { address, key, accessNo } = message;
  const payload = padded(message.records);
  const header = sender === address ? [0x7a] : [0x72, ...longHeaderAddress(address)];
  return frameOf(sender, [
    ...header,
    accessNo,
    0,
    ...configuration(5, payload.length / 16),
    ...encryptCbc(key, ivOfMode5(address, accessNo), payload),
  ]);
}

/** One key of a mode-7 message; `purpose` 0 encrypts, 1 authenticates. */
export function derivedKey(message: SentMessage, counter: number, purpose: number): Uint8Array {
  const seven = Array.from({ length: 7 }, () => 7);
  const input = Uint8Array.of(purpose, ...littleEndian(counter, 4), ...idBytes(message.address.id), ...seven);
  return cmac(input, message.key);
}

const MCL_WITH_EIGHT_BYTE_MAC = 0x25;

/** Mode 7 with ELL I, an authentication layer with an eight-byte MAC and a short or long header. */
export function encodeMode7(message: SentMessage, counter: number, sender = message.address): Uint8Array {
  const { address, accessNo } = message;
  const payload = padded(message.records);
  const header = sender === address ? [0x7a] : [0x72, ...longHeaderAddress(address)];
  const secured = [
    ...header,
    accessNo,
    0,
    ...configuration(7, payload.length / 16),
    0x10,
    ...encryptCbc(derivedKey(message, counter, 0), new Uint8Array(16), payload),
  ];
  const prefix = [MCL_WITH_EIGHT_BYTE_MAC, ...littleEndian(counter, 4)];
  const mac = cmac(Uint8Array.of(...prefix, ...secured), derivedKey(message, counter, 1)).subarray(0, 8);
  return frameOf(sender, [0x8c, 0x20, accessNo, 0x90, 0x0f, 0x00, 0x2c, ...prefix, ...mac, ...secured]);
}

/** CRC-16/EN-13757, bit by bit. */
export function bitwiseCrc(bytes: Iterable<number>): number {
  let crc = 0;
  for (const byte of bytes)
    for (let bit = 7; bit >= 0; bit--) {
      const feedback = ((crc >> 15) ^ (byte >> bit)) & 1;
      crc = ((crc << 1) & 0xffff) ^ (feedback ? 0x3d65 : 0);
    }
  return crc ^ 0xffff;
}

/** ELL II with AES-CTR around records without a transport header. */
export function encodeExtendedLink(message: SentMessage, session: number): Uint8Array {
  const { address, key, accessNo } = message;
  const plain = [0x78, ...message.records];
  const sessionBytes = littleEndian(2 ** 29 + session, 4);
  const counter = Uint8Array.of(...linkAddress(address), 0x20, ...sessionBytes, 0, 0, 0);
  const cipher = createCipheriv('aes-128-ctr', key, counter);
  const encrypted = cipher.update(Uint8Array.of(...littleEndian(bitwiseCrc(plain), 2), ...plain));
  return frameOf(address, [0x8d, 0x20, accessNo, ...sessionBytes, ...encrypted]);
}

/** Adds the block checksums of frame format A. */
export function withFormatA(frame: Uint8Array): Uint8Array {
  const bytes: number[] = [];
  for (let start = 0; start < frame.length;) {
    const end = Math.min(start === 0 ? 10 : start + 16, frame.length);
    const block = [...frame.subarray(start, end)];
    const crc = bitwiseCrc(block);
    bytes.push(...block, crc >> 8, crc & 255);
    start = end;
  }
  return Uint8Array.from(bytes);
}

/** Adds the checksums of frame format B and counts them in the length byte. */
export function withFormatB(frame: Uint8Array): Uint8Array {
  const isLong = frame.length + 2 > 128;
  const counted = Uint8Array.from(frame);
  counted[0] = frame.length - 1 + (isLong ? 4 : 2);
  const parts = isLong ? [counted.subarray(0, 126), counted.subarray(126)] : [counted];
  return Uint8Array.from(
    parts.flatMap((part) => {
      const crc = bitwiseCrc(part);
      return [...part, crc >> 8, crc & 255];
    }),
  );
}
