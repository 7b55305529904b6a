import { createCipheriv } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encryptBlock, writeBlock } from '#office/telegram/aes.ts';
import { decodeTelegram } from '#office/telegram/decode-telegram.ts';
import { InMemoryFormatCache } from '#office/telegram/format-cache.ts';
import { MeterKeys } from '#office/telegram/meter-keys.ts';
import { encryptionKeysOf, type PreparedKey } from '#office/telegram/prepared-key.ts';
import { encodeExtendedLink, encodeMode5, encodeMode7 } from './encode.ts';

/** What a prepared key makes of a block of zeros: tells keys apart without opening them. */
function signOf(key: PreparedKey): string {
  const block = new Int32Array(4);
  encryptBlock(encryptionKeysOf(key), 0, block);
  const bytes = new Uint8Array(16);
  writeBlock(block, bytes, 0);
  return Buffer.from(bytes).toString('hex');
}

function signOfBytes(key: Uint8Array): string {
  const cipher = createCipheriv('aes-128-ecb', key, null).setAutoPadding(false);
  return cipher.update(new Uint8Array(16)).toString('hex');
}

function keyNumber(index: number): Uint8Array {
  const key = new Uint8Array(16);
  new DataView(key.buffer).setUint32(0, index);
  return key;
}

function idOf(index: number): string {
  return String(index * 37).padStart(8, '0');
}

describe('the keys of a fleet', () => {
  it('finds every key of thousands of meters again', () => {
    const keys = new MeterKeys();
    for (let index = 0; index < 3000; index++)
      keys.add({ manufacturer: 'QDS', id: idOf(index) }, keyNumber(index));
    for (const index of [0, 1, 1023, 1024, 1025, 2047, 2048, 2999]) {
      const found = keys.keysFor({ manufacturer: 'QDS', id: idOf(index) });
      expect(found.map(signOf)).toEqual([signOfBytes(keyNumber(index))]);
    }
    expect(keys.keysFor({ manufacturer: 'QDS', id: '99999999' })).toEqual([]);
    expect(keys.keysFor({ manufacturer: 'TCH', id: idOf(5) })).toEqual([]);
  });

  it('keeps several keys of a meter in their order, those without a maker last', () => {
    const keys = new MeterKeys();
    const id = '12345678';
    for (const [manufacturer, index] of [
      ['QDS', 1],
      [null, 2],
      ['QDS', 3],
      ['TCH', 4],
      ['QDS', 5],
    ] as const)
      keys.add({ manufacturer, id }, keyNumber(index));
    const found = keys.keysFor({ manufacturer: 'QDS', id }).map(signOf);
    expect(found).toEqual([1, 3, 5, 2].map((index) => signOfBytes(keyNumber(index))));
    expect(keys.keysFor({ manufacturer: 'KAM', id }).map(signOf)).toEqual([signOfBytes(keyNumber(2))]);
  });

  it('tells numbers with hexadecimal digits from all others', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-F]{8}$/), fc.stringMatching(/^[0-9A-F]{8}$/), (a, b) => {
        const keys = new MeterKeys();
        keys.add({ manufacturer: 'SAP', id: a }, keyNumber(1));
        expect(keys.keysFor({ manufacturer: 'SAP', id: b })).toHaveLength(a === b ? 1 : 0);
      }),
    );
  });

  it('refuses a key of another length', () => {
    expect(() => new MeterKeys().add({ manufacturer: 'QDS', id: '1' }, new Uint8Array(15))).toThrow(
      RangeError,
    );
  });

  it('opens every kind of telegram with a key that stands behind others', () => {
    const keys = new MeterKeys();
    const address = { manufacturer: 'QDS', id: '12345678', version: 1, deviceType: 8 };
    for (let index = 0; index < 5; index++)
      keys.add({ manufacturer: 'QDS', id: idOf(index) }, keyNumber(index));
    keys.add(address, keyNumber(99));
    const message = { address, key: keyNumber(99), accessNo: 7, records: Buffer.from('0B6E270100', 'hex') };
    const context = { keysFor: keys.keysFor.bind(keys), formats: new InMemoryFormatCache() };
    for (const telegram of [encodeMode5(message), encodeMode7(message, 3), encodeExtendedLink(message, 3)])
      expect(decodeTelegram(telegram, context).result).toBe('ok');
  });
});
