import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDefaultKey } from '#office/exchange/default-keys.ts';
import { recognizeColumns, type KeyTable } from '#office/exchange/key-columns.ts';
import { isTableDamaged, readKeyRows } from '#office/exchange/key-rows.ts';
import { mayHoldKey, parseSerialText } from '#office/exchange/key-text.ts';
import { readTextTable } from '#office/exchange/text-table.ts';

const KEY = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
const OTHER = 'f00102030405060708090a0b0c0d0eff';

function tableOf(text: string): KeyTable {
  const rows = readTextTable(text);
  if (!rows.ok) throw new Error(rows.error.code);
  return recognizeColumns(rows.value);
}

describe('the columns of a delivery', () => {
  it('are known by their titles, in German and English and in any order', () => {
    for (const [titles, columns] of [
      ['Hersteller;Seriennummer;AES-Schlüssel', ['manufacturer', 'serial', 'key']],
      ['key,device id,flag code', ['key', 'serial', 'manufacturer']],
      ['Bild;Geräte-Nr.;Farbe;Key A;Key S', ['ignore', 'serial', 'ignore', 'key', 'key']],
      ['Zählernummer;Funknummer;Schlüssel;Schlüsselart', ['serial', 'ignore', 'key', 'label']],
    ] as const)
      expect(tableOf(`${titles}\n`).columns).toEqual(columns);
  });

  it('are known by their content where there are no titles', () => {
    expect(tableOf(`EFE;00123456;${KEY}\nEFE;00123457;${OTHER}`)).toMatchObject({
      columns: ['manufacturer', 'serial', 'key'],
      hasHeader: false,
    });
    expect(tableOf(`${KEY}\n${OTHER}`).columns).toEqual(['key']);
  });
});

describe('the rows of a delivery', () => {
  it('make a key of each key column, named by its title, and leave empty ones out', () => {
    const rows = readKeyRows(
      tableOf(`Gerät Nr;Nummer;Key A;Key S\n1;00123456;${KEY};${OTHER}\n2;00123457;${KEY};`),
    );
    expect(rows.map(({ line, serial, label, key }) => [line, serial, label, key?.toString('hex')])).toEqual([
      [2, '00123456', 'Key A', KEY],
      [2, '00123456', 'Key S', OTHER],
      [3, '00123457', 'Key A', KEY],
    ]);
  });

  it('may name no device at all', () => {
    expect(readKeyRows(tableOf(`${KEY}\n${OTHER}`))).toMatchObject([
      { serial: null, fault: null },
      { serial: null, fault: null },
    ]);
  });

  it('say what is wrong with each bad one', () => {
    const faults = readKeyRows(
      tableOf(
        `id;key;manufacturer\n0012345;${KEY};\n00123456;${KEY}0;\n00123456;${'0'.repeat(32)};\n00123456;${KEY};Engelmann\n00123456;;`,
      ),
    ).map(({ fault }) => fault ?? '');
    expect(faults.map((fault) => /acht Stellen|32 Hex|Nullen\.|Herstellerkürzel/.exec(fault)?.[0])).toEqual([
      'acht Stellen',
      '32 Hex',
      'Nullen.',
      'Herstellerkürzel',
      '32 Hex',
    ]);
  });
});

describe('the damage Excel does', () => {
  it('is seen in a rounded key and in serial numbers that lost their zeros', () => {
    for (const text of [
      `id;key\n00123456;1,23457E+31\n00123457;${KEY}`,
      `id;key\n123456;${KEY}\n1234567;${OTHER}`,
      `id;key\n1,2E+7;${KEY}`,
    ])
      expect(isTableDamaged(tableOf(text))).toBe(true);
  });

  it('is not seen in one short number among others that kept theirs, nor in a key of digits', () => {
    for (const text of [
      `id;key\n0012345;${KEY}\n00123457;${OTHER}`,
      'id;key\n12345678;12345678901234567890123456789012',
      `id;key\n00123456;zu kurz`,
    ])
      expect(isTableDamaged(tableOf(text))).toBe(false);
  });
});

describe('a serial number', () => {
  it('has eight digits, or is the identification printed on the device', () => {
    expect(parseSerialText('0012 3456')).toEqual({ manufacturer: null, serial: '00123456' });
    expect(parseSerialText('8 EFE 01 00123456')).toEqual({ manufacturer: 'EFE', serial: '00123456' });
    for (const text of ['', '1234567', '123456789', 'ABCDEFGH']) expect(parseSerialText(text)).toBeNull();
  });
});

describe('what may be shown of a delivery', () => {
  it('is never a key, whole, damaged or cut', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9a-fA-F]{12,40}$/),
        fc.constantFrom('', ' ', '-', ':'),
        fc.string({ maxLength: 10 }),
        (digits, separator, around) => {
          expect(mayHoldKey(`${around}${digits.split('').join(separator)}${around}`)).toBe(true);
        },
      ),
    );
    for (const text of ['00123456', 'EFE', 'Bad 2. OG links', '31.12.2025'])
      expect(mayHoldKey(text)).toBe(false);
  });
});

describe('a default key', () => {
  it('is one that was published or that anybody would try', () => {
    for (const key of [
      '51728910E66D83F851728910E66D83F8',
      '000102030405060708090A0B0C0D0E0F',
      'aa'.repeat(16),
    ])
      expect(isDefaultKey(Buffer.from(key, 'hex'))).toBe(true);
    expect(isDefaultKey(Buffer.from(KEY, 'hex'))).toBe(false);
  });
});
