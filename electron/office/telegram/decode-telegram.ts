/**
 * From the bytes of one telegram to its outcome. Pure but for the format cache it is given: nothing else is carried
 * from one telegram to the next, so no meter can take over another one's values.
 */
import { byteAt } from './bytes.ts';
import type { DecodeContext } from './decode-context.ts';
import { decodeMessage } from './decode-message.ts';
import {
  decryptPayload,
  isExtendedLinkLayer,
  payloadChecksumFits,
  readExtendedLinkLayer,
  type ExtendedLinkLayer,
} from './extended-link-layer.ts';
import { readLinkLayer, type LinkFrame } from './link-layer.ts';
import { failTelegram, startEnvelope, type OpenEnvelope } from './telegram-envelope.ts';
import type { TelegramErrorCode, TelegramOutcome, Verification } from './telegram-outcome.ts';

export type { DecodeContext } from './decode-context.ts';

const FIRST_CI_AT = 10;

/** Decodes one telegram as a gateway delivered it. Never throws: whatever the bytes are, there is an outcome. */
export function decodeTelegram(bytes: Uint8Array, context: DecodeContext): TelegramOutcome {
  const link = readLinkLayer(withoutBufferMethods(bytes), context.framing);
  let likeliest: TelegramOutcome | null = null;
  for (const frame of link.frames) {
    const outcome = decodeFrame(frame, context);
    const isReadable = outcome.result === 'ok' || outcome.result === 'noData';
    const isProven = outcome.verifiedBy === 'mac' || outcome.verifiedBy === 'checkBytes';
    if (isReadable && (link.fault === null || isProven)) return outcome;
    likeliest ??= outcome;
  }
  if (likeliest !== null && link.fault === null) return likeliest;
  return failTelegram(startEnvelope({ format: null, bytes }), link.fault ?? 'TRUNCATED', 'link');
}

/** The same bytes as a plain array: `slice` of a Buffer is a window on it, and decrypting there would change it. */
function withoutBufferMethods(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function decodeFrame(link: LinkFrame, context: DecodeContext): TelegramOutcome {
  const envelope = startEnvelope(link);
  const verifiedBy: Verification = link.format === null ? 'none' : 'crc';
  const ci = byteAt(link.bytes, FIRST_CI_AT);
  if (!isExtendedLinkLayer(ci)) return decodeMessage(link.bytes, FIRST_CI_AT, envelope, verifiedBy, context);

  envelope.ci = ci;
  const layer = readExtendedLinkLayer(link.bytes, FIRST_CI_AT);
  if (layer === null) return failTelegram(envelope, 'UNPARSEABLE', 'extended link', { offset: FIRST_CI_AT });
  envelope.accessNo = layer.accessNo;
  envelope.extendedLinkDestination = layer.destination;
  if (layer.sessionAt === null) return decodeMessage(link.bytes, layer.end, envelope, verifiedBy, context);
  if (layer.isEncrypted) return decodeEncryptedPayload(link.bytes, layer, layer.sessionAt, envelope, context);
  if (!payloadChecksumFits(link.bytes, layer)) return failTelegram(envelope, 'CRC_ERROR', 'extended link');
  return decodeMessage(link.bytes, layer.end, envelope, 'crc', context);
}

/**
 * Opens the encryption of the extended link layer with the sender's keys. Its checksum has 16 bits, so a message
 * that does not read to its end is taken for the work of a wrong key. Only when no key fits, the payload may have
 * been decrypted before: looking at it first would lose one telegram in 65,536.
 */
function decodeEncryptedPayload(
  frame: Uint8Array,
  layer: ExtendedLinkLayer,
  sessionAt: number,
  envelope: OpenEnvelope,
  context: DecodeContext,
): TelegramOutcome {
  const sender = envelope.sender;
  let failure: TelegramErrorCode = 'NO_KEY';
  for (const key of sender === null ? [] : context.keysFor(sender)) {
    if (failure === 'NO_KEY') failure = 'WRONG_KEY';
    const opened = decryptPayload(frame, layer, sessionAt, key);
    if (!payloadChecksumFits(opened, layer)) continue;
    const outcome = decodeMessage(opened, layer.end, securedEnvelope(envelope, false), 'crc', context);
    if (isSound(outcome)) return outcome;
    failure = 'WRONG_KEY_SUSPECTED';
  }
  if (payloadChecksumFits(frame, layer)) {
    const outcome = decodeMessage(frame, layer.end, securedEnvelope(envelope, true), 'crc', context);
    if (isSound(outcome)) return outcome;
  }
  return failTelegram(securedEnvelope(envelope, false), failure, 'extended link');
}

function securedEnvelope(envelope: OpenEnvelope, isAlreadyDecrypted: boolean): OpenEnvelope {
  return { ...envelope, security: { mode: 'ELL-CTR', isAlreadyDecrypted } };
}

/** Whether a message behaves like one: it was read to its end or failed for a reason of its own. */
function isSound(outcome: TelegramOutcome): boolean {
  return outcome.result !== 'partial' && !(outcome.result === 'error' && outcome.code === 'UNPARSEABLE');
}
