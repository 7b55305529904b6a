/** What became of a telegram: its records, or which layer failed, whose key was used and what to do. */
import type { MeterAddress } from '#shared/model/reading.ts';
import type { DataRecord } from './data-records.ts';
import type { LinkFrame } from './link-layer.ts';
import type { ProprietaryKind } from './proprietary.ts';
import type { ApplicationKind, MeterStatus } from './transport-layer.ts';
import type { VendorBlock } from './vendor-block.ts';

export type TelegramErrorCode =
  | 'TRUNCATED'
  | 'CRC_ERROR'
  | 'NO_KEY'
  | 'WRONG_KEY'
  | 'WRONG_KEY_SUSPECTED'
  | 'MAC_FAILED'
  | 'PROPRIETARY_CI'
  | 'UNSUPPORTED_SECURITY_MODE'
  | 'UNSUPPORTED_FRAGMENT'
  | 'COMPACT_FORMAT_UNKNOWN'
  | 'UNPARSEABLE';

/** The layer that failed: the user's first question when a telegram cannot be read. */
export type TelegramLayer = 'link' | 'extended link' | 'authentication' | 'transport' | 'application';

/** How the payload was secured; `isAlreadyDecrypted` when someone had opened it before it came here. */
export interface TelegramSecurity {
  readonly mode: 'none' | '5' | '7' | 'ELL-CTR';
  readonly isAlreadyDecrypted: boolean;
}

/**
 * What vouches for the content: nothing, the two check bytes of a decryption, a checksum over the content, or a
 * message authentication code.
 */
export type Verification = 'none' | 'checkBytes' | 'crc' | 'mac';

/** What is known of every telegram, readable or not. Null where the telegram did not get as far or has none. */
export interface TelegramEnvelope {
  readonly frameFormat: LinkFrame['format'];
  /** Sender of the radio frame: the meter itself or its radio module. */
  readonly sender: MeterAddress | null;
  /** The meter the data belong to: the long header's address when there is one, else the sender's. */
  readonly meter: MeterAddress | null;
  /** CI byte of the transport layer, or of the layer that could not be read. */
  readonly ci: number | null;
  readonly application: ApplicationKind | null;
  readonly accessNo: number | null;
  readonly status: MeterStatus | null;
  readonly security: TelegramSecurity;
  readonly messageCounter: number | null;
  readonly hasAuthenticationLayer: boolean;
  readonly extendedLinkDestination: MeterAddress | null;
  /** Maker and kind when the telegram or a block of it is no standard record. */
  readonly proprietary: ProprietaryKind | null;
}

/** Content of a readable telegram; record positions refer to `payload`. */
export interface TelegramContent {
  readonly records: readonly DataRecord[];
  readonly payload: Uint8Array;
  /** Everything behind a 0F or 1F byte. */
  readonly manufacturerData: Uint8Array | null;
  /** A manufacturer's own block that could be read by a public description. */
  readonly vendorBlock: VendorBlock | null;
  readonly verifiedBy: Verification;
}

/**
 * - `ok`: read to the end; `application` is null when all of it is a manufacturer's block;
 * - `partial`: read up to `stoppedAt`, the rest is no record; what stands before is valid;
 * - `noData`: a valid telegram without readings, such as an acknowledgement or a format frame;
 * - `error`: nothing may be used. `message` says in German what happened and what to do.
 */
export type TelegramOutcome =
  | (TelegramEnvelope & TelegramContent & { readonly result: 'ok' })
  | (TelegramEnvelope & TelegramContent & { readonly result: 'partial'; readonly stoppedAt: number })
  | (TelegramEnvelope & { readonly result: 'noData'; readonly verifiedBy: Verification })
  | (TelegramEnvelope & {
      readonly result: 'error';
      readonly code: TelegramErrorCode;
      readonly layer: TelegramLayer;
      /** The address whose keys were tried or are missing. */
      readonly keyAddress: MeterAddress | null;
      /** Offset of the byte that could not be read, in the frame without checksums. */
      readonly offset: number | null;
      readonly message: string;
      readonly verifiedBy: 'none';
    });
