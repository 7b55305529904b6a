/** Remembered record headers, by which compact frames are read: learned from full and from format frames. */
import type { MeterAddress } from '#shared/model/reading.ts';

/** Formats belong to a make and medium: every device of a series uses the same ones. */
export type FormatOwner = Pick<MeterAddress, 'manufacturer' | 'deviceType'>;

/**
 * Where formats are kept, by their owner and 16-bit signature. A format may be seen only once, at installation:
 * an implementation for production keeps them for ever.
 */
export interface FormatCache {
  /** The header bytes of all records of the format, one after the other. */
  get(owner: FormatOwner, signature: number): Uint8Array | undefined;
  /** Keeps a format; a newer one replaces an older one of the same signature. */
  put(owner: FormatOwner, signature: number, headers: Uint8Array): void;
}

const SIGNATURES = 0x10000;
/** Far more than the market knows: a flood of invented formats must not fill the memory. */
const MAX_FORMATS = 20_000;

/** Formats for the life of the process: for tests, the command line and as the front of a durable cache. */
export class InMemoryFormatCache implements FormatCache {
  readonly #formats = new Map<string, Map<number, Uint8Array>>();
  #count = 0;

  get(owner: FormatOwner, signature: number): Uint8Array | undefined {
    return this.#formats.get(owner.manufacturer)?.get(owner.deviceType * SIGNATURES + signature);
  }

  put(owner: FormatOwner, signature: number, headers: Uint8Array): void {
    let ofMaker = this.#formats.get(owner.manufacturer);
    if (ofMaker === undefined) this.#formats.set(owner.manufacturer, (ofMaker = new Map()));
    const key = owner.deviceType * SIGNATURES + signature;
    if (!ofMaker.has(key) && this.#count++ >= MAX_FORMATS) return;
    ofMaker.set(key, headers);
  }
}
