/** The message above the link layers: authentication, transport header, security and content. */
import { readApplicationLayer, rememberFormat, type ApplicationContent } from './application-layer.ts';
import {
  AUTHENTICATION_LAYER,
  readAuthenticationLayer,
  type AuthenticationLayer,
} from './authentication-layer.ts';
import { byteAt } from './bytes.ts';
import type { DecodeContext } from './decode-context.ts';
import {
  CHECK_BYTES_LENGTH,
  macFits,
  openMode5,
  openMode7,
  startsWithCheckBytes,
} from './payload-security.ts';
import type { PreparedKey } from './prepared-key.ts';
import { carriesNoReadings, nameProprietary } from './proprietary.ts';
import { failTelegram, type OpenEnvelope } from './telegram-envelope.ts';
import type { TelegramErrorCode, TelegramOutcome, Verification } from './telegram-outcome.ts';
import {
  isTransportLayer,
  readTransportLayer,
  type ContentKind,
  type TransportLayer,
} from './transport-layer.ts';
import { readVendorApplication, readVendorRecord } from './vendor-block.ts';

const BLOCK_LENGTH = 16;
const CMAC_KEY_DERIVATION = 1;
/** A frame always has a sender; this only spares the type checker a doubt. */
const UNKNOWN_OWNER = { manufacturer: '', deviceType: 0 };

/** One message on its way through the layers. */
interface Message {
  readonly frame: Uint8Array;
  readonly envelope: OpenEnvelope;
  readonly transport: TransportLayer;
  readonly application: ContentKind;
  readonly authentication: AuthenticationLayer | null;
  /** What vouches for the frame as it came from the layer below. */
  readonly verifiedBy: Verification;
  readonly context: DecodeContext;
}

/** Decodes the message whose first CI byte stands at `index`; `verifiedBy` is what the layers below vouch. */
export function decodeMessage(
  frame: Uint8Array,
  index: number,
  envelope: OpenEnvelope,
  verifiedBy: Verification,
  context: DecodeContext,
): TelegramOutcome {
  let at = index;
  let authentication: AuthenticationLayer | null = null;
  if (byteAt(frame, at) === AUTHENTICATION_LAYER) {
    envelope.ci = AUTHENTICATION_LAYER;
    envelope.hasAuthenticationLayer = true;
    authentication = readAuthenticationLayer(frame, at);
    if (authentication === null)
      return failTelegram(envelope, 'UNPARSEABLE', 'authentication', { offset: at });
    if (authentication.isFragment) return failTelegram(envelope, 'UNSUPPORTED_FRAGMENT', 'authentication');
    envelope.messageCounter = authentication.messageCounter;
    at = authentication.end;
  }
  const ci = byteAt(frame, at);
  envelope.ci = ci;
  if (!isTransportLayer(ci)) return decodeUnknownLayer(frame, at, envelope, verifiedBy);

  const transport = readTransportLayer(frame, at);
  if (transport === null) return failTelegram(envelope, 'UNPARSEABLE', 'transport', { offset: at });
  envelope.application = transport.application;
  envelope.meter = transport.address ?? envelope.sender;
  envelope.accessNo = transport.accessNo ?? envelope.accessNo;
  envelope.status = transport.status;
  const { application } = transport;
  if (application === 'nothing') return { ...envelope, result: 'noData', verifiedBy };
  return decodeContent({ frame, envelope, transport, application, authentication, verifiedBy, context });
}

/** A layer behind none of the standard's CI bytes: read if its maker's layout is known, else only named. */
function decodeUnknownLayer(
  frame: Uint8Array,
  index: number,
  envelope: OpenEnvelope,
  verifiedBy: Verification,
): TelegramOutcome {
  const ci = byteAt(frame, index);
  if (carriesNoReadings(ci)) return { ...envelope, result: 'noData', verifiedBy };
  if (envelope.sender === null) return failTelegram(envelope, 'PROPRIETARY_CI', 'application');
  const vendorBlock = readVendorApplication(envelope.sender, ci, frame, index + 1);
  envelope.proprietary = vendorBlock?.layout ?? nameProprietary(envelope.sender, ci);
  if (vendorBlock === null) return failTelegram(envelope, 'PROPRIETARY_CI', 'application');
  return {
    ...envelope,
    result: 'ok',
    records: [],
    payload: frame,
    manufacturerData: frame.slice(index + 1),
    vendorBlock,
    verifiedBy,
  };
}

function decodeContent(message: Message): TelegramOutcome {
  const { frame, envelope, transport, authentication, verifiedBy } = message;
  const { mode } = transport;
  if (mode === 0) return finish(message, frame, readContent(message, frame, transport.end), verifiedBy);

  if (mode === 5) envelope.security = { mode: '5', isAlreadyDecrypted: false };
  else if (mode === 7) envelope.security = { mode: '7', isAlreadyDecrypted: false };
  else return failTelegram(envelope, 'UNSUPPORTED_SECURITY_MODE', 'transport', { mode });

  if (transport.end + BLOCK_LENGTH * transport.encryptedBlocks > frame.length)
    return failTelegram(envelope, 'TRUNCATED', 'transport');
  const opened = openWithKeys(message);
  if (typeof opened !== 'string') return opened;
  const plain = readAsDecrypted(message);
  if (plain !== null) return plain;
  if (mode === 7 && (authentication?.messageCounter ?? null) === null)
    return failTelegram(envelope, 'UNSUPPORTED_SECURITY_MODE', 'authentication', { mode });
  return failTelegram(envelope, opened, 'transport', { mode });
}

/** Tries the meter's keys, then those filed under its radio module; returns why none of them fits. */
function openWithKeys(message: Message): TelegramOutcome | TelegramErrorCode {
  const { envelope, context } = message;
  let failure: TelegramErrorCode = 'NO_KEY';
  const addresses = envelope.meter === envelope.sender ? [envelope.meter] : [envelope.meter, envelope.sender];
  for (const address of addresses)
    for (const key of address === null ? [] : context.keysFor(address)) {
      const opened = openWithKey(message, key);
      if (typeof opened !== 'string') return opened;
      if (failure === 'NO_KEY' || failure === 'WRONG_KEY') failure = opened;
    }
  return failure;
}

function openWithKey(message: Message, key: PreparedKey): TelegramOutcome | TelegramErrorCode {
  const { frame, transport, authentication } = message;
  if (transport.mode === 5) return acceptIfComplete(message, openMode5(frame, transport, key));
  if (authentication === null || authentication.messageCounter === null) return 'WRONG_KEY';
  if (transport.keyDerivation !== CMAC_KEY_DERIVATION) return 'UNSUPPORTED_SECURITY_MODE';
  if (authentication.macLength === 0)
    return acceptIfComplete(message, openMode7(frame, authentication, transport, key));

  const isAuthentic = macFits(frame, authentication, transport, key);
  const payload = openMode7(frame, authentication, transport, key);
  if (!isAuthentic) return payload !== null && transport.encryptedBlocks > 0 ? 'MAC_FAILED' : 'WRONG_KEY';
  if (payload === null) return 'WRONG_KEY_SUSPECTED';
  return finish(message, payload, readContent(message, payload, checkBytesOf(transport)), 'mac');
}

/** The check bytes are no proof; only a payload that reads to its end as plausible records is accepted. */
function acceptIfComplete(message: Message, payload: Uint8Array | null): TelegramOutcome | TelegramErrorCode {
  if (payload === null) return 'WRONG_KEY';
  const content = readContent(message, payload, checkBytesOf(message.transport));
  if (!isComplete(content)) return 'WRONG_KEY_SUSPECTED';
  return finish(
    message,
    payload,
    content,
    message.transport.encryptedBlocks > 0 ? 'checkBytes' : message.verifiedBy,
  );
}

/** The payload as it came, if it is plain already: it starts with the check bytes and reads to its end. */
function readAsDecrypted(message: Message): TelegramOutcome | null {
  const { frame, envelope, transport, verifiedBy } = message;
  const isUnencrypted = transport.encryptedBlocks === 0;
  if (!isUnencrypted && !startsWithCheckBytes(frame, transport.end)) return null;
  const start = transport.end + (isUnencrypted ? 0 : CHECK_BYTES_LENGTH);
  const content = readContent(message, frame, start);
  if (!isComplete(content)) return null;
  envelope.security = { mode: envelope.security.mode, isAlreadyDecrypted: !isUnencrypted };
  return finish(message, frame, content, verifiedBy);
}

function checkBytesOf(transport: TransportLayer): number {
  return transport.encryptedBlocks > 0 ? CHECK_BYTES_LENGTH : 0;
}

function isComplete(content: ApplicationContent): boolean {
  if (content.kind === 'records') return content.list.stoppedAt === null && content.list.isPlausible;
  return content.kind !== 'damaged';
}

function readContent(message: Message, bytes: Uint8Array, start: number): ApplicationContent {
  const { envelope, application, context } = message;
  const owner = envelope.meter ?? UNKNOWN_OWNER;
  return readApplicationLayer(application, bytes, start, owner, context.formats);
}

/** Turns content into the outcome; `bytes` is what its records were read from. */
function finish(
  message: Message,
  bytes: Uint8Array,
  content: ApplicationContent,
  verifiedBy: Verification,
): TelegramOutcome {
  const { envelope, transport, application, context } = message;
  if (content.kind === 'format') return { ...envelope, result: 'noData', verifiedBy };
  if (content.kind === 'unknown format')
    return failTelegram(envelope, 'COMPACT_FORMAT_UNKNOWN', 'application');
  if (content.kind === 'damaged') return failTelegram(envelope, 'CRC_ERROR', 'application');

  const { records, manufacturerData, stoppedAt, isPlausible } = content.list;
  const proof = content.hasChecksum && verifiedBy !== 'mac' ? 'crc' : verifiedBy;
  if (stoppedAt !== null && (records.length === 0 || !isPlausible))
    return failTelegram(envelope, 'UNPARSEABLE', 'application', { offset: stoppedAt });
  const vendorBlock = envelope.meter === null ? null : readVendorRecord(envelope.meter, records, bytes);
  if (vendorBlock !== null) envelope.proprietary = vendorBlock.layout;
  const readable = { records, payload: bytes, manufacturerData, vendorBlock, verifiedBy: proof };
  if (stoppedAt !== null) return { ...envelope, ...readable, result: 'partial', stoppedAt };
  if (records.length === 0 && manufacturerData === null && transport.end === message.frame.length)
    return { ...envelope, result: 'noData', verifiedBy: proof };
  rememberFormat(application, content.list, bytes, envelope.meter ?? UNKNOWN_OWNER, context.formats);
  return { ...envelope, ...readable, result: 'ok' };
}
