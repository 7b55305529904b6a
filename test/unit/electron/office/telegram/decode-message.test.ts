/** The decoder's decisions: which key, which reading, which error. */
import { describe, expect, it } from 'vitest';
import { parseHex } from '#office/telegram/bytes.ts';
import { decodeTelegram } from '#office/telegram/decode-telegram.ts';
import { InMemoryFormatCache } from '#office/telegram/format-cache.ts';
import { prepareKey, type PreparedKey } from '#office/telegram/prepared-key.ts';
import type { MeterAddress } from '#shared/model/reading.ts';
import {
  encodeExtendedLink,
  encodeMode5,
  encodeMode7,
  encryptCbc,
  frameOf,
  ivOfMode5,
  longHeaderAddress,
  padded,
  withFormatA,
  withFormatB,
  type SentMessage,
} from './encode.ts';

const meter = { manufacturer: 'QDS', id: '12345678', version: 0x35, deviceType: 8 };
const radioModule = { manufacturer: 'QDS', id: '11223344', version: 0x55, deviceType: 0x37 };
const key = Buffer.from('000102030405060708090A0B0C0D0E0F', 'hex');
const otherKey = Buffer.from('F0F1F2F3F4F5F6F7F8F9FAFBFCFDFEFF', 'hex');
const RECORDS = Buffer.from('0B6E2701004B6E450100426C5F2C326CFFFF', 'hex');
const message: SentMessage = { address: meter, key, accessNo: 7, records: RECORDS };

function decode(bytes: Uint8Array, keysFor: (address: MeterAddress) => readonly PreparedKey[]) {
  return decodeTelegram(bytes, { keysFor, formats: new InMemoryFormatCache() });
}

function withKeys(bytes: Uint8Array, ...keys: readonly Uint8Array[]) {
  return decode(bytes, () => keys.map((each) => prepareKey(each)));
}

function hex(text: string): Uint8Array {
  return parseHex(text.replaceAll(' ', '')) ?? new Uint8Array();
}

/** Mode 5 around a payload that may break the rules. */
function mode5Around(payload: Uint8Array, tail: readonly number[] = []): Uint8Array {
  const blocks = payload.length / 16;
  const secret = encryptCbc(key, ivOfMode5(meter, 7), payload);
  return frameOf(meter, [0x7a, 7, 0, blocks << 4, 5, ...secret, ...tail]);
}

describe('keys', () => {
  it('are asked for under the meter of the long header first, then under its radio module', () => {
    const asked: string[] = [];
    const telegram = encodeMode5(message, radioModule);
    const outcome = decode(telegram, ({ id }) => {
      asked.push(id);
      return id === radioModule.id ? [prepareKey(key)] : [];
    });
    expect(asked).toEqual([meter.id, radioModule.id]);
    expect(outcome).toMatchObject({ result: 'ok', verifiedBy: 'checkBytes', meter, sender: radioModule });
  });

  it('are all tried, in modes 5 and 7 and in the extended link layer', () => {
    for (const telegram of [encodeMode5(message), encodeMode7(message, 3), encodeExtendedLink(message, 3)]) {
      expect(withKeys(telegram, otherKey, key).result).toBe('ok');
      expect(withKeys(telegram, otherKey)).toMatchObject({ result: 'error', code: 'WRONG_KEY' });
      expect(withKeys(telegram)).toMatchObject({ result: 'error', code: 'NO_KEY' });
    }
  });

  it('say what vouches for the content', () => {
    const plain = frameOf(meter, [0x78, ...RECORDS]);
    expect(withKeys(encodeMode5(message), key).verifiedBy).toBe('checkBytes');
    expect(withKeys(encodeMode7(message, 3), key).verifiedBy).toBe('mac');
    expect(withKeys(encodeExtendedLink(message, 3), key).verifiedBy).toBe('crc');
    expect(withKeys(plain).verifiedBy).toBe('none');
    expect(withKeys(withFormatA(plain)).verifiedBy).toBe('crc');
    expect(withKeys(withFormatB(plain)).verifiedBy).toBe('crc');
    expect(withKeys(withFormatA(encodeMode5(message)), key).verifiedBy).toBe('checkBytes');
  });

  it('name the address they were looked for under and the layer', () => {
    expect(withKeys(encodeMode5(message, radioModule), otherKey)).toMatchObject({
      layer: 'transport',
      keyAddress: meter,
      message: expect.stringContaining('QDS 12345678'),
    });
    expect(withKeys(encodeExtendedLink(message, 1), otherKey)).toMatchObject({
      layer: 'extended link',
      keyAddress: meter,
    });
  });
});

describe('mode 5', () => {
  it('accepts nothing that does not read to its end, even if the check bytes fit', () => {
    const broken = padded(RECORDS);
    broken[2 + RECORDS.length] = 0x3f;
    expect(withKeys(mode5Around(broken), key)).toMatchObject({ code: 'WRONG_KEY_SUSPECTED' });
    expect(withKeys(mode5Around(padded(RECORDS), [0x0b]), key)).toMatchObject({
      code: 'WRONG_KEY_SUSPECTED',
    });
  });

  it.each([
    ['a reserved value code', '0B6F270100'],
    ['a selection without data', '086E'],
    ['five storage extensions', '8B80808080016E270100'],
    ['a unit in unprintable text', '0B7C01052701 00'],
  ])('accepts nothing with %s', (_title, records) => {
    expect(withKeys(mode5Around(padded(hex(records))), key)).toMatchObject({ code: 'WRONG_KEY_SUSPECTED' });
  });

  it('reads plain records behind the encrypted blocks', () => {
    const outcome = withKeys(mode5Around(padded(RECORDS), [0x0c, 0xfd, 0x10, 1, 2, 3, 4]), key);
    if (outcome.result !== 'ok') throw new Error(outcome.result);
    expect(outcome.records.at(-1)?.value).toEqual({ kind: 'text', text: '04030201' });
  });

  it('accepts idle bytes alone and manufacturer data alone', () => {
    expect(withKeys(mode5Around(padded(new Uint8Array())), key)).toMatchObject({ result: 'ok', records: [] });
    const blob = withKeys(mode5Around(padded(hex('0F AA BB'))), key);
    expect(blob).toMatchObject({
      result: 'ok',
      manufacturerData: Uint8Array.of(0xaa, 0xbb, ...hex('2F'.repeat(11))),
    });
  });

  it('takes a payload for already decrypted only after every key has failed', () => {
    const plain = frameOf(meter, [0x7a, 7, 0, 0x10, 5, ...padded(RECORDS)]);
    for (const outcome of [withKeys(plain), withKeys(plain, otherKey)])
      expect(outcome).toMatchObject({
        result: 'ok',
        verifiedBy: 'none',
        security: { mode: '5', isAlreadyDecrypted: true },
      });
    const unreadable = Uint8Array.from(plain);
    unreadable[unreadable.length - 1] = 0x3f;
    expect(withKeys(unreadable)).toMatchObject({ code: 'NO_KEY' });
  });

  it('without encrypted blocks is plain, and is not called decrypted', () => {
    const plain = frameOf(meter, [0x7a, 7, 0, 0x00, 5, ...RECORDS]);
    expect(withKeys(plain)).toMatchObject({
      result: 'ok',
      security: { mode: '5', isAlreadyDecrypted: false },
    });
  });

  it('with more blocks than bytes is truncated', () => {
    const cut = frameOf(meter, [0x7a, 7, 0, 0x30, 5, ...padded(RECORDS)]);
    expect(withKeys(cut, key)).toMatchObject({ code: 'TRUNCATED', layer: 'transport' });
  });
});

describe('mode 7', () => {
  const telegram = encodeMode7(message, 3);

  it('tells a changed telegram from a wrong key', () => {
    const tampered = Uint8Array.from(telegram);
    tampered[tampered.length - 1] = (tampered.at(-1) ?? 0) ^ 1;
    expect(withKeys(tampered, key)).toMatchObject({ code: 'MAC_FAILED', verifiedBy: 'none' });
    expect(withKeys(telegram, otherKey)).toMatchObject({ code: 'WRONG_KEY' });
  });

  it('keeps the records before trailing garbage, because the MAC vouches for them', () => {
    const garbage = Buffer.concat([RECORDS, hex('3F')]);
    const outcome = withKeys(encodeMode7({ ...message, records: garbage }, 3), key);
    expect(outcome).toMatchObject({ result: 'partial', verifiedBy: 'mac', stoppedAt: 2 + RECORDS.length });
  });

  it('reports its counter, and needs one', () => {
    expect(withKeys(telegram, key)).toMatchObject({ messageCounter: 3, hasAuthenticationLayer: true });
    const without = frameOf(meter, [0x7a, 7, 0, 0x10, 7, 0x10, ...Array.from({ length: 16 }, () => 9)]);
    expect(withKeys(without, key)).toMatchObject({
      code: 'UNSUPPORTED_SECURITY_MODE',
      layer: 'authentication',
    });
  });

  it('knows only the key derivation of the standard', () => {
    const other = Uint8Array.from(telegram);
    const extensionAt = telegram.length - 32 - 1;
    expect(other[extensionAt]).toBe(0x10);
    other[extensionAt] = 0x20;
    expect(withKeys(other, key)).toMatchObject({ code: 'UNSUPPORTED_SECURITY_MODE' });
  });
});

describe('other telegrams', () => {
  it('names an unknown security mode', () => {
    const outcome = withKeys(frameOf(meter, [0x7a, 7, 0, 0x10, 0xd8, 1, 2, 3]));
    expect(outcome).toMatchObject({
      code: 'UNSUPPORTED_SECURITY_MODE',
      message: expect.stringContaining('24'),
    });
  });

  it('refuses fragments', () => {
    const fragment = frameOf(meter, [0x90, 3, 0x00, 0x60, 0x05, 0x7a, 0, 0, 0, 0]);
    expect(withKeys(fragment)).toMatchObject({ code: 'UNSUPPORTED_FRAGMENT', layer: 'authentication' });
  });

  it('knows acknowledgements, time and command frames as free of readings', () => {
    for (const body of [
      [0x8a, 1, 4, 0, 0],
      [0x8b, ...longHeaderAddress(meter), 1, 4, 0, 0],
      [0x6c, 1],
      [0x51, 1],
    ])
      expect(withKeys(frameOf(meter, body))).toMatchObject({ result: 'noData' });
    expect(withKeys(frameOf(meter, [0x8a, 1, 4, 0, 0]))).toMatchObject({ status: { isBatteryLow: true } });
    expect(withKeys(frameOf(meter, [0x7a, 1, 0, 0, 0]))).toMatchObject({ result: 'noData' });
  });

  it('names manufacturers’ own layers', () => {
    const izar = { ...meter, manufacturer: 'SAP' };
    expect(withKeys(frameOf(izar, [0xa2, 1, 2, 3]))).toMatchObject({
      code: 'PROPRIETARY_CI',
      ci: 0xa2,
      proprietary: { maker: 'Diehl' },
      message: expect.stringContaining('Diehl'),
    });
    expect(withKeys(frameOf({ ...meter, manufacturer: 'XYZ' }, [0xb0, 1]))).toMatchObject({
      proprietary: { maker: 'XYZ' },
    });
  });

  it('keeps plain records before trailing garbage but not garbage alone', () => {
    expect(withKeys(frameOf(meter, [0x78, ...RECORDS, 0xdd, 0x2f]))).toMatchObject({
      result: 'partial',
      stoppedAt: 11 + RECORDS.length,
    });
    expect(withKeys(frameOf(meter, [0x78, 0xdd, 0x2f]))).toMatchObject({ code: 'UNPARSEABLE', offset: 11 });
    expect(withKeys(frameOf(meter, [0x78, 0x0b, 0x6f, 1, 2, 3, 0xdd]))).toMatchObject({
      code: 'UNPARSEABLE',
    });
  });

  it('gives every cut of a telegram an outcome', () => {
    for (const telegram of [encodeMode5(message), encodeMode7(message, 1), encodeExtendedLink(message, 1)])
      for (let length = 0; length < telegram.length; length++)
        expect(withKeys(telegram.subarray(0, length), key)).toMatchObject({ code: 'TRUNCATED' });
  });

  it('does not trust inner lengths that lead beyond the frame', () => {
    for (const body of [
      [0x8c],
      [0x8d, 0x20, 1, 0, 0, 0, 0, 0, 0],
      [0x90],
      [0x90, 200, 0, 0x2c, 1],
      [0x7a, 1, 2],
      [0x72, 1, 2],
    ])
      expect(withKeys(frameOf(meter, body))).toMatchObject({ code: 'UNPARSEABLE' });
  });
});

describe('a frame that looks like format B by chance', () => {
  it('is read as it came when that is what makes sense', () => {
    // The last two records are chosen so that the frame ends with the checksum of what stands before.
    const records = [...RECORDS, 0x02, 0xfd, 0x17];
    const withoutEnd = frameOf(meter, [0x7a, 7, 0, 0, 0, ...records, 0, 0]);
    const counted = withFormatB(withoutEnd.subarray(0, -2));
    counted[0] = withoutEnd[0] ?? 0;
    const lookalike = withFormatB(withoutEnd.subarray(0, -2));
    expect(lookalike).toHaveLength(withoutEnd.length);
    const outcome = withKeys(lookalike);
    expect(outcome).toMatchObject({ result: 'ok', frameFormat: null });
    expect(outcome.result === 'ok' && outcome.records.at(-1)?.header.quantity).toBe('error_flags');
  });
});
