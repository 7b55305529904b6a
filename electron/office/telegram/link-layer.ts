/** The radio link layer (EN 13757-4): frame formats A and B and frames whose checksums a gateway removed. */
import { byteAt } from './bytes.ts';
import { crc16 } from './crc.ts';

/** How the bytes arrive: `auto` recognises the format, `crc-less` is a gateway that always strips checksums. */
export type Framing = 'auto' | 'crc-less';

/** A frame without its checksums: length byte, control, address and what follows, exactly `L + 1` bytes. */
export interface LinkFrame {
  /** Null when the gateway had already removed the checksums. */
  readonly format: 'A' | 'B' | null;
  readonly bytes: Uint8Array;
}

/**
 * The possible readings of the bytes, likeliest first: one CRC-less frame in 65,536 looks like format B. With a
 * fault, a frame still listed counts only if its own encryption proves it.
 */
export interface LinkResult {
  readonly frames: readonly LinkFrame[];
  readonly fault: 'TRUNCATED' | 'CRC_ERROR' | null;
}

const CRC_LENGTH = 2;
/** Length byte, control, manufacturer, number, version, medium. */
const FIRST_BLOCK_LENGTH = 10;
const NEXT_BLOCK_LENGTH = 16;
/** Format B: the first checksum of a long frame stands after this many bytes. */
const LONG_FRAME_FIRST_PART = 126;
const SHORT_FRAME_LIMIT = 128;
/** The address and the CI byte: a frame without these says nothing. */
const SHORTEST_FRAME = 11;

const TRUNCATED: LinkResult = { frames: [], fault: 'TRUNCATED' };

/** Checksums are sent high byte first here, unlike every other number of a telegram. */
function checksumFits(bytes: Uint8Array, start: number, end: number): boolean {
  return crc16(bytes, start, end) === ((byteAt(bytes, end) << 8) | byteAt(bytes, end + 1));
}

/** Takes `bytes` apart into its link frame. Bytes behind the frame (signal strength, time) are ignored. */
export function readLinkLayer(bytes: Uint8Array, framing: Framing = 'auto'): LinkResult {
  const declared = byteAt(bytes, 0) + 1;
  if (framing === 'auto' && declared >= SHORTEST_FRAME) {
    const checked = readFormatA(bytes, declared) ?? readFormatB(bytes, declared);
    if (checked !== null) return checked;
  }
  if (bytes.length < declared || declared < SHORTEST_FRAME) return TRUNCATED;
  return { frames: [{ format: null, bytes: bytes.subarray(0, declared) }], fault: null };
}

/**
 * Format A when the length is that of format A and the first or half of the block checksums fit: a frame with a
 * bad block must never be read as one without checksums.
 */
function readFormatA(bytes: Uint8Array, declared: number): LinkResult | null {
  const blocks = 1 + Math.ceil((declared - FIRST_BLOCK_LENGTH) / NEXT_BLOCK_LENGTH);
  if (bytes.length !== declared + CRC_LENGTH * blocks) return null;
  const stripped = new Uint8Array(declared);
  let fitting = 0;
  let firstFits = false;
  let from = 0;
  let to = 0;
  for (let block = 0; block < blocks; block++) {
    const length = Math.min(block === 0 ? FIRST_BLOCK_LENGTH : NEXT_BLOCK_LENGTH, declared - to);
    if (checksumFits(bytes, from, from + length)) {
      fitting++;
      firstFits ||= block === 0;
    }
    stripped.set(bytes.subarray(from, from + length), to);
    from += length + CRC_LENGTH;
    to += length;
  }
  if (fitting === blocks) return { frames: [{ format: 'A', bytes: stripped }], fault: null };
  return firstFits || 2 * fitting >= blocks ? { frames: [], fault: 'CRC_ERROR' } : null;
}

/** Format B counts its checksums in the length byte; the stripped frame gets the count without them. */
function readFormatB(bytes: Uint8Array, declared: number): LinkResult | null {
  if (bytes.length !== declared) return null;
  const isLong = declared > SHORT_FRAME_LIMIT;
  const lastPart = isLong ? LONG_FRAME_FIRST_PART + CRC_LENGTH : 0;
  const end = declared - CRC_LENGTH;
  const lastFits = end > lastPart && checksumFits(bytes, lastPart, end);
  const firstFits = isLong && checksumFits(bytes, 0, LONG_FRAME_FIRST_PART);
  if (!lastFits && !firstFits) return null;
  const asDelivered: LinkFrame = { format: null, bytes };
  if (isLong && lastFits !== firstFits) return { frames: [asDelivered], fault: 'CRC_ERROR' };

  const stripped = isLong
    ? Uint8Array.of(...bytes.subarray(0, LONG_FRAME_FIRST_PART), ...bytes.subarray(lastPart, end))
    : bytes.slice(0, end);
  if (stripped.length < SHORTEST_FRAME) return TRUNCATED;
  stripped[0] = stripped.length - 1;
  return { frames: [{ format: 'B', bytes: stripped }, asDelivered], fault: null };
}
