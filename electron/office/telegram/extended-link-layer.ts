/** The extended link layer, CI 8C to 8F: access number, destination and its own encryption (EN 13757-4 § 13). */
import type { MeterAddress } from '#shared/model/reading.ts';
import { encryptBlock, readBlock, writeBlock } from './aes.ts';
import { byteAt, uint16At, uint32At } from './bytes.ts';
import { crc16 } from './crc.ts';
import { linkAddressAt } from './meter-address.ts';
import { encryptionKeysOf, type PreparedKey } from './prepared-key.ts';

export interface ExtendedLinkLayer {
  readonly accessNo: number;
  /** The partner the meter answers, in ELL III and IV. */
  readonly destination: MeterAddress | null;
  /** Where the session number stands; null in ELL I and III, which have neither encryption nor checksum. */
  readonly sessionAt: number | null;
  readonly isEncrypted: boolean;
  /** Where the communication control byte stands. */
  readonly controlAt: number;
  /** Where the next layer's CI byte stands. */
  readonly end: number;
}

const HEADER_LENGTHS: ReadonlyMap<
  number,
  { readonly hasDestination: boolean; readonly hasSession: boolean }
> = new Map([
  [0x8c, { hasDestination: false, hasSession: false }],
  [0x8d, { hasDestination: false, hasSession: true }],
  [0x8e, { hasDestination: true, hasSession: false }],
  [0x8f, { hasDestination: true, hasSession: true }],
]);
const DESTINATION_LENGTH = 8;
const SESSION_LENGTH = 4;
const CHECKSUM_LENGTH = 2;
const AES_CTR = 1;
/** Repeaters change these bits of the control byte (hops, relayed) on the way: the IV is made without them. */
const CONTROL_BITS_OF_REPEATERS = 0x12;

export function isExtendedLinkLayer(ci: number): boolean {
  return HEADER_LENGTHS.has(ci);
}

/** Reads the layer whose CI byte stands at `index`; null when the frame is too short for it. */
export function readExtendedLinkLayer(frame: Uint8Array, index: number): ExtendedLinkLayer | null {
  const parts = HEADER_LENGTHS.get(byteAt(frame, index));
  if (parts === undefined) return null;
  const destinationAt = index + 3;
  const sessionAt = destinationAt + (parts.hasDestination ? DESTINATION_LENGTH : 0);
  const end = sessionAt + (parts.hasSession ? SESSION_LENGTH + CHECKSUM_LENGTH : 0);
  if (end >= frame.length) return null;
  return {
    accessNo: byteAt(frame, index + 2),
    destination: parts.hasDestination ? linkAddressAt(frame, destinationAt) : null,
    sessionAt: parts.hasSession ? sessionAt : null,
    isEncrypted: parts.hasSession && uint32At(frame, sessionAt) >>> 29 === AES_CTR,
    controlAt: index + 1,
    end,
  };
}

/** Whether the checksum in front of the payload fits what follows it; it is sent low byte first. */
export function payloadChecksumFits(frame: Uint8Array, layer: ExtendedLinkLayer): boolean {
  return crc16(frame, layer.end, frame.length) === uint16At(frame, layer.end - CHECKSUM_LENGTH);
}

const counter = new Uint8Array(16);
const keyStream = new Uint8Array(16);
const words = new Int32Array(4);

/**
 * A copy of the frame with the payload decrypted (AES-128-CTR). The counter block is manufacturer and address of
 * the link layer, control byte, session number, frame number and block number.
 */
export function decryptPayload(
  frame: Uint8Array,
  layer: ExtendedLinkLayer,
  sessionAt: number,
  key: PreparedKey,
): Uint8Array {
  const opened = frame.slice();
  const roundKeys = encryptionKeysOf(key);
  for (let index = 0; index < 8; index++) counter[index] = byteAt(frame, 2 + index);
  counter[8] = byteAt(frame, layer.controlAt) & ~CONTROL_BITS_OF_REPEATERS;
  for (let index = 0; index < SESSION_LENGTH; index++) counter[9 + index] = byteAt(frame, sessionAt + index);
  counter.fill(0, 13);
  const start = layer.end - CHECKSUM_LENGTH;
  for (let block = 0; start + 16 * block < frame.length; block++) {
    counter[15] = block;
    readBlock(counter, 0, words);
    encryptBlock(roundKeys, 0, words);
    writeBlock(words, keyStream, 0);
    const blockAt = start + 16 * block;
    const blockEnd = Math.min(blockAt + 16, frame.length);
    for (let at = blockAt; at < blockEnd; at++)
      opened[at] = byteAt(frame, at) ^ byteAt(keyStream, at - blockAt);
  }
  return opened;
}
