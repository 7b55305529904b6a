import { describe, expect, it } from 'vitest';
import { isTransportLayer, readTransportLayer } from '#office/telegram/transport-layer.ts';

const LONG_ADDRESS = [0x78, 0x56, 0x34, 0x12, 0x93, 0x15, 0x33, 0x03];

/** A short header with this configuration field. */
function readConfiguration(low: number, high: number) {
  return readTransportLayer(Uint8Array.of(0x7a, 0, 0, low, high, 0x10), 0);
}

function status(raw: number) {
  return readTransportLayer(Uint8Array.of(0x7a, 0, raw, 0, 0), 0)?.status;
}

describe('the transport header', () => {
  it.each([
    [0x72, 'full', 'long'],
    [0x7a, 'full', 'short'],
    [0x78, 'full', 'none'],
    [0x73, 'compact', 'long'],
    [0x7b, 'compact', 'short'],
    [0x79, 'compact', 'none'],
    [0x6b, 'format', 'long'],
    [0x6a, 'format', 'short'],
    [0x69, 'format', 'none'],
    [0x8b, 'nothing', 'long'],
    [0x8a, 'nothing', 'short'],
  ] as const)('with CI %i announces %s content behind a %s header', (ci, application, header) => {
    const address = header === 'long' ? LONG_ADDRESS : [];
    const bytes = [ci, ...address, ...(header === 'none' ? [] : [0x2a, 0x04, 0x20, 0x05])];
    const read = readTransportLayer(Uint8Array.from(bytes), 0);
    expect(isTransportLayer(ci)).toBe(true);
    expect(read).toMatchObject({ ci, application, end: bytes.length });
    expect(read?.address).toEqual(
      header === 'long' ? { manufacturer: 'ELS', id: '12345678', version: 0x33, deviceType: 3 } : null,
    );
    expect(read?.accessNo).toBe(header === 'none' ? null : 0x2a);
    expect(read?.status?.raw).toBe(header === 'none' ? undefined : 4);
    expect(readTransportLayer(Uint8Array.from(bytes.slice(0, -1)), 0)).toBeNull();
  });

  it('is none for any other CI byte', () => {
    for (const ci of [0x70, 0x71, 0x80, 0x8c, 0x90, 0xa0, 0xb7]) {
      expect(isTransportLayer(ci)).toBe(false);
      expect(readTransportLayer(Uint8Array.of(ci, 0, 0, 0, 0, 0), 0)).toBeNull();
    }
  });

  it('takes the mode from five bits and the number of blocks from four', () => {
    expect(readConfiguration(0x20, 0x05)).toMatchObject({ mode: 5, encryptedBlocks: 2, end: 5 });
    expect(readConfiguration(0xf0, 0xe5)).toMatchObject({ mode: 5, encryptedBlocks: 15 });
    expect(readConfiguration(0x0f, 0x05)).toMatchObject({ mode: 5, encryptedBlocks: 0 });
    expect(readConfiguration(0x10, 0xd8)).toMatchObject({ mode: 24, encryptedBlocks: 1, end: 5 });
    expect(readConfiguration(0x35, 0x22)).toMatchObject({ mode: 2 });
    expect(readConfiguration(0x00, 0x00)).toMatchObject({ mode: 0, encryptedBlocks: 0 });
  });

  it('reads the extension of modes 7 and 13 and its key derivation', () => {
    for (const mode of [7, 13])
      for (const derivation of [0, 1, 2, 3]) {
        const bytes = Uint8Array.of(0x7a, 0, 0, 0x20, mode, (derivation << 4) | 0x0f);
        expect(readTransportLayer(bytes, 0)).toMatchObject({ mode, keyDerivation: derivation, end: 6 });
        expect(readTransportLayer(bytes.subarray(0, 5), 0)).toBeNull();
      }
    expect(readTransportLayer(Uint8Array.of(0x8a, 0, 0, 0x20, 7), 0)).toMatchObject({ end: 5 });
  });

  it('splits the status byte into its parts', () => {
    expect(status(0)).toEqual({
      raw: 0,
      application: 0,
      isBatteryLow: false,
      hasPermanentError: false,
      hasTemporaryError: false,
      manufacturerBits: 0,
    });
    expect(status(0x03)).toMatchObject({ application: 3, isBatteryLow: false });
    expect(status(0x0c)).toMatchObject({ application: 0, isBatteryLow: true, hasPermanentError: true });
    expect(status(0x10)).toMatchObject({ hasTemporaryError: true, manufacturerBits: 0 });
    expect(status(0xe0)).toMatchObject({ raw: 0xe0, hasTemporaryError: false, manufacturerBits: 7 });
  });
});
