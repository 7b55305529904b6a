/** The content of a payload, whichever of the three forms it has: records, a compact frame or a format frame. */
import { learnFromFormatFrame, learnFromRecords, readCompactFrame } from './compact-frame.ts';
import { readDataRecords, type RecordList } from './data-records.ts';
import type { FormatCache, FormatOwner } from './format-cache.ts';
import type { ContentKind } from './transport-layer.ts';

/**
 * `hasChecksum` tells that a checksum over the content itself was verified. A format frame has been learned and
 * holds no values.
 */
export type ApplicationContent =
  | { readonly kind: 'records'; readonly list: RecordList; readonly hasChecksum: boolean }
  | { readonly kind: 'format' }
  | { readonly kind: 'unknown format' }
  | { readonly kind: 'damaged' };

/** Reads the payload in `bytes[start, end)` and learns its format when it is a format frame. */
export function readApplicationLayer(
  application: ContentKind,
  bytes: Uint8Array,
  start: number,
  owner: FormatOwner,
  formats: FormatCache,
): ApplicationContent {
  const end = bytes.length;
  if (application === 'full')
    return { kind: 'records', list: readDataRecords(bytes, start, end), hasChecksum: false };
  if (application === 'format')
    return { kind: learnFromFormatFrame(bytes, start, end, owner, formats) ? 'format' : 'damaged' };
  const compact = readCompactFrame(bytes, start, end, owner, formats);
  if (compact.ok) return { kind: 'records', list: compact.list, hasChecksum: true };
  return { kind: compact.reason === 'unknown format' ? 'unknown format' : 'damaged' };
}

/** Learns the format of a full frame whose content was accepted, for the compact frames to come. */
export function rememberFormat(
  application: ContentKind,
  list: RecordList,
  bytes: Uint8Array,
  owner: FormatOwner,
  formats: FormatCache,
): void {
  if (application === 'full') learnFromRecords(list, bytes, owner, formats);
}
