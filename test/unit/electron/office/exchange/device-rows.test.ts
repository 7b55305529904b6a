import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindOfWords } from '#office/exchange/device-kinds.ts';
import { readDeviceRows, type DeviceRow } from '#office/exchange/device-rows.ts';
import { readKemTable } from '#office/exchange/kem-file.ts';
import { recognizeColumns } from '#office/exchange/key-columns.ts';
import { readKeyRows } from '#office/exchange/key-rows.ts';
import { readTextTable } from '#office/exchange/text-table.ts';
import { metersInOrder } from './kamstrup.ts';
import { day } from '../../../../support/small-house.ts';

const KEY = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';

function tableOf(text: string) {
  const rows = readTextTable(text);
  if (!rows.ok) throw new Error(rows.error.code);
  return recognizeColumns(rows.value);
}

function devicesOf(text: string): DeviceRow[] {
  return [...readDeviceRows(tableOf(text), day('2026-02-16')).values()];
}

describe('the kind of a device', () => {
  it('is known by the words and abbreviations of suppliers', () => {
    for (const [kind, words] of [
      ['allocator', 'Heizkostenverteiler|HKV|EHKV|FHKV|HKVE-3|heat cost allocator|HCA|Heizkostenvert. Funk'],
      ['heatMeter', 'Wärmezähler|Wärmemengenzähler|WMZ|WZ|Kompakt-WMZ|heat meter|Wärme'],
      ['warmWaterMeter', 'Warmwasserzähler|WWZ|Warmwasser|TWW|warm water|Hot water meter'],
      ['hotWaterHeatMeter', 'WMZ Warmwasser|Wärmezähler WW|Wärmezähler (TWW)|WMZ Warmwasserbereitung'],
      [null, 'Kaltwasserzähler|KWZ|Kältezähler|Rauchwarnmelder|Gaszähler|Stromzähler|Gateway|'],
    ] as const)
      for (const word of words.split('|')) expect([word, kindOfWords(word)]).toEqual([word, kind]);
  });
});

describe('the device of a row', () => {
  const titles =
    'Gerätenummer;Hersteller;AES-Key;Geräteart;Liegenschaft;Nutzeinheit;Raum;Heizkörper;Einbaudatum;K-Wert;KQ;KC;KT;Skala;geeicht bis';

  it('is read from all columns suppliers fill', () => {
    const table = tableOf(titles);
    expect(table.columns).toEqual([
      'serial',
      'manufacturer',
      'key',
      'kind',
      'property',
      'unit',
      'room',
      'position',
      'installedOn',
      'factor',
      'kq',
      'kc',
      'kt',
      'scale',
      'calibratedUntil',
    ]);
    expect(
      devicesOf(
        `${titles}\n00000001;QDS;${KEY};HKV;Haus L;WE 1;Bad;HK 1;1.2.26;1,287;1,1;1.17;;Produktskala;2031`,
      ),
    ).toEqual([
      {
        kindText: 'HKV',
        kind: 'allocator',
        scale: 'product',
        factor: '1.287',
        ratings: { kq: '1.1', kc: '1.17', kt: null },
        property: 'Haus L',
        unit: 'WE 1',
        room: 'Bad',
        position: 'HK 1',
        installedOn: '2026-02-01',
        calibratedUntil: '2031-12-31',
        faults: [],
      },
    ]);
  });

  it('is none where the file or the line names no kind', () => {
    expect(devicesOf(`Nummer;Schlüssel;Raum\n00000001;${KEY};Bad`)).toEqual([]);
    expect(devicesOf(`Nummer;Schlüssel;Typ\n00000001;${KEY};\n00000002;${KEY};HKV`)).toHaveLength(1);
  });

  it('is none where a column called type holds models, as Kamstrup writes them', () => {
    for (const models of ['MC403;MC603', 'Q caloric 5.5;Q caloric 5.5', 'HKV;E-ITN 30'])
      expect([
        models,
        tableOf(
          `Nummer;Typ;Schlüssel\n${models
            .split(';')
            .map((model, at) => `0000000${at};${model};${KEY}`)
            .join('\n')}`,
        ).columns,
      ]).toEqual([models, ['serial', 'ignore', 'key']]);
    const kem = readKemTable(Buffer.from(metersInOrder([{ serial: '76348822', key: KEY }])));
    expect(kem.ok && recognizeColumns(kem.value).columns).toEqual([
      'serial',
      'manufacturer',
      'ignore',
      'key',
    ]);
  });

  it('tells which cell it could not read, and quotes nothing that could be a key', () => {
    const [bad, worse] = devicesOf(
      `Nummer;Typ;K-Wert;Einbaudatum;Raum\n00000001;HKV;viel;31.02.2026;Bad\n00000002;HKV;${KEY};x;${KEY}`,
    );
    expect(bad?.faults).toEqual([
      '„viel“ ist kein Faktor. Bitte schreiben Sie ihn wie 1,234.',
      '„31.02.2026“ ist kein Datum. Bitte schreiben Sie es wie 31.12.2025.',
    ]);
    expect(worse?.faults).toHaveLength(3);
    expect(JSON.stringify(worse)).not.toContain(KEY);
  });

  it('reads a factor with comma or point as the same number, and never as thousands', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 999 }), (whole, part) => {
        const places = String(part).padStart(3, '0');
        for (const sign of [',', '.']) {
          const [device] = devicesOf(`Nummer;Typ;K-Wert\n00000001;HKV;"${whole}${sign}${places}"`);
          expect(device?.factor).toBe(`${whole}.${places}`);
        }
      }),
    );
  });

  it('may come without a key, which a line without a device may not', () => {
    const table = tableOf(`Nummer;Typ;Schlüssel\n00000001;HKV;\n00000002;;\n00000003;HKV;${KEY}`);
    const devices = readDeviceRows(table, day('2026-02-16'));
    const rows = readKeyRows(table, new Set(devices.keys()));
    expect(rows.map(({ serial, key, fault }) => [serial, key !== null, fault !== null])).toEqual([
      ['00000001', false, false],
      [null, false, true],
      ['00000003', true, false],
    ]);
  });
});
