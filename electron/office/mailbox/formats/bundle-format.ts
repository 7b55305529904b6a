/** What every format of bundles has in common: what a reader gets and what it makes of it. */
import type { Failure, Result } from '#shared/model/result.ts';

export type BundleFormatName =
  'wmbus-bundle' | 'esphome-json' | 'telegram-log' | 'rtl-wmbus' | 'elvaco-4001' | 'csv' | 'hex-lines';

/** One telegram as a gateway heard it: ciphertext, with or without link layer CRCs. */
export interface ReceivedTelegram {
  readonly receivedAt: Date;
  /** Signal strength in dBm, if the gateway tells. */
  readonly rssi: number | null;
  readonly bytes: Uint8Array;
}

/** What a payload holds. `gateway`, `epoch` and `seq` are null where the format has no place for them. */
export interface BundleContent {
  readonly gateway: string | null;
  readonly epoch: string | null;
  readonly seq: number | null;
  readonly sentAt: Date | null;
  readonly telegrams: readonly ReceivedTelegram[];
  /** Rows that hold no telegram that could be used: bad hex, a radio CRC error, a wrong length. */
  readonly skippedRows: number;
}

/** Why a payload yields no telegrams. It is kept as it came, and never cleared at its source. */
export type BundleFailure = Failure<'UNKNOWN_FORMAT' | 'DECODED_ONLY' | 'DAMAGED' | 'PERHAPS_KEYS' | 'TOO_LARGE'>;

/** One format: recognises its payloads by their first characters and reads them. */
export interface BundleFormat {
  readonly name: BundleFormatName;
  recognises(text: string): boolean;
  /** `arrivedAt` dates telegrams whose row carries no time. */
  read(text: string, arrivedAt: Date): Result<BundleContent, BundleFailure>;
}
