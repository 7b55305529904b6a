import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHex } from '#office/telegram/bytes.ts';
import { readDataRecords, type DataRecord } from '#office/telegram/data-records.ts';
import { readVariableLength } from '#office/telegram/record-value.ts';

function recordsOf(text: string): readonly DataRecord[] {
  const bytes = parseHex(text.replaceAll(' ', '')) ?? new Uint8Array();
  return readDataRecords(bytes, 0, bytes.length).records;
}

function valueOf(text: string) {
  return recordsOf(text)[0]?.value;
}

function number(mantissa: bigint, isAmbiguous = false) {
  return { kind: 'number', mantissa, isAmbiguous };
}

const INVALID = { kind: 'invalid' };
const NONE = { kind: 'none' };

/** The data field of an integer and its length. */
const INTEGERS = [
  [1, 1],
  [2, 2],
  [3, 3],
  [4, 4],
  [6, 6],
  [7, 8],
] as const;

function lengths(byte: number): number | undefined {
  return readVariableLength(byte)?.length;
}

describe('integers', () => {
  it('are signed, at every length', () => {
    for (const [field, length] of INTEGERS)
      fc.assert(
        fc.property(
          fc.bigInt({ min: -(1n << BigInt(8 * length - 1)) + 1n, max: (1n << BigInt(8 * length - 1)) - 1n }),
          (value) => {
            let rest = BigInt.asUintN(8 * length, value);
            const bytes = [field, 0x13];
            for (let index = 0; index < length; index++, rest >>= 8n) bytes.push(Number(rest & 255n));
            expect(valueOf(Buffer.from(bytes).toString('hex'))).toEqual(number(value));
          },
        ),
        { numRuns: 50 },
      );
  });

  it('are no value when they are the most negative number', () => {
    for (const [field, length] of INTEGERS)
      expect(valueOf(`0${field} 13 ${'00'.repeat(length - 1)} 80`)).toEqual(INVALID);
  });

  it('are ambiguous when they are all ones in a history slot, and -1 elsewhere', () => {
    for (const [field, length] of INTEGERS) {
      expect(valueOf(`4${field} 13 ${'FF'.repeat(length)}`)).toEqual(number(-1n, true));
      expect(valueOf(`0${field} 13 ${'FF'.repeat(length)}`)).toEqual(number(-1n));
      expect(valueOf(`4${field} 13 FE ${'FF'.repeat(length - 1)}`)).toEqual(number(-2n));
    }
  });

  it('are unsigned when they are bit fields', () => {
    expect(valueOf('02 FD17 FFFF')).toEqual({ kind: 'flags', bits: 0xffffn });
    expect(valueOf('03 FD17 140008')).toEqual({ kind: 'flags', bits: 0x080014n });
    expect(valueOf('01 FD18 80')).toEqual({ kind: 'flags', bits: 0x80n });
  });
});

describe('BCD numbers', () => {
  const FIELDS = [
    ['9', 1],
    ['A', 2],
    ['B', 3],
    ['C', 4],
    ['E', 6],
  ] as const;

  it('read as their digits, with or without a minus sign', () => {
    for (const [field, length] of FIELDS)
      fc.assert(
        fc.property(
          fc.bigInt({ min: 0n, max: 10n ** BigInt(2 * length - 1) - 1n }),
          fc.boolean(),
          (value, isNegative) => {
            const digits = value.toString().padStart(2 * length - 1, '0');
            const text = Buffer.from((isNegative ? 'F' : '0') + digits, 'hex').toReversed();
            expect(valueOf(`0${field}13${Buffer.from(text).toString('hex')}`)).toEqual(
              number(isNegative ? -value : value),
            );
          },
        ),
        { numRuns: 50 },
      );
  });

  it('may use their leading digit for a number as well', () => {
    expect(valueOf('0C 13 99 99 99 99')).toEqual(number(99_999_999n));
  });

  it('are no value when another digit is above nine', () => {
    for (const data of ['FFFFFF', 'BDEBDD', '0A0000', 'A00000', '0000A0', '00000E', '0000FA', '00FF00'])
      expect(valueOf(`0B13${data}`)).toEqual(INVALID);
  });
});

describe('real numbers', () => {
  it('are 32 bits long and must be finite', () => {
    expect(valueOf('05 13 0000803F')).toEqual({ kind: 'real', value: 1 });
    expect(valueOf('05 13 000020C1')).toEqual({ kind: 'real', value: -10 });
    for (const data of ['0000C07F', '0000807F', '000080FF']) expect(valueOf(`0513${data}`)).toEqual(INVALID);
  });
});

describe('variable lengths', () => {
  it('mean text, digits or binary numbers', () => {
    expect(valueOf('0D FD11 03 434241')).toEqual({ kind: 'text', text: 'ABC' });
    expect(valueOf('0D FD11 02 FCE4')).toEqual({ kind: 'text', text: 'äü' });
    expect(valueOf('0D 13 C3 563412')).toEqual(number(123_456n));
    expect(valueOf('0D 13 D3 563412')).toEqual(number(-123_456n));
    expect(valueOf('0D 13 E2 FEFF')).toEqual(number(-2n));
    expect(valueOf('0D 13 C9 999999999999999909')).toEqual(number(99_999_999_999_999_999n));
    expect(valueOf('0D 13 C9 9999999999999999F1')).toEqual(number(-19_999_999_999_999_999n));
    expect(valueOf('0D 13 C9 99999999A999999909')).toEqual(INVALID);
    expect(valueOf(`0D 13 E9 ${'01'.repeat(9)}`)).toEqual(NONE);
    expect(valueOf('0D 78 C4 78563412')).toEqual({ kind: 'text', text: '12345678' });
    expect(valueOf('0D 13 C0')).toEqual(NONE);
  });

  it('follow the table of the standard and are reserved between', () => {
    expect([0x00, 0xbf, 0xc0, 0xc9].map(lengths)).toEqual([0, 191, 0, 9]);
    expect([0xd0, 0xd9, 0xe0, 0xef].map(lengths)).toEqual([0, 9, 0, 15]);
    expect([0xf0, 0xf4, 0xf5, 0xf6].map(lengths)).toEqual([16, 32, 48, 64]);
    for (const byte of [0xca, 0xcf, 0xda, 0xdf, 0xf7, 0xff]) expect(readVariableLength(byte)).toBeNull();
  });

  it('count plain bytes in manufacturers’ records and profiles', () => {
    expect(recordsOf(`0D FF5F C1 ${'AB'.repeat(0xc1)}`)[0]).toMatchObject({
      start: 4,
      end: 4 + 0xc1,
      value: NONE,
    });
    expect(recordsOf('0D 7F EB 0102030405060708090A0B')[0]).toMatchObject({ start: 3, end: 14, value: NONE });
  });
});

describe('identifications', () => {
  it('keep their digits, leading zeros and hexadecimal letters', () => {
    expect(valueOf('0C 78 78563402')).toEqual({ kind: 'text', text: '02345678' });
    expect(valueOf('0E 79 672387082100')).toEqual({ kind: 'text', text: '002108872367' });
    expect(valueOf('0B FD0F 03010A')).toEqual({ kind: 'text', text: '0A0103' });
    expect(valueOf('02 F9FF15 1113')).toEqual(number(0x1311n));
  });
});

describe('manufacturers’ codes', () => {
  it('are never taken for numbers', () => {
    expect(valueOf('04 7F 01020304')).toEqual(NONE);
    expect(valueOf('02 FF20 7100')).toEqual(NONE);
    expect(valueOf('02 EF01 7100')).toEqual(NONE);
    expect(valueOf('00 13')).toEqual(NONE);
  });
});
