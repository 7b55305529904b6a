/** Unpacks gzip up to a limit, so that a few bytes from the network cannot fill the memory. */
import { gunzipSync } from 'node:zlib';
import { fail, succeed, type Result } from '#shared/model/result.ts';

export function isGzip(payload: Uint8Array): boolean {
  return payload[0] === 0x1f && payload[1] === 0x8b;
}

/** Unpacks at most `maxBytes`: says `TOO_LARGE` beyond, `DAMAGED` when it is no whole gzip stream. */
export function boundedGunzip(
  payload: Uint8Array,
  maxBytes: number,
): Result<Uint8Array, 'TOO_LARGE' | 'DAMAGED'> {
  try {
    return succeed(gunzipSync(payload, { maxOutputLength: maxBytes }));
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return fail(isTooLarge ? 'TOO_LARGE' : 'DAMAGED');
  }
}
