import { describe, expect, it } from 'vitest';
import { parseHex } from '#office/telegram/bytes.ts';
import { decodeTelegram } from '#office/telegram/decode-telegram.ts';
import { reportDevice } from '#office/telegram/device-report.ts';
import { InMemoryFormatCache } from '#office/telegram/format-cache.ts';
import { toMeterReadings } from '#office/telegram/meter-readings.ts';
import { prepareKey } from '#office/telegram/prepared-key.ts';
import type { MeterReading } from '#shared/model/reading.ts';
import { TELEGRAM_CASES } from './cases.ts';
import { frameOf, type SentAddress } from './encode.ts';

const allocator = { manufacturer: 'XYZ', id: '12345678', version: 1, deviceType: 8 };
const waterMeter = { ...allocator, deviceType: 7 };
const RECEIVED_AT = new Date('2026-07-01T10:00:00Z');

function decodeHex(hex: string, keyHex: string | null = null) {
  const keys = keyHex === null ? [] : [prepareKey(parseHex(keyHex) ?? new Uint8Array())];
  return decodeTelegram(parseHex(hex) ?? new Uint8Array(), {
    keysFor: () => keys,
    formats: new InMemoryFormatCache(),
  });
}

function outcomeOf(address: SentAddress, records: string) {
  const body = [0x7a, 1, 0, 0, 0, ...(parseHex(records.replaceAll(' ', '')) ?? [])];
  return decodeTelegram(frameOf(address, body), { keysFor: () => [], formats: new InMemoryFormatCache() });
}

/** Readings in one line each: register, value, unit, day, a question mark where the day was inferred. */
function lines(readings: readonly MeterReading[]): string[] {
  return readings.map(
    ({ register, value, date, dateInferred, storage }) =>
      `${register}/${storage} ${value.mantissa}e${value.exponent} ${value.unit} ${date}${dateInferred ? '?' : ''}`,
  );
}

function readingsOf(address: SentAddress, records: string, receivedAt = RECEIVED_AT): string[] {
  return lines(toMeterReadings(outcomeOf(address, records), receivedAt));
}

function readingsOfCase(id: string): string[] {
  const wanted = TELEGRAM_CASES.find((candidate) => candidate.id === id);
  if (wanted === undefined) throw new Error(`no case ${id}`);
  return lines(toMeterReadings(decodeHex(wanted.telegramHex, wanted.keyHex), RECEIVED_AT));
}

function dayOfReception(iso: string): string | undefined {
  return readingsOf(waterMeter, '0C13 27048502', new Date(iso))[0]?.slice(-10);
}

function readingOfReal(value: number): string | undefined {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return readingsOf(waterMeter, `0516 ${bytes.toString('hex')}`)[0];
}

describe('billable readings', () => {
  it('are the register now, on its due date and at its history dates, in the meter’s own unit', () => {
    expect(readingsOf(allocator, '0B6E270100 4B6E450100 426C5F2C CB086E790000 C2086C7F21')).toEqual([
      'current/0 127e0 HCA 2026-07-01',
      'dueDate/1 145e0 HCA 2018-12-31',
      'month/17 79e0 HCA 2019-01-31',
    ]);
    expect(readingsOf({ ...allocator, deviceType: 4 }, '040F 40060000')).toEqual([
      'current/0 1600e7 J 2026-07-01',
    ]);
    expect(readingsOf({ ...allocator, deviceType: 4 }, '04FB00 40060000')).toEqual([
      'current/0 1600e5 Wh 2026-07-01',
    ]);
    expect(readingsOf(waterMeter, '0C13 27048502')).toEqual(['current/0 2850427e-3 m3 2026-07-01']);
  });

  it('are dated by the German winter day of their reception', () => {
    expect(dayOfReception('2025-12-31T22:59:59Z')).toBe('2025-12-31');
    expect(dayOfReception('2025-12-31T23:00:00Z')).toBe('2026-01-01');
  });

  it.each([
    ['a maximum', '1C13 27048502'],
    ['a minimum', '2C13 27048502'],
    ['an error value', '3C13 27048502'],
    ['another tariff', '8C1013 27048502'],
    ['another subunit', '8C4013 27048502'],
    ['forward flow', '0C933B 27048502'],
    ['backward flow', '0C933C 27048502'],
    ['a rate', '0C9322 27048502'],
    ['a value with a record error', '0C9318 27048502'],
    ['a manufacturer’s variant', '0C93FF07 27048502'],
    ['a value the meter calls invalid', '0C13 FFFFFFFF'],
    ['the most negative integer', '0413 00000080'],
    ['a negative register', '0413 FEFFFFFF'],
    ['all ones in history', '440106 FFFFFFFF'],
    ['another quantity', '0406 10000000'],
    ['text', '0D13 0131'],
  ])('are not %s', (_title, record) => {
    expect(readingsOf(waterMeter, record)).toEqual([]);
  });

  it('take a real number as the shortest decimal that denotes it', () => {
    expect(readingOfReal(0.1)).toBe('current/0 1e-1 m3 2026-07-01');
    expect(readingOfReal(1234.5)).toBe('current/0 12345e-1 m3 2026-07-01');
    expect(readingOfReal(16_777_216)).toBe('current/0 16777216e0 m3 2026-07-01');
    expect(readingOfReal(0)).toBe('current/0 0e0 m3 2026-07-01');
    expect(readingOfReal(-1)).toBeUndefined();
  });

  it('take only the first of two equal registers', () => {
    expect(readingsOfCase('wmm-kadenwater-1')).toEqual(['current/0 810976e-4 m3 2026-07-01']);
  });

  it('put a yearly due date on its latest day and call that inferred', () => {
    expect(readingsOf(allocator, '4B6E450100 426CE1F7')).toEqual(['dueDate/1 145e0 HCA 2026-07-01?']);
    expect(readingsOf(allocator, '4B6E450100 426CE2F7')).toEqual(['dueDate/1 145e0 HCA 2025-07-02?']);
  });

  it('leave out a due-date value before the first due date, but not one of a meter that never sends it', () => {
    expect(readingsOf(allocator, '4B6E000000 426CFFFF')).toEqual([]);
    expect(readingsOf(allocator, '4B6E000000')).toEqual(['dueDate/1 0e0 HCA null']);
  });

  it('leave out history whose date is unset', () => {
    expect(readingsOf(allocator, 'CB086E000000 C2086CFFFF')).toEqual([]);
  });

  it('come from monthly profiles but not from hourly ones', () => {
    const monthly = '82046C7F2A 8B046E000100 8D04EE1F 0672FE01000200';
    expect(readingsOf(allocator, monthly)).toEqual([
      'month/8 100e0 HCA 2019-10-31',
      'month/9 101e0 HCA 2019-11-30',
      'month/10 103e0 HCA 2019-12-31',
    ]);
    expect(readingsOf(allocator, monthly.replace('72FE', '6201'))).toEqual(['month/8 100e0 HCA 2019-10-31']);
    expect(readingsOf(waterMeter, monthly)).toEqual([]);
    expect(readingsOf(allocator, '82146C7F2A 8B146E000100 8D14EE1F 0672FE01000200')).toEqual([]);
  });

  it('name a month once, although history and profile both hold it', () => {
    expect(
      readingsOf(allocator, '82016C7F21 83016E050000 82046C7F2A 8D04EE13 0532FE060007 8D04EE1F 00'),
    ).toContain('month/2 5e0 HCA 2019-01-31');
    const twice = readingsOf(allocator, '82016C1F3C 83016E050000 82046C3F31 8D04EE13 0432FE0700');
    expect(twice.filter((line) => line.startsWith('month'))).toHaveLength(1);
  });

  it('are none of a telegram that could not be read', () => {
    for (const { id, telegramHex, keyHex, expected } of TELEGRAM_CASES) {
      if (expected['result'] !== 'error' || expected['errorCode'] === 'PROPRIETARY_CI') continue;
      expect([id, toMeterReadings(decodeHex(telegramHex, keyHex), RECEIVED_AT)]).toEqual([id, []]);
    }
  });
});

describe('vendors’ storage conventions', () => {
  it('date Engelmann’s and Maddalena’s months by the clock, newest first', () => {
    expect(readingsOfCase('x-heat-m5-sensostar-2').slice(1, 5)).toEqual([
      'dueDate/1 3671e3 Wh 2021-12-31',
      'month/2 5663e3 Wh 2022-09-30?',
      'month/4 5622e3 Wh 2022-08-31?',
      'month/6 5621e3 Wh 2022-07-31?',
    ]);
    expect(readingsOfCase('x-heat-m5-sensostar-2')).toContain('month/20 3671e3 Wh 2021-12-31?');
    expect(readingsOfCase('wmm-microclima-2')).toContain('month/25 1222e3 Wh 2020-12-31?');
  });

  it('date months back from the one that carries its date', () => {
    expect(readingsOfCase('wmm-qheat_55_us-1')).toContain('month/6 5182e3 Wh 2021-12-31?');
    expect(readingsOfCase('wmm-evo868-2')).toContain('month/19 25296e-3 m3 2023-12-31?');
  });

  it('drop inferred dates that the due-date value contradicts', () => {
    const sensostar = { ...allocator, manufacturer: 'EFE', deviceType: 4 };
    const history = '426C 9F2C 046D 0A14B421 840106 05000000';
    expect(readingsOf(sensostar, `${history} 4406 05000000`)).toContain('month/2 5e3 Wh 2020-12-31?');
    expect(readingsOf(sensostar, `${history} 4406 06000000`)).toContain('month/2 5e3 Wh null');
  });

  it('do not take Engelmann’s half-monthly differences for registers', () => {
    expect(readingsOfCase('wmm-hcae2-5-re')).toEqual([
      'current/0 242e0 HCA 2026-07-01',
      'dueDate/1 373e0 HCA 2025-12-31',
    ]);
  });

  it('leave undated what nobody has described', () => {
    expect(readingsOfCase('wmm-aventieshca-1-plain').slice(0, 3)).toEqual([
      'current/0 166e0 HCA 2026-07-01',
      'dueDate/1 166e0 HCA null',
      'month/2 166e0 HCA null',
    ]);
  });
});

describe('manufacturers’ blocks with a public description', () => {
  it('of Techem’s data III allocators and radio 3 water meters read as others read them', () => {
    expect(readingsOfCase('wmm-fhkvdataiii-1')).toEqual([
      'current/0 131e0 HCA 2020-02-08',
      'dueDate/1 1026e0 HCA 2019-12-31',
    ]);
    expect(readingsOfCase('wmm-fhkvdataiii-3')).toEqual([
      'current/0 766e0 HCA 2026-06-04',
      'dueDate/1 1352e0 HCA 2025-12-31',
    ]);
    expect(readingsOfCase('wmm-mkradio3-1')).toEqual([
      'current/0 138e-1 m3 2019-04-27',
      'dueDate/1 89e-1 m3 2018-12-31',
    ]);
    expect(readingsOfCase('wmm-mkradio3-3')).toEqual([
      'current/0 138e-1 m3 2019-03-31',
      'dueDate/1 89e-1 m3 2018-03-31',
    ]);
    // Version 94 has one byte more in front of the temperatures (wmbusmeters, driver fhkvdataiii).
    const version94 = decodeHex(
      '33446850341211119480A20F9F292D005024040011BD08380904000000070000000000000000000000000001000000000003140E',
    );
    expect(lines(toMeterReadings(version94, RECEIVED_AT))).toEqual([
      'current/0 4e0 HCA 2021-02-05',
      'dueDate/1 45e0 HCA 2020-12-31',
    ]);
    expect(reportDevice(version94)).toMatchObject({
      roomTemperature: { value: 22.37 },
      flowTemperature: { value: 23.6 },
    });
  });

  it('of Qundis’ walk-by telegrams give register, due date and last month', () => {
    expect(readingsOfCase('wmm-qcaloric-2')).toEqual([
      'current/0 97e0 HCA 2026-07-01',
      'dueDate/1 270e0 HCA 2020-12-31',
      'month/17 97e0 HCA 2021-06-30',
    ]);
    expect(readingsOfCase('wmm-qwaterv2-11')).toEqual([
      'current/0 39729e-3 m3 2026-07-01',
      'dueDate/1 30358e-3 m3 2023-12-31',
      'month/17 39726e-3 m3 2024-11-30',
    ]);
  });

  it('are left alone when scrambled, shorter, of another version or with an odd byte', () => {
    expect(readingsOfCase('wmm-qcaloric-9')).toEqual([]);
    expect(readingsOfCase('wmm-qcaloric-7')).toEqual([]);
    const known =
      '34446850226677116980A0119F27020480048300C408F709143C003D341A2B0B2A0707000000000000062D114457563D71A1850000';
    const variants = [
      known.replace('6980A0', '6A80A0'),
      known.replace('6980A0', '6981A0'),
      known.replace('A0119F', 'A0129F'),
      known.replace('9F27', '0000'),
      known.replace('8004', '0000'),
      known.replace('8300', 'FFFF'),
      `0F${known.slice(2, 32)}`,
    ];
    for (const variant of variants) {
      const outcome = decodeHex(variant);
      expect(outcome).toMatchObject({
        result: 'error',
        code: 'PROPRIETARY_CI',
        proprietary: { maker: 'Techem' },
      });
      expect(toMeterReadings(outcome, RECEIVED_AT)).toEqual([]);
    }
  });
});

describe('the report on a device', () => {
  it('names status, clock, temperatures, battery and error day', () => {
    const report = reportDevice(
      outcomeOf(
        waterMeter,
        '046D 29AA153A 02FD74 DC15 025A 6800 0265 D804 023B F7FF 02FD17 4000 326C 5F2C 022B 1000',
      ),
    );
    expect(report).toMatchObject({
      status: { raw: 0, isBatteryLow: false },
      errorFlags: 0x40n,
      remainingBatteryDays: 5596,
      clock: '2024-10-21T10:41',
      isSummerTime: true,
      errorDay: '2018-12-31',
      flowTemperature: { value: 10.4, unit: 'C' },
      returnTemperature: null,
      roomTemperature: { value: 12.4, unit: 'C' },
      volumeFlow: { value: -0.009, unit: 'm3/h' },
      power: { value: 16, unit: 'W' },
      sideRegisters: [],
    });
  });

  it('keeps tariffs, subunits and directions apart from the main register', () => {
    const report = reportDevice(
      outcomeOf(
        waterMeter,
        '0C13 27048502 8C1013 01000000 8C4013 02000000 0C933B 03000000 0C933C 04000000 0C9322 05000000 1C13 06000000',
      ),
    );
    expect(
      report?.sideRegisters.map(({ tariff, subunit, direction, mantissa }) => [
        tariff,
        subunit,
        direction,
        mantissa,
      ]),
    ).toEqual([
      [1, 0, 'both', 1n],
      [0, 1, 'both', 2n],
      [0, 0, 'forward', 3n],
      [0, 0, 'backward', 4n],
    ]);
  });

  it('knows nothing of a telegram without header, and nothing of an unreadable one', () => {
    const headless = decodeTelegram(frameOf(waterMeter, [0x78, 0x0b, 0x13, 1, 0, 0]), {
      keysFor: () => [],
      formats: new InMemoryFormatCache(),
    });
    expect(reportDevice(headless)).toMatchObject({ status: null, errorFlags: null, clock: null });
    expect(reportDevice(decodeHex('00'))).toBeNull();
    const acknowledgement = decodeTelegram(frameOf(waterMeter, [0x8a, 1, 4, 0, 0]), {
      keysFor: () => [],
      formats: new InMemoryFormatCache(),
    });
    expect(reportDevice(acknowledgement)).toMatchObject({ status: { isBatteryLow: true } });
  });
});
