/** Checks with other people's ciphers that records of a secured telegram really passed their check. */
import { cbc, cmac, ctr } from '@noble/ciphers/aes.js';
import type { TelegramOutcome } from '#office/telegram/telegram-outcome.ts';
import { bitwiseCrc } from '../unit/electron/office/telegram/encode.ts';

type Readable = Extract<TelegramOutcome, { readonly result: 'ok' | 'partial' }>;

const LINK_ADDRESS_AT = 2;
const FIRST_CI_AT = 10;
const AUTHENTICATION_LAYER = 0x90;
/** Bytes of the extended link layers, CI byte included. */
const EXTENDED_LENGTHS: Readonly<Record<number, number>> = { 0x8c: 3, 0x8d: 9, 0x8e: 11, 0x8f: 17 };

/**
 * Whether one of the keys explains the records. Only frames without checksums are examined, and of mode 7 only those
 * with the usual authentication layer; the others pass.
 */
export function isExplained(outcome: Readable, telegram: Uint8Array, keys: readonly Uint8Array[]): boolean {
  if (outcome.frameFormat !== null || outcome.security.isAlreadyDecrypted) return true;
  const frame = telegram.subarray(0, (telegram[0] ?? 0) + 1);
  if (outcome.security.mode === '5')
    return isUnencrypted(frame) || keys.some((key) => explainsMode5(outcome, frame, key));
  if (outcome.security.mode === '7' && outcome.verifiedBy === 'mac')
    return keys.some((key) => explainsMode7(frame, key));
  if (outcome.security.mode === 'ELL-CTR') return keys.some((key) => explainsExtendedLink(frame, key));
  return true;
}

/** The transport header behind what may stand in front of it. */
function transportAt(frame: Uint8Array): number {
  const at = FIRST_CI_AT + (EXTENDED_LENGTHS[frame[FIRST_CI_AT] ?? 0] ?? 0);
  return frame[at] === AUTHENTICATION_LAYER ? at + 2 + (frame[at + 1] ?? 0) : at;
}

function hasLongHeader(frame: Uint8Array, at: number): boolean {
  return [0x72, 0x73, 0x6b].includes(frame[at] ?? 0);
}

/** The configuration field may announce mode 5 and no encrypted block. */
function isUnencrypted(frame: Uint8Array): boolean {
  const at = transportAt(frame);
  return (frame[at + (hasLongHeader(frame, at) ? 9 : 1) + 2] ?? 0) >> 4 === 0;
}

function explainsMode5(outcome: Readable, frame: Uint8Array, key: Uint8Array): boolean {
  // An extended link layer may itself be encrypted around mode 5: then the frame is not what was decrypted.
  if (frame[FIRST_CI_AT] === 0x8d || frame[FIRST_CI_AT] === 0x8f) return true;
  const at = transportAt(frame);
  const isLong = hasLongHeader(frame, at);
  const header = at + (isLong ? 9 : 1);
  const blocks = (frame[header + 2] ?? 0) >> 4;
  const address = isLong
    ? [
        ...frame.subarray(at + 5, at + 7),
        ...frame.subarray(at + 1, at + 5),
        ...frame.subarray(at + 7, at + 9),
      ]
    : [...frame.subarray(LINK_ADDRESS_AT, FIRST_CI_AT)];
  const iv = Uint8Array.of(...address, ...Array.from({ length: 8 }, () => frame[header] ?? 0));
  const secret = frame.slice(header + 4, header + 4 + 16 * blocks);
  const plain = cbc(key, iv, { disablePadding: true }).decrypt(secret);
  return (
    plain[0] === 0x2f && plain[1] === 0x2f && plain.every((byte, index) => byte === outcome.payload[index])
  );
}

function explainsMode7(frame: Uint8Array, key: Uint8Array): boolean {
  const layerAt = FIRST_CI_AT + (EXTENDED_LENGTHS[frame[FIRST_CI_AT] ?? 0] ?? 0);
  const isUsual = frame[layerAt + 2] === 0x00 && frame[layerAt + 3] === 0x2c && frame[layerAt + 4] === 0x25;
  if (!isUsual || frame[FIRST_CI_AT] === 0x8d || frame[FIRST_CI_AT] === 0x8f) return true;
  const at = transportAt(frame);
  const idAt = hasLongHeader(frame, at) ? at + 1 : LINK_ADDRESS_AT + 2;
  const counter = frame.subarray(layerAt + 5, layerAt + 9);
  const padding = Array.from({ length: 7 }, () => 7);
  const macKey = cmac(Uint8Array.of(1, ...counter, ...frame.subarray(idAt, idAt + 4), ...padding), key);
  const mac = cmac(Uint8Array.of(0x25, ...counter, ...frame.subarray(at)), macKey);
  return frame.subarray(layerAt + 9, layerAt + 17).every((byte, index) => byte === mac[index]);
}

function explainsExtendedLink(frame: Uint8Array, key: Uint8Array): boolean {
  const isWithDestination = frame[FIRST_CI_AT] === 0x8f;
  const sessionAt = FIRST_CI_AT + 3 + (isWithDestination ? 8 : 0);
  const counter = Uint8Array.of(
    ...frame.subarray(LINK_ADDRESS_AT, FIRST_CI_AT),
    (frame[FIRST_CI_AT + 1] ?? 0) & 0xed,
    ...frame.subarray(sessionAt, sessionAt + 4),
    0,
    0,
    0,
  );
  const plain = ctr(key, counter).decrypt(frame.slice(sessionAt + 4));
  return bitwiseCrc(plain.subarray(2)) === ((plain[0] ?? 0) | ((plain[1] ?? 0) << 8));
}
