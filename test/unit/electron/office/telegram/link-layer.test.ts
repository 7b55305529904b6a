import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLinkLayer } from '#office/telegram/link-layer.ts';
import { withFormatA, withFormatB } from './encode.ts';

/** A frame without checksums whose `length` bytes are not all alike. */
function frame(length: number, seed = 1): Uint8Array {
  const bytes = Uint8Array.from({ length }, (_, index) => (index * 73 + seed * 31 + 5) % 256);
  bytes[0] = length - 1;
  return bytes;
}

const SHORTEST = 11;
const LENGTHS = Array.from({ length: 256 - SHORTEST }, (_, index) => SHORTEST + index);
/** Format B has to count its own checksums in the length byte. */
const LENGTHS_OF_B = LENGTHS.filter((length) => length <= 256 - 4);

describe('frames without checksums', () => {
  it('are the declared bytes, at every length', () => {
    for (const length of LENGTHS) {
      const bytes = frame(length);
      expect(readLinkLayer(bytes)).toEqual({ frames: [{ format: null, bytes }], fault: null });
    }
  });

  it('may be followed by bytes of the gateway, which are left out', () => {
    const bytes = frame(40);
    const [read] = readLinkLayer(Uint8Array.of(...bytes, 0xb3)).frames;
    expect(read?.bytes).toEqual(bytes);
  });

  it('are truncated when a byte is missing, and when they hold no more than an address', () => {
    for (const length of LENGTHS)
      expect(readLinkLayer(frame(length).subarray(0, length - 1))).toEqual({
        frames: [],
        fault: 'TRUNCATED',
      });
    expect(readLinkLayer(new Uint8Array()).fault).toBe('TRUNCATED');
    expect(readLinkLayer(frame(SHORTEST - 1)).fault).toBe('TRUNCATED');
    expect(readLinkLayer(Uint8Array.of(...frame(SHORTEST - 1), 1, 2, 3)).fault).toBe('TRUNCATED');
  });
});

describe('format A', () => {
  it('is recognised and stripped at every length', () => {
    for (const length of LENGTHS) {
      const bytes = frame(length);
      expect(readLinkLayer(withFormatA(bytes))).toEqual({ frames: [{ format: 'A', bytes }], fault: null });
    }
  });

  it('with any single bit flipped is a checksum error and never read as CRC-less', () => {
    fc.assert(
      fc.property(fc.integer({ min: 12, max: 200 }), fc.nat(), fc.nat(7), (length, position, bit) => {
        const bytes = withFormatA(frame(length));
        // A flipped length byte makes another length of it, which no longer fits.
        const at = 1 + (position % (bytes.length - 1));
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        expect(readLinkLayer(bytes)).toEqual({ frames: [], fault: 'CRC_ERROR' });
      }),
    );
  });

  it('with a sound first block stays format A however much of the rest is destroyed', () => {
    const bytes = withFormatA(frame(90));
    bytes.fill(0x55, 12);
    expect(readLinkLayer(bytes).fault).toBe('CRC_ERROR');
  });

  it('with a destroyed first block is still recognised by half of the others', () => {
    const bytes = withFormatA(frame(10 + 16 * 3));
    bytes[3] = (bytes[3] ?? 0) ^ 0xff;
    bytes[15] = (bytes[15] ?? 0) ^ 0xff;
    expect(readLinkLayer(bytes).fault).toBe('CRC_ERROR');
    bytes[35] = (bytes[35] ?? 0) ^ 0xff;
    expect(readLinkLayer(bytes)).toMatchObject({ frames: [{ format: null }], fault: null });
    const odd = withFormatA(frame(10 + 16 * 4));
    for (const at of [3, 15, 35]) odd[at] = (odd[at] ?? 0) ^ 0xff;
    expect(readLinkLayer(odd)).toMatchObject({ frames: [{ format: null }], fault: null });
  });

  it('is not looked for when the gateway strips checksums', () => {
    const bytes = withFormatA(frame(30));
    expect(readLinkLayer(bytes, 'crc-less')).toEqual({
      frames: [{ format: null, bytes: bytes.subarray(0, 30) }],
      fault: null,
    });
  });
});

describe('format B', () => {
  it('is recognised and stripped at every length, the length byte corrected', () => {
    for (const length of LENGTHS_OF_B) {
      const bytes = frame(length);
      const sent = withFormatB(bytes);
      const result = readLinkLayer(sent);
      expect(result.fault).toBeNull();
      expect(result.frames).toEqual([
        { format: 'B', bytes },
        { format: null, bytes: sent },
      ]);
    }
  });

  it('puts a second checksum behind byte 126 as soon as the frame exceeds 128 bytes', () => {
    expect(withFormatB(frame(126))).toHaveLength(128);
    expect(withFormatB(frame(127))).toHaveLength(131);
    expect(readLinkLayer(withFormatB(frame(126))).frames[0]?.format).toBe('B');
    expect(readLinkLayer(withFormatB(frame(127))).frames[0]?.format).toBe('B');
  });

  it('of two parts with only one sound is a checksum error, read otherwise only on proof', () => {
    for (const at of [50, 127, 140, 160]) {
      const bytes = withFormatB(frame(157));
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      expect(readLinkLayer(bytes)).toEqual({ frames: [{ format: null, bytes }], fault: 'CRC_ERROR' });
    }
  });

  it('is not looked for when the gateway strips checksums', () => {
    const bytes = withFormatB(frame(30));
    expect(readLinkLayer(bytes, 'crc-less').frames).toEqual([{ format: null, bytes }]);
  });

  it('needs bytes of its own besides an address and a checksum', () => {
    const bytes = withFormatB(frame(10));
    expect(readLinkLayer(bytes)).toEqual({ frames: [], fault: 'TRUNCATED' });
  });
});
