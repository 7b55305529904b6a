/** The transport layer: which meter, its status, and how its data are secured (EN 13757-7 § 7). */
import type { MeterAddress } from '#shared/model/reading.ts';
import { byteAt, uint16At } from './bytes.ts';
import { transportAddressAt } from './meter-address.ts';

/** What follows the header: records, records without their headers, headers without records, or nothing. */
export type ApplicationKind = 'full' | 'compact' | 'format' | 'nothing';

/** The kinds that have content to read. */
export type ContentKind = Exclude<ApplicationKind, 'nothing'>;

/** What the meter says about itself (§ 7.5.6). Bits above 4 mean what the manufacturer wants, so `raw` is kept. */
export interface MeterStatus {
  readonly raw: number;
  /** 0 none, 1 busy, 2 application error, 3 abnormal condition or alarm. */
  readonly application: number;
  readonly isBatteryLow: boolean;
  readonly hasPermanentError: boolean;
  readonly hasTemporaryError: boolean;
  readonly manufacturerBits: number;
}

export interface TransportLayer {
  readonly ci: number;
  readonly application: ApplicationKind;
  /** The meter's address in a long header; null when the link layer's address is the meter's. */
  readonly address: MeterAddress | null;
  /** Null without a header: then nothing is known about the status, which is not the same as "all well". */
  readonly accessNo: number | null;
  readonly status: MeterStatus | null;
  /** Security mode, 0 to 31. */
  readonly mode: number;
  /** How many 16-byte blocks at the start of the payload are encrypted. */
  readonly encryptedBlocks: number;
  /** Which key derivation mode 7 uses; 1 is the CMAC-based one. */
  readonly keyDerivation: number;
  /** Where the address bytes of a long header stand, 0 for the others. */
  readonly addressAt: number;
  /** Where the payload starts. */
  readonly end: number;
}

type Header = 'none' | 'short' | 'long';

const CONTROL_INFORMATION: ReadonlyMap<number, readonly [ApplicationKind, Header]> = new Map([
  [0x72, ['full', 'long']],
  [0x7a, ['full', 'short']],
  [0x78, ['full', 'none']],
  [0x73, ['compact', 'long']],
  [0x7b, ['compact', 'short']],
  [0x79, ['compact', 'none']],
  [0x6b, ['format', 'long']],
  [0x6a, ['format', 'short']],
  [0x69, ['format', 'none']],
  [0x8a, ['nothing', 'short']],
  [0x8b, ['nothing', 'long']],
]);

const ADDRESS_LENGTH = 8;
/** Access number, status and the two bytes of the configuration field. */
const SHORT_HEADER_LENGTH = 4;
/** Modes 7 and 13 extend the configuration field by one byte. */
const MODES_WITH_EXTENSION: ReadonlySet<number> = new Set([7, 13]);

export function isTransportLayer(ci: number): boolean {
  return CONTROL_INFORMATION.has(ci);
}

/** Reads the layer whose CI byte stands at `index`; null when the frame ends inside it. */
export function readTransportLayer(frame: Uint8Array, index: number): TransportLayer | null {
  const ci = byteAt(frame, index);
  const meaning = CONTROL_INFORMATION.get(ci);
  if (meaning === undefined || index >= frame.length) return null;
  const [application, header] = meaning;
  if (header === 'none')
    return {
      ci,
      application,
      address: null,
      accessNo: null,
      status: null,
      mode: 0,
      encryptedBlocks: 0,
      keyDerivation: 0,
      addressAt: 0,
      end: index + 1,
    };

  const addressAt = header === 'long' ? index + 1 : 0;
  const shortAt = index + 1 + (header === 'long' ? ADDRESS_LENGTH : 0);
  const configurationAt = shortAt + 2;
  const configuration = uint16At(frame, configurationAt);
  const mode = (configuration >> 8) & 31;
  const hasExtension = MODES_WITH_EXTENSION.has(mode) && application !== 'nothing';
  const end = shortAt + SHORT_HEADER_LENGTH + (hasExtension ? 1 : 0);
  if (end > frame.length) return null;
  return {
    ci,
    application,
    address: header === 'long' ? transportAddressAt(frame, addressAt) : null,
    accessNo: byteAt(frame, shortAt),
    status: readStatus(byteAt(frame, shortAt + 1)),
    mode,
    encryptedBlocks: (configuration >> 4) & 15,
    keyDerivation: hasExtension ? (byteAt(frame, configurationAt + 2) >> 4) & 3 : 0,
    addressAt,
    end,
  };
}

function readStatus(raw: number): MeterStatus {
  return {
    raw,
    application: raw & 3,
    isBatteryLow: (raw & 0x04) !== 0,
    hasPermanentError: (raw & 0x08) !== 0,
    hasTemporaryError: (raw & 0x10) !== 0,
    manufacturerBits: raw >> 5,
  };
}
