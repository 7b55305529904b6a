/** Bytes of a text file as text, in whichever encoding a supplier's program wrote them. */

/** Enough to see how a text is written. */
const SAMPLE_BYTES = 4096;

/**
 * UTF-8, UTF-16 of either order or Windows-1252: by the byte order mark, else by the zero bytes of UTF-16, else UTF-8
 * when it is valid. Null for bytes that are no text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  return /(?![\t\n\f\r])\p{Cc}/u.test(text) ? null : text;
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const pairs = Math.floor(sample.length / 2);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  // Digits and letters are below 256: every other byte of them is zero.
  const [even = 0, odd = 0] = zeros;
  if (odd > pairs / 2 && even < pairs / 8) return 'utf-16le';
  if (even > pairs / 2 && odd < pairs / 8) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
