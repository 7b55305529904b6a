/** Compact-frame formats published by others, for series whose full frames may never be heard: data, no code. */
import { parseHex } from './bytes.ts';
import { crc16 } from './crc.ts';
import type { FormatOwner } from './format-cache.ts';

interface KnownFormat {
  readonly manufacturer: string;
  readonly deviceTypes: readonly number[];
  /** Header bytes of all records as hexadecimal text. */
  readonly headers: string;
  readonly source: string;
}

const FORMATS: readonly KnownFormat[] = [
  {
    manufacturer: 'EFE',
    deviceTypes: [0x06, 0x07, 0x16],
    headers:
      '426C 4413 01FD17 840113 C40113 840213 C40213 840313 C40313 840413 C40413 840513 C40513 840613 C40613 840713 ' +
      'C40713 840813 046D 0413',
    source: 'wmbusmeters, driver engelmann_faw',
  },
];

const BY_SIGNATURE: ReadonlyMap<string, Uint8Array> = new Map(
  FORMATS.flatMap(({ manufacturer, deviceTypes, headers }) => {
    const bytes = parseHex(headers.replaceAll(' ', '')) ?? new Uint8Array();
    const signature = crc16(bytes, 0, bytes.length);
    return deviceTypes.map((deviceType) => [keyOf({ manufacturer, deviceType }, signature), bytes] as const);
  }),
);

function keyOf(owner: FormatOwner, signature: number): string {
  return `${owner.manufacturer}/${owner.deviceType}/${signature}`;
}

/** The header bytes of a published format; undefined when there is none. */
export function knownFormat(owner: FormatOwner, signature: number): Uint8Array | undefined {
  return BY_SIGNATURE.get(keyOf(owner, signature));
}
