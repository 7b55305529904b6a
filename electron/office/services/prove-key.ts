/** Tries a meter's key on a telegram that is stored: the proof that a key is the right one, before any reading hangs on it. */
import type { KeyProof } from '#shared/contract/keys.ts';
import type { MeterAddress } from '#shared/model/reading.ts';
import { decodeTelegram } from '../telegram/decode-telegram.ts';
import { InMemoryFormatCache } from '../telegram/format-cache.ts';
import { prepareKey, type PreparedKey } from '../telegram/prepared-key.ts';

const NOT_OPENED: ReadonlySet<string> = new Set(['NO_KEY', 'WRONG_KEY', 'WRONG_KEY_SUSPECTED', 'MAC_FAILED']);
/** What says nothing about a key: the telegram never came as far. */
const NOT_READ: ReadonlySet<string> = new Set([
  'TRUNCATED',
  'CRC_ERROR',
  'UNSUPPORTED_SECURITY_MODE',
  'PROPRIETARY_CI',
]);

/** Whether a key of 16 bytes opens a telegram. A telegram that is not encrypted proves nothing: `plain`. */
export function proveKey(telegram: Uint8Array, key: Uint8Array): KeyProof {
  return prove(telegram, [prepareKey(key)]);
}

function prove(telegram: Uint8Array, keys: readonly PreparedKey[]): KeyProof {
  const outcome = decodeTelegram(telegram, { keysFor: () => keys, formats: new InMemoryFormatCache() });
  if (outcome.result === 'error' && NOT_OPENED.has(outcome.code)) return 'wrong';
  if (outcome.result === 'error' && NOT_READ.has(outcome.code)) return 'unheard';
  const { mode, isAlreadyDecrypted } = outcome.security;
  return mode === 'none' || isAlreadyDecrypted ? 'plain' : 'confirmed';
}

/** What a telegram tells without a key. */
export interface TelegramHeader {
  /** The long header's address if there is one, else the sender's: the keys are filed under it. */
  readonly meter: MeterAddress | null;
  readonly needsKey: boolean;
}

/** Reads what is in clear. */
export function readHeader(telegram: Uint8Array): TelegramHeader {
  let needsKey = false;
  const { meter, sender } = decodeTelegram(telegram, {
    keysFor: () => {
      needsKey = true;
      return [];
    },
    formats: new InMemoryFormatCache(),
  });
  return { meter: meter ?? sender, needsKey };
}
