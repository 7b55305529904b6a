import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHex, toHex } from '#office/telegram/bytes.ts';
import { readDataRecords } from '#office/telegram/data-records.ts';

function read(text: string, start = 0, cut = 0) {
  const bytes = parseHex(text.replaceAll(' ', '')) ?? new Uint8Array();
  return readDataRecords(bytes, start, bytes.length - cut);
}

function header(text: string) {
  return read(text).records[0]?.header;
}

function meaning(vif: string) {
  const { quantity, unit, exponent } = header(`01${vif}00`) ?? {};
  return [quantity, unit, exponent];
}

describe('the list of records', () => {
  it('skips idle bytes anywhere between records', () => {
    const { records, stoppedAt } = read('2F2F 0B6E270100 2F 426C5F2C 2F2F2F');
    expect(records.map((record) => record.header.hex)).toEqual(['0B6E', '426C']);
    expect(stoppedAt).toBeNull();
  });

  it('ends with manufacturer data, which run to the end and may be empty', () => {
    expect(read('0B6E270100 0F 012F3F')).toMatchObject({
      stoppedAt: null,
      manufacturerData: Uint8Array.of(1, 0x2f, 0x3f),
    });
    expect(read('1F')).toMatchObject({ stoppedAt: null, manufacturerData: new Uint8Array(), records: [] });
  });

  it('stops at the first byte that begins no record', () => {
    for (const dif of ['3F', '4F', '5F', '6F', '7F', '8F', 'FF'])
      expect(read(`0B6E270100 ${dif} 6E0000`)).toMatchObject({ stoppedAt: 5, manufacturerData: null });
  });

  it('never reads beyond its end', () => {
    expect(read('0B6E270100', 0, 1)).toMatchObject({ records: [], stoppedAt: 0 });
    expect(read('0B6E270100 0B', 0)).toMatchObject({ stoppedAt: 5 });
    expect(read('0B6E270100 8B')).toMatchObject({ stoppedAt: 5 });
    expect(read('0B6E270100 0BEE')).toMatchObject({ stoppedAt: 5 });
    expect(read('0B6E270100 0B7C0541')).toMatchObject({ stoppedAt: 5 });
    expect(read('0B6E270100 0D6E')).toMatchObject({ stoppedAt: 5 });
    expect(read('0B6E270100 0D6E05 01020304')).toMatchObject({ stoppedAt: 5 });
    expect(read('0D6ECA 0102030405060708090A')).toMatchObject({ stoppedAt: 0 });
  });

  it('says where each value’s bytes stand', () => {
    const text = '0B6E270100 0DFD1103434241 426C5F2C';
    const bytes = parseHex(text.replaceAll(' ', '')) ?? new Uint8Array();
    const { records } = readDataRecords(bytes, 0, bytes.length);
    expect(records.map(({ start, end }) => toHex(bytes, start, end))).toEqual(['270100', '434241', '5F2C']);
    expect(records.map(({ hasLengthByte }) => hasLengthByte)).toEqual([false, true, false]);
  });

  it('survives any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), (bytes) => {
        const { records, stoppedAt } = readDataRecords(bytes, 0, bytes.length);
        expect(records.every(({ start, end }) => start <= end && end <= bytes.length)).toBe(true);
        expect(stoppedAt === null || stoppedAt < bytes.length).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a record’s header', () => {
  it('numbers storage, tariff and subunit over its extensions', () => {
    expect(header('0B6E000000')).toMatchObject({
      storage: 0,
      tariff: 0,
      subunit: 0,
      function: 'instantaneous',
    });
    expect(header('4B6E000000')).toMatchObject({ storage: 1 });
    expect(header('82046C0000')).toMatchObject({ storage: 8 });
    expect(header('C2086C0000')).toMatchObject({ storage: 17 });
    expect(header('8288016C0000')).toMatchObject({ storage: 48 });
    expect(header('8C2013 00000000')).toMatchObject({ tariff: 2, subunit: 0 });
    expect(header('8C4013 00000000')).toMatchObject({ tariff: 0, subunit: 1 });
    expect(header('8C804013 00000000')).toMatchObject({ tariff: 0, subunit: 2 });
    expect(header('8C90B01013 00000000')).toMatchObject({ tariff: 1 + 3 * 4 + 16 });
    expect(header('8C8FFF7F13 00000000')).toMatchObject({ storage: 2 * 0xfff, tariff: 3 * 20, subunit: 6 });
  });

  it('keeps storage numbers of 41 bits exactly', () => {
    const text = `CB${'FF'.repeat(9)}7F6E000000`;
    expect(header(text)?.storage).toBe(2 ** 41 - 1);
    expect(read(`CB${'FF'.repeat(10)}7F6E000000`).records).toEqual([]);
  });

  it('names the four functions', () => {
    expect(['02', '12', '22', '32'].map((dif) => header(`${dif}6C0000`)?.function)).toEqual([
      'instantaneous',
      'maximum',
      'minimum',
      'error',
    ]);
  });

  it('counts bytes for every data field', () => {
    const lengths = Array.from({ length: 15 }, (_, field) => {
      const record = read(`0${field.toString(16)}13${'00'.repeat(9)}`).records[0];
      return record === undefined ? null : record.end - record.start;
    });
    expect(lengths).toEqual([0, 1, 2, 3, 4, 4, 6, 8, 0, 1, 2, 3, 4, 0, 6]);
  });

  it('reads quantity, unit and exponent of the primary table', () => {
    expect(meaning('00')).toEqual(['energy', 'Wh', -3]);
    expect(meaning('07')).toEqual(['energy', 'Wh', 4]);
    expect(meaning('08')).toEqual(['energy', 'J', 0]);
    expect(meaning('0F')).toEqual(['energy', 'J', 7]);
    expect(meaning('10')).toEqual(['volume', 'm3', -6]);
    expect(meaning('17')).toEqual(['volume', 'm3', 1]);
    expect(meaning('1F')).toEqual(['mass', 'kg', 4]);
    expect(['20', '21', '22', '23'].map(meaning)).toEqual(
      ['s', 'min', 'h', 'd'].map((unit) => ['on_time', unit, 0]),
    );
    expect(meaning('27')).toEqual(['operating_time', 'd', 0]);
    expect(meaning('2F')).toEqual(['power', 'W', 4]);
    expect(meaning('30')).toEqual(['power', 'J/h', 0]);
    expect(meaning('3B')).toEqual(['volume_flow', 'm3/h', -3]);
    expect(meaning('47')).toEqual(['volume_flow', 'm3/min', 0]);
    expect(meaning('48')).toEqual(['volume_flow', 'm3/s', -9]);
    expect(meaning('50')).toEqual(['mass_flow', 'kg/h', -3]);
    expect(meaning('5B')).toEqual(['flow_temperature', 'C', 0]);
    expect(meaning('5C')).toEqual(['return_temperature', 'C', -3]);
    expect(meaning('61')).toEqual(['temperature_difference', 'K', -2]);
    expect(meaning('64')).toEqual(['external_temperature', 'C', -3]);
    expect(meaning('6B')).toEqual(['pressure', 'bar', 0]);
    expect(meaning('6E')).toEqual(['hca', 'HCA', 0]);
    expect(meaning('6F')).toEqual(['VIF6F', '', 0]);
    expect(meaning('70')).toEqual(['averaging_duration', 's', 0]);
    expect(meaning('77')).toEqual(['actuality_duration', 'd', 0]);
    expect(meaning('7A')).toEqual(['bus_address', '', 0]);
  });

  it('reads the tables behind FB and FD, and names codes without meaning', () => {
    expect(meaning('FB00')).toEqual(['energy', 'Wh', 5]);
    expect(meaning('FB09')).toEqual(['energy', 'J', 9]);
    expect(meaning('FB0D')).toEqual(['energy', 'cal', 6]);
    expect(meaning('FB11')).toEqual(['volume', 'm3', 3]);
    expect(meaning('FB1B')).toEqual(['relative_humidity', '%', 0]);
    expect(meaning('FB29')).toEqual(['power', 'W', 6]);
    expect(meaning('FB7F')).toEqual(['cumulative_max_power', 'W', 4]);
    expect(meaning('FB02')).toEqual(['FB02', '', 0]);
    expect(meaning('FD49')).toEqual(['voltage', 'V', 0]);
    expect(meaning('FD5C')).toEqual(['current', 'A', 0]);
    expect(meaning('FD6E')).toEqual(['battery_operating_time', 'month', 0]);
    expect(meaning('FD74')).toEqual(['remaining_battery', 'd', 0]);
    expect(meaning('FD28')).toEqual(['FD28', '', 0]);
    expect(meaning('EF05')).toEqual(['EF05', '', 0]);
  });

  it('lists what its VIFEs add and takes factors into the exponent', () => {
    expect(header('04933C00000000')).toMatchObject({ modifiers: ['3C'], isUnmodified: false });
    expect(header('02FDAC7E0000')).toMatchObject({ quantity: 'duration_since_readout', modifiers: ['7E'] });
    expect(header('0A A618 0000')).toMatchObject({ modifiers: ['18'], hasRecordError: true });
    expect(header('02FD971D0000')).toMatchObject({
      modifiers: ['1D'],
      isUnmodified: true,
      hasRecordError: false,
    });
    expect(header('0DFD8E000130')).toMatchObject({
      modifiers: ['00'],
      isUnmodified: true,
      hasRecordError: false,
    });
    expect(header('04EEFF0700000000')).toMatchObject({ quantity: 'hca', modifiers: ['mfr', 'mfr:07'] });
    expect(header('04FFA20700000000')).toMatchObject({
      quantity: 'manufacturer_specific',
      modifiers: ['mfr:22', 'mfr:07'],
    });
    expect(header('0493FC0300000000')).toMatchObject({ modifiers: ['FC03'], isUnmodified: false });
    expect(header('02967000 00')).toMatchObject({ exponent: -6, modifiers: [], isUnmodified: true });
    expect(header('0296760000')).toMatchObject({ exponent: 0 });
    expect(header('0296770000')).toMatchObject({ exponent: 1 });
    expect(header('02967D0000')).toMatchObject({ exponent: 3 });
  });

  it('reads a unit in plain text, with extensions behind the text', () => {
    const plain = read('02 7C 03 72656C 0500');
    expect(plain.records[0]).toMatchObject({ header: { quantity: 'plain_text', length: 6 }, start: 6 });
    const extended = read('02 FC 03 72656C 3C 0500');
    expect(extended.records[0]?.header).toMatchObject({ modifiers: ['3C'], length: 7 });
  });

  it('calls implausible what no meter sends', () => {
    expect(header('0B6E000000')?.isImplausible).toBe(false);
    expect(header('02FD280000')?.isImplausible).toBe(false);
    for (const text of ['016F00', '01EF0500', '086E', '8180808080006E00', '017C02010100'])
      expect(header(text)?.isImplausible).toBe(true);
    expect(header('81808080006E00')?.isImplausible).toBe(false);
  });

  it('is remembered without mixing up headers that differ only in length', () => {
    expect(header('0013')).toMatchObject({ hex: '0013', dataField: 0 });
    expect(header('8000 13')).toMatchObject({ hex: '800013' });
    expect(header('0013')).toMatchObject({ hex: '0013' });
    const first = header('0B6E000000');
    expect(header('0B6E112233')).toBe(first);
  });
});
