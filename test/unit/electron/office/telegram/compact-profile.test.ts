import { describe, expect, it } from 'vitest';
import { parseHex } from '#office/telegram/bytes.ts';
import { expandProfile } from '#office/telegram/compact-profile.ts';
import { readDataRecords } from '#office/telegram/data-records.ts';
import { formatMoment } from '#office/telegram/moment.ts';

/** Points of the only profile in the records, as `date: value`. */
function expand(text: string) {
  const bytes = parseHex(text.replaceAll(' ', '')) ?? new Uint8Array();
  const { records } = readDataRecords(bytes, 0, bytes.length);
  const profile = records.find(({ header }) => header.profile !== null);
  if (profile === undefined) throw new Error('no profile');
  const { isMonthly, points } = expandProfile(profile, records, bytes);
  return {
    isMonthly,
    storages: points.map(({ storage }) => storage),
    dates: points.map(({ moment }) => (moment === null ? null : formatMoment(moment))),
    values: points.map(({ mantissa, exponent }) =>
      mantissa === null ? null : Number(`${mantissa}e${exponent}`),
    ),
  };
}

const MONTHLY_BASE = '82046C 7F2A 8B046E 000100';

describe('compact profiles', () => {
  it('reproduce the examples of EN 13757-3 F.2.7 and OMS annex G', () => {
    expect(expand('84046D 00204111 8B0415 003012 8D04951F 05 6901 030211')).toEqual({
      isMonthly: false,
      storages: [9, 10, 11],
      dates: ['2010-01-01T01:00', '2010-01-01T02:00', '2010-01-01T03:00'],
      values: [12300.3, 12300.5, 12301.6],
    });
    expect(expand('0C13 13100000 026C 1F15 0D9313 0A 7AFE 5802 3203 1402 4401')).toEqual({
      isMonthly: true,
      storages: [1, 2, 3, 4],
      dates: ['2008-04-30', '2008-03-31', '2008-02-29', '2008-01-31'],
      values: [0.755, 0.423, 0.209, 0.065],
    });
  });

  it('reproduce the examples F.2.6, whose tariffs share their dates, and F.2.8', () => {
    const tariff = '868081006D 0000A0411135 8490810003 F0490200 8D908100831E 0A 34FE A0860100 D0FB0100';
    expect(expand(tariff)).toMatchObject({
      dates: ['2010-02-01T00:00:00', '2010-03-01T00:00:00'],
      storages: [33, 34],
      values: [100_000, 130_000],
    });
    expect(expand('84046D 00234111 8B0415 163012 8D049513 05 6901 110203')).toEqual({
      isMonthly: false,
      storages: [9, 10, 11],
      dates: ['2010-01-01T02:00', '2010-01-01T01:00', '2010-01-01T00:00'],
      values: [12300.5, 12300.3, 12300],
    });
  });

  it('of absolute values need no base value, and keep their dates over gaps', () => {
    expect(expand('82046C 4132 8D04EE13 0B 3BFE 990000 FFFFFF 100000')).toEqual({
      isMonthly: true,
      storages: [9, 10, 11],
      dates: ['2026-01-01', '2025-12-01', '2025-11-01'],
      values: [99, null, 10],
    });
  });

  it.each([
    ['1F', '72', [101, 103]],
    ['1F', 'B2', [99, 97]],
    ['1F', 'F2', [101, 103]],
    ['13', '72', [99, 97]],
    ['13', 'B2', [101, 103]],
    ['13', 'F2', [99, 97]],
  ])('with VIFE %s and spacing %s add or subtract increments', (vife, control, values) => {
    expect(expand(`${MONTHLY_BASE} 8D04EE${vife} 06 ${control}FE 0100 0200`).values).toEqual(values);
  });

  it('may take back with signed increments only', () => {
    expect(expand(`${MONTHLY_BASE} 8D04EE1F 06 F2FE FEFF 0100`).values).toEqual([98, 99]);
    expect(expand(`${MONTHLY_BASE} 8D04EE1F 06 72FE FEFF 0100`).values).toEqual([null, null]);
  });

  it('know nothing after a missing increment', () => {
    expect(expand(`${MONTHLY_BASE} 8D04EE1F 08 72FE 0100 0080 0100`)).toMatchObject({
      values: [101, null, null],
      dates: ['2019-11-30', '2019-12-31', '2020-01-31'],
    });
  });

  it('of increments need a base value of the same quantity, storage, tariff and subunit', () => {
    for (const base of [
      '',
      '8B046E FFFFFF',
      '4B6E 000100',
      '8B0413 000100',
      '8B146E 000100',
      '9B046E 000100',
    ])
      expect(expand(`82046C 7F2A ${base} 8D04EE1F 04 72FE 0100`).values).toEqual([null]);
  });

  it('add in the finer of the two units', () => {
    expect(expand('82046C 7F2A 8B0413 000100 8D04941F 04 72FE 0500').values).toEqual([0.15]);
    expect(expand('82046C 7F2A 8B0414 000100 8D04931F 04 72FE 0500').values).toEqual([1.005]);
  });

  it('of absolute values do not care about the unit of the base', () => {
    expect(expand('82046C 7F2A 8B0411 000100 8D04951F 04 32FE 0500').values).toEqual([0.5]);
  });

  it('need data of variable length', () => {
    const bytes = parseHex('8904951F69') ?? new Uint8Array();
    const { records } = readDataRecords(bytes, 0, bytes.length);
    expect(records[0]?.header).toMatchObject({
      profile: null,
      modifiers: ['compact_profile'],
      isUnmodified: false,
    });
  });

  it('have no dates without a base date, with a recurring one or with an undefined step', () => {
    expect(expand('8B046E 000100 8D04EE1F 04 72FE 0100').dates).toEqual([null]);
    expect(expand('82046C E1F1 8B046E 000100 8D04EE1F 04 72FE 0100').dates).toEqual([null]);
    for (const spacing of ['7200', '72FB', '72FC', '72FF', '4200', '42FE'])
      expect(expand(`${MONTHLY_BASE} 8D04EE1F 04 ${spacing} 0100`).dates).toEqual([null]);
  });

  it('step by seconds, minutes, hours, days and half months', () => {
    const first = (spacing: string) =>
      expand(`84046D 1E2A2128 8B046E 000100 8D04EE1F 04 ${spacing} 0100`).dates[0];
    expect(first('4202')).toBe('2017-08-01T10:30');
    expect(first('5202')).toBe('2017-08-01T10:32');
    expect(first('6202')).toBe('2017-08-01T12:30');
    expect(first('7202')).toBe('2017-08-03T10:30');
    expect(first('72FD')).toBe('2017-08-16T10:30');
    expect(first('72FA')).toBe('2018-04-08T10:30');
    expect(expand(`${MONTHLY_BASE} 8D04EE1F 04 7202 0100`).isMonthly).toBe(false);
  });

  it('without elements of a known length have no points', () => {
    for (const element of ['0', '8', 'D', 'F'])
      expect(expand(`${MONTHLY_BASE} 8D04EE1F 04 7${element}FE 0100`).values).toEqual([]);
    expect(expand(`${MONTHLY_BASE} 8D04EE1F 06 35FE 0000803F`).values).toEqual([null]);
    expect(expand(`${MONTHLY_BASE} 8D04EE1F 01 72`).values).toEqual([]);
    expect(expand(`${MONTHLY_BASE} 8D04EE1F 05 72FE 0100 02`).values).toEqual([101]);
  });
});
