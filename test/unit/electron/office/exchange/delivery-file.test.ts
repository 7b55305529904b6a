import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDeliveryTable, recognizeDelivery, type OpenDelivery } from '#office/exchange/delivery-file.ts';
import { decryptKem } from '#office/exchange/kem-file.ts';
import { devices, encryptedXml, kemArchive, metersInOrder } from './kamstrup.ts';
import { workbook } from './workbook.ts';

const KEY = '000102030405060708090A0B0C0D0E0F';
const OTHER = 'FF'.repeat(16);

function open(bytes: Buffer): OpenDelivery {
  const found = recognizeDelivery(bytes);
  if (!found.ok) throw new Error(found.error.code);
  if (found.value.format === 'lockedKamstrup') throw new Error('locked');
  return found.value;
}

async function textsOf(bytes: Buffer): Promise<readonly (readonly string[])[]> {
  const table = await readDeliveryTable(open(bytes));
  if (!table.ok) throw new Error(table.error.code);
  return table.value.map(({ cells }) => cells);
}

function codeOf(bytes: Buffer): string {
  const found = recognizeDelivery(bytes);
  return found.ok ? found.value.format : found.error.code;
}

function unlock(bytes: Buffer, password: string): ReturnType<typeof decryptKem> {
  const found = recognizeDelivery(bytes);
  if (!found.ok || found.value.format !== 'lockedKamstrup') throw new Error('no KEM file');
  return decryptKem(found.value.cipher, password);
}

describe('a delivery file', () => {
  it('is read as text in any encoding a supplier uses', async () => {
    const text = `Hersteller;Gerätenummer;Schlüssel\nEFE;00123456;${KEY}\n`;
    const expected = [
      ['Hersteller', 'Gerätenummer', 'Schlüssel'],
      ['EFE', '00123456', KEY],
    ];
    const utf16 = Buffer.from(text, 'utf16le');
    const big = Buffer.from(utf16).swap16();
    for (const bytes of [
      Buffer.from(text, 'utf8'),
      Buffer.from(`\uFEFF${text}`, 'utf8'),
      Buffer.from(text, 'latin1'),
      utf16,
      Buffer.from(`\uFEFF${text}`, 'utf16le'),
      big,
      Buffer.concat([Buffer.from([0xfe, 0xff]), big]),
    ])
      expect(await textsOf(bytes)).toEqual(expected);
  });

  it('is read from a spreadsheet, numbers as they are spelled', async () => {
    const rows = [
      ['Nummer', 'Key'],
      ['00123456', KEY],
      [1234567, { number: '1.2345678901234568E+31' }],
    ];
    expect(await textsOf(workbook(rows))).toEqual([
      ['Nummer', 'Key'],
      ['00123456', KEY],
      ['1234567', '1.2345678901234568E+31'],
    ]);
  });

  it('is known by what is in it: nobody is asked for a name or an ending', () => {
    expect(codeOf(Buffer.from(`${KEY}\n`))).toBe('text');
    expect(codeOf(workbook([['a']]))).toBe('excel');
    expect(codeOf(kemArchive(encryptedXml(metersInOrder([]), 'pw')))).toBe('lockedKamstrup');
    expect(codeOf(Buffer.from(encryptedXml(metersInOrder([]), 'pw')))).toBe('lockedKamstrup');
    expect(codeOf(Buffer.from(zipSync({ 'liste.txt': strToU8(`id;key\n1;${KEY}`) })))).toBe('text');
  });

  it('that is something else is refused with the way out', () => {
    expect(codeOf(Buffer.alloc(0))).toBe('FILE_EMPTY');
    expect(codeOf(Buffer.from('  \r\n'))).toBe('FILE_EMPTY');
    expect(codeOf(Buffer.from('%PDF-1.7\n%x'))).toBe('FORMAT_UNKNOWN');
    expect(codeOf(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]))).toBe('FORMAT_TOO_OLD');
    expect(codeOf(Buffer.from('<html><body>Bitte anmelden</body></html>'))).toBe('FORMAT_UNKNOWN');
    expect(codeOf(Buffer.alloc(17 * 1024 * 1024, 'a'))).toBe('FILE_TOO_LARGE');
    expect(codeOf(workbook([['a']]).subarray(0, 200))).toBe('FILE_UNREADABLE');
  });

  it('cannot fill the memory: an archive that swells is left at the limit', () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(200 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(codeOf(Buffer.from(bomb))).toBe('FILE_TOO_LARGE');
    const crowd = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`${index}`, strToU8('x')]));
    expect(codeOf(Buffer.from(zipSync(crowd)))).toBe('FILE_TOO_LARGE');
  });

  it('never throws, whatever the bytes are', async () => {
    const seeds = [workbook([['a', 1]]), kemArchive(encryptedXml(metersInOrder([]), 'pw'))];
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
          fc.string().map((text) => Buffer.from(text)),
          fc
            .tuple(fc.constantFrom(...seeds), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }))
            .map(([seed, changes]) => {
              const bytes = Buffer.from(seed);
              for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
              return bytes;
            }),
        ),
        async (bytes) => {
          const found = recognizeDelivery(bytes);
          if (found.ok && found.value.format !== 'lockedKamstrup') await readDeliveryTable(found.value);
          if (found.ok && found.value.format === 'lockedKamstrup') decryptKem(found.value.cipher, 'pw');
        },
      ),
    );
  });
});

describe('a KEM file', () => {
  const meters = [
    { serial: '76348822', key: KEY },
    { serial: '00012345', vendor: 'Kamstrup', name: 'Wärme & "Kälte"'.replace('&', '&amp;'), key: OTHER },
  ];
  const expected = [
    ['Gerätenummer', 'Hersteller', 'Typ', 'Schlüssel'],
    ['76348822', 'KAM', 'MC403', KEY],
    ['00012345', '', 'Wärme & "Kälte"', OTHER],
  ];

  it('opens with its password, in both versions and however the vector and the padding are done', async () => {
    for (const options of [{}, { vectorInFront: true }, { padding: 'pkcs7' as const }])
      for (const document of [metersInOrder(meters), `\uFEFF${metersInOrder(meters)}`]) {
        const opened = unlock(kemArchive(encryptedXml(document, 'Kunde 4711', options)), 'Kunde 4711');
        if (!opened.ok) throw new Error(opened.error.code);
        const table = await readDeliveryTable({ format: 'kamstrup', bytes: opened.value });
        expect(table.ok && table.value.map(({ cells }) => cells)).toEqual(expected);
      }
    const second = unlock(Buffer.from(encryptedXml(devices([{ serial: '1', key: KEY }]), 'pw')), 'pw');
    if (!second.ok) throw new Error(second.error.code);
    const table = await readDeliveryTable({ format: 'kamstrup', bytes: second.value });
    expect(table.ok && table.value[1]?.cells).toEqual(['1', 'KAM', 'MC603', KEY]);
  });

  it('says with any other password that this one does not open it', () => {
    const file = kemArchive(encryptedXml(metersInOrder(meters), 'Kunde 4711'));
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), (password) => {
        fc.pre(password !== 'Kunde 4711');
        expect(unlock(file, password)).toMatchObject({ ok: false, error: { code: 'PASSWORD_WRONG' } });
      }),
    );
  });

  it('without a single key is no delivery', async () => {
    const opened = unlock(Buffer.from(encryptedXml(metersInOrder([]), 'pw')), 'pw');
    if (!opened.ok) throw new Error(opened.error.code);
    expect(await readDeliveryTable({ format: 'kamstrup', bytes: opened.value })).toMatchObject({
      error: { code: 'NO_KEYS' },
    });
  });
});
