/** Unpacks a ZIP archive up to a limit, counting what really comes out: a few bytes must not fill the memory. */
import { Unzip, UnzipInflate } from 'fflate';
import { fail, succeed, type Result } from '#shared/model/result.ts';
import { deliveryFailure, type DeliveryFailure } from './delivery-table.ts';

/** Deflate makes at most a thousandfold of a slice, so a slice can never overshoot by more than 16 MB. */
const SLICE_BYTES = 16 * 1024;
const MOST_ENTRIES = 200;
/** Closes every archive; one without it was cut off. */
const END_RECORD = Buffer.from('PK\x05\x06', 'latin1');

/** `PK` and a local file header: a ZIP archive that holds something. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/**
 * The entries of an archive by name. `FILE_TOO_LARGE` when they are more than `mostBytes` together or too many to be
 * a delivery, `FILE_UNREADABLE` for a damaged archive or a method other than stored and deflated.
 */
export function boundedUnzip(
  archive: Uint8Array,
  mostBytes: number,
): Result<ReadonlyMap<string, Uint8Array>, DeliveryFailure> {
  if (!Buffer.from(archive).includes(END_RECORD)) return fail(deliveryFailure('FILE_UNREADABLE'));
  const entries = new Map<string, Uint8Array[]>();
  let total = 0;
  let unfinished = 0;
  let isDamaged = false;
  const unzip = new Unzip((file) => {
    const chunks: Uint8Array[] = [];
    entries.set(file.name, chunks);
    unfinished += 1;
    file.ondata = (error, chunk, isFinal) => {
      if (error) isDamaged = true;
      if (isFinal) unfinished -= 1;
      if (chunk) {
        total += chunk.length;
        chunks.push(chunk);
      }
    };
    if (entries.size <= MOST_ENTRIES) file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < archive.length; at += SLICE_BYTES) {
      unzip.push(archive.subarray(at, at + SLICE_BYTES), at + SLICE_BYTES >= archive.length);
      if (total > mostBytes || entries.size > MOST_ENTRIES) return fail(deliveryFailure('FILE_TOO_LARGE'));
    }
  } catch {
    return fail(deliveryFailure('FILE_UNREADABLE'));
  }
  if (isDamaged || unfinished > 0 || entries.size === 0) return fail(deliveryFailure('FILE_UNREADABLE'));
  return succeed(new Map([...entries].map(([name, chunks]) => [name, Buffer.concat(chunks)])));
}
