import { describe, expect, it } from 'vitest';
import { parseHex } from '#office/telegram/bytes.ts';
import { decodeTelegram } from '#office/telegram/decode-telegram.ts';
import { InMemoryFormatCache } from '#office/telegram/format-cache.ts';
import { prepareKey } from '#office/telegram/prepared-key.ts';
import { bitwiseCrc, encryptCbc, frameOf, ivOfMode5, padded } from './encode.ts';

const meter = { manufacturer: 'KAM', id: '67676767', version: 48, deviceType: 4 };
const key = Buffer.from('20E5BA5DBC6D4FBB09CD977B70E04903', 'hex');

/** Records as pairs of header and data; a length byte belongs to the data. */
const RECORDS = [
  ['0306', '2C0000'],
  ['426C', '7F2A'],
  ['0DFD11', '03434241'],
] as const;

function bytes(text: string): number[] {
  return [...(parseHex(text) ?? new Uint8Array())];
}

function littleEndian(value: number): number[] {
  return [value & 255, value >> 8];
}

const headers = RECORDS.flatMap(([header]) => bytes(header));
const data = RECORDS.flatMap(([, value]) => bytes(value));
const full = RECORDS.flatMap(([header, value]) => [...bytes(header), ...bytes(value)]);
const signature = littleEndian(bitwiseCrc(headers));
const compact = [...signature, ...littleEndian(bitwiseCrc(full)), ...data];

const fullFrame = frameOf(meter, [0x78, ...full]);
const compactFrame = frameOf(meter, [0x79, ...compact]);
const formatFrame = frameOf(meter, [0x69, 2 + headers.length, ...signature, ...headers]);

function decodeAll(...telegrams: readonly Uint8Array[]) {
  const formats = new InMemoryFormatCache();
  const outcomes = telegrams.map((telegram) =>
    decodeTelegram(telegram, { keysFor: () => [prepareKey(key)], formats }),
  );
  return outcomes.at(-1);
}

describe('compact frames', () => {
  it('wait for their format', () => {
    expect(decodeAll(compactFrame)).toMatchObject({ code: 'COMPACT_FORMAT_UNKNOWN', layer: 'application' });
  });

  it.each([
    ['a full frame', fullFrame],
    ['a format frame', formatFrame],
  ])('are read with the format of %s', (_title, earlier) => {
    const outcome = decodeAll(earlier, compactFrame);
    if (outcome?.result !== 'ok') throw new Error(outcome?.result);
    expect(outcome.verifiedBy).toBe('crc');
    expect(outcome.records.map(({ header }) => header.hex)).toEqual(RECORDS.map(([header]) => header));
    expect(outcome.records.map(({ value }) => value)).toEqual([
      { kind: 'number', mantissa: 44n, isAmbiguous: false },
      { kind: 'moment', moment: expect.objectContaining({ year: 2019, month: 10, day: 31 }) },
      { kind: 'text', text: 'ABC' },
    ]);
  });

  it('are not read with the format of another maker or medium', () => {
    for (const other of [
      { ...meter, manufacturer: 'DME' },
      { ...meter, deviceType: 7 },
    ])
      expect(decodeAll(frameOf(other, [0x78, ...full]), compactFrame)).toMatchObject({
        code: 'COMPACT_FORMAT_UNKNOWN',
      });
    const sameSeries = { ...meter, id: '11111111', version: 49 };
    expect(decodeAll(frameOf(sameSeries, [0x78, ...full]), compactFrame)?.result).toBe('ok');
  });

  it('with a changed byte anywhere are damaged, not misread', () => {
    for (let at = 2; at < compact.length; at++) {
      const broken = compact.map((byte, index) => (index === at ? byte ^ 1 : byte));
      expect(decodeAll(fullFrame, frameOf(meter, [0x79, ...broken]))).toMatchObject({ code: 'CRC_ERROR' });
    }
    for (let length = 4; length < compact.length; length++)
      expect(decodeAll(fullFrame, frameOf(meter, [0x79, ...compact.slice(0, length)]))).toMatchObject({
        code: 'CRC_ERROR',
      });
    expect(decodeAll(fullFrame, frameOf(meter, [0x79, ...compact.slice(0, 3)]))).toMatchObject({
      code: 'CRC_ERROR',
    });
  });

  it('may end with idle bytes; anything else makes them partial', () => {
    expect(decodeAll(fullFrame, frameOf(meter, [0x79, ...compact, 0x2f, 0x2f]))?.result).toBe('ok');
    expect(decodeAll(fullFrame, frameOf(meter, [0x79, ...compact, 0x2f, 0x01]))?.result).toBe('partial');
  });

  it('in mode 5 stand behind the check bytes', () => {
    const payload = padded(Uint8Array.from(compact));
    const secret = encryptCbc(key, ivOfMode5(meter, 7), payload);
    const frame = frameOf(meter, [0x7b, 7, 0, (payload.length / 16) << 4, 5, ...secret]);
    expect(decodeAll(fullFrame, frame)).toMatchObject({ result: 'ok', verifiedBy: 'crc' });
  });

  it('are not learned from frames that broke off or ended in manufacturer data', () => {
    expect(decodeAll(frameOf(meter, [0x78, ...full, 0xdd]), compactFrame)).toMatchObject({
      code: 'COMPACT_FORMAT_UNKNOWN',
    });
    expect(decodeAll(frameOf(meter, [0x78, ...full, 0x0f, 1]), compactFrame)).toMatchObject({
      code: 'COMPACT_FORMAT_UNKNOWN',
    });
  });
});

describe('format frames', () => {
  it('hold no readings', () => {
    expect(decodeAll(formatFrame)).toMatchObject({ result: 'noData' });
  });

  it('are refused unless signature, length and headers agree', () => {
    const broken = [
      [3 + headers.length, ...signature, ...headers],
      [2, ...signature],
      [2 + headers.length, (signature[0] ?? 0) ^ 1, signature[1] ?? 0, ...headers],
      [3, ...littleEndian(bitwiseCrc([0x8b])), 0x8b],
    ];
    for (const content of broken)
      expect(decodeAll(frameOf(meter, [0x69, ...content]))).toMatchObject({
        code: 'CRC_ERROR',
        layer: 'application',
      });
  });
});

describe('the format cache', () => {
  it('keeps the newest format of a signature', () => {
    const cache = new InMemoryFormatCache();
    cache.put(meter, 1, Uint8Array.of(1));
    cache.put(meter, 1, Uint8Array.of(2));
    expect(cache.get(meter, 1)).toEqual(Uint8Array.of(2));
    expect(cache.get(meter, 2)).toBeUndefined();
    expect(cache.get({ ...meter, deviceType: 5 }, 1)).toBeUndefined();
  });

  it('does not grow without end', () => {
    const cache = new InMemoryFormatCache();
    for (let index = 0; index < 30_000; index++)
      cache.put({ ...meter, deviceType: index % 2 }, index, new Uint8Array());
    expect(cache.get({ ...meter, deviceType: 1 }, 29_999)).toBeUndefined();
    cache.put({ ...meter, deviceType: 0 }, 0, Uint8Array.of(7));
    expect(cache.get({ ...meter, deviceType: 0 }, 0)).toEqual(Uint8Array.of(7));
  });

  it('knows published formats without having heard them', () => {
    // A real telegram of an Engelmann water module (wmbusmeters, driver engelmann_faw).
    const telegram = parseHex(
      '7644c5145528502202077320248622c5140007700060255f2aa2967eb77d0bf310341e3636d9acc17cc5d69ce5632d7b494cc0718e2dbb916bbec0c3ff2b0d6087fd0abb3ba0779564cc089e4527987ef2221d26d7ea448ca59759acfbea4e5b0026ef463592b6668fbf680896e78b461dbb77c32903e0',
    );
    const realKey = prepareKey(Buffer.from('5CDB04C8EDFDC09EC49B5E76A24D4822', 'hex'));
    const outcome = decodeTelegram(telegram ?? new Uint8Array(), {
      keysFor: () => [realKey],
      formats: new InMemoryFormatCache(),
    });
    if (outcome.result !== 'ok') throw new Error(outcome.result);
    expect(outcome.verifiedBy).toBe('crc');
    expect(outcome.records.at(-1)?.value).toEqual({ kind: 'number', mantissa: 253_409n, isAmbiguous: false });
  });
});
