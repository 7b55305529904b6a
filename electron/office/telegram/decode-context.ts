/** What decoding needs to know of the world. */
import type { MeterAddress } from '#shared/model/reading.ts';
import type { FormatCache } from './format-cache.ts';
import type { Framing } from './link-layer.ts';
import type { PreparedKey } from './prepared-key.ts';

export interface DecodeContext {
  /** The keys that may belong to a meter, likeliest first; several when a maker handed out several. */
  keysFor(meter: MeterAddress): readonly PreparedKey[];
  readonly formats: FormatCache;
  /** How the gateway delivers frames; its setting wins over recognition. */
  readonly framing?: Framing;
}
