import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHex } from '#office/telegram/bytes.ts';
import { moveMoment, latestOccurrence, type Step } from '#office/telegram/moment-steps.ts';
import {
  dayOfMoment,
  formatMoment,
  readTypeF,
  readTypeG,
  readTypeI,
  readTypeJ,
  type Moment,
} from '#office/telegram/moment.ts';
import { addDays, daysInMonth, plainDateOf } from '#shared/model/plain-date.ts';

const READERS = { F: readTypeF, G: readTypeG, I: readTypeI, J: readTypeJ } as const;

function textOf(type: keyof typeof READERS, hex: string): string | null {
  const moment = READERS[type](parseHex(hex) ?? new Uint8Array(), 0);
  return moment === null ? null : formatMoment(moment);
}

/** The bits of a day in types F, G and I. */
function dayBytes(year: number, month: number, day: number): number[] {
  const bits = day | (month << 8) | ((year & 7) << 5) | ((year & 0x78) << 9);
  return [bits & 255, bits >> 8];
}

function at(text: string): Moment {
  const [day = '', time] = text.split('T');
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const [hour, minute] = time?.split(':').map(Number) ?? [];
  return {
    year,
    month,
    day: date,
    hour: hour ?? null,
    minute: minute ?? null,
    second: null,
    isSummerTime: false,
  };
}

function move(text: string, step: Step, ordinal: number): string | null {
  const moved = moveMoment(at(text), step, ordinal);
  return moved === null ? null : formatMoment(moved);
}

function hexOfDay(year: number, month: number, day: number): string {
  return Buffer.from(dayBytes(year, month, day)).toString('hex');
}

describe('days of type G', () => {
  it('are read for every day of a century', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1981, max: 2080 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        (year, month, day) => {
          const moment = readTypeG(Uint8Array.from(dayBytes(year % 100, month, day)), 0);
          const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          const exists = day <= daysInMonth(year, month);
          expect(moment === null ? null : formatMoment(moment)).toBe(exists ? text : null);
          expect(moment === null ? null : dayOfMoment(moment)).toBe(exists ? text : null);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('are none when unset, impossible or only partly given', () => {
    for (const hex of ['0000', 'FFFF']) expect(textOf('G', hex)).toBeNull();
    for (const [year, month, day] of [
      [23, 2, 29],
      [23, 4, 31],
      [23, 0, 5],
      [23, 13, 5],
      [23, 14, 5],
      [23, 5, 0],
      [23, 15, 5],
      [100, 5, 5],
      [126, 5, 5],
    ] as const)
      expect(textOf('G', hexOfDay(year, month, day))).toBeNull();
    expect(textOf('G', hexOfDay(24, 2, 29))).toBe('2024-02-29');
  });

  it('put years up to 80 into this century and later ones into the last', () => {
    expect(textOf('G', Buffer.from(dayBytes(80, 1, 1)).toString('hex'))).toBe('2080-01-01');
    expect(textOf('G', Buffer.from(dayBytes(81, 1, 1)).toString('hex'))).toBe('1981-01-01');
    expect(textOf('G', Buffer.from(dayBytes(99, 1, 1)).toString('hex'))).toBe('1999-01-01');
  });

  it('recur yearly, monthly or daily', () => {
    expect(textOf('G', 'E1F1')).toBe('--01-01');
    expect(textOf('G', 'E1F7')).toBe('--07-01');
    expect(textOf('G', Buffer.from(dayBytes(127, 2, 29)).toString('hex'))).toBe('--02-29');
    expect(textOf('G', Buffer.from(dayBytes(127, 2, 30)).toString('hex'))).toBeNull();
    expect(textOf('G', Buffer.from(dayBytes(127, 15, 30)).toString('hex'))).toBe('---30');
    expect(dayOfMoment(readTypeG(Uint8Array.of(0xe1, 0xf1), 0) as Moment)).toBeNull();
  });
});

describe('instants', () => {
  it('of type F hold day and minute, the century and summer time', () => {
    expect(textOf('F', '0A340B3C')).toBe('2024-12-11T20:10');
    expect(textOf('F', '00204111')).toBe('2010-01-01T00:00');
    expect(textOf('F', '29AA153A')).toBe('2024-10-21T10:41');
    expect(readTypeF(Buffer.from('29AA153A', 'hex'), 0)?.isSummerTime).toBe(true);
    expect(readTypeF(Buffer.from('292A153A', 'hex'), 0)?.isSummerTime).toBe(false);
    expect(textOf('F', '00000101')).toBe('2000-01-01T00:00');
    expect(textOf('F', '3B779F2C')).toBe(`${1900 + 300 + 20}-12-31T23:59`);
  });

  it('are none when the meter calls them invalid or their parts do not exist', () => {
    for (const hex of ['8A340B3C', '3C340B3C', '0A380B3C', '0A34003C', '0A34FFFF', '00200000'])
      expect(textOf('F', hex)).toBeNull();
    for (const hex of ['3CA60DE12B00', '03BC0DE12B00', '03A60DE12B00', '032618E12B00', '03260D002B00'])
      expect(textOf('I', hex)).toBeNull();
    expect(textOf('J', '3C0000')).toBeNull();
    expect(textOf('J', '003C00')).toBeNull();
    expect(textOf('J', '000018')).toBeNull();
  });

  it('of type I hold seconds, of type J only the time', () => {
    expect(textOf('I', '03260DE12B00')).toBe('2023-11-01T13:38:03');
    expect(readTypeI(Buffer.from('43260DE12B00', 'hex'), 0)?.isSummerTime).toBe(true);
    expect(textOf('J', '1E1E0A')).toBe('10:30:30');
  });
});

describe('steps along the calendar', () => {
  const month: Step = { unit: 'month', count: 1 };
  const half: Step = { unit: 'half month', count: 1 };

  it('by months keep month ends at month ends and firsts at firsts', () => {
    expect([1, 2, 3, 4].map((n) => move('2019-10-31', month, n))).toEqual([
      '2019-11-30',
      '2019-12-31',
      '2020-01-31',
      '2020-02-29',
    ]);
    expect(move('2021-02-28', month, 1)).toBe('2021-03-31');
    expect([-1, -2, -14].map((n) => move('2026-02-01', month, n))).toEqual([
      '2026-01-01',
      '2025-12-01',
      '2024-12-01',
    ]);
    expect(move('2024-01-30', month, 1)).toBe('2024-02-29');
    expect(move('2022-04-30T23:59', month, -1)).toBe('2022-03-31T23:59');
  });

  it('by half months run from the 1st to the 16th or from the 15th to the last day', () => {
    expect([1, 2, 3, -1, -2].map((n) => move('2025-02-01', half, n))).toEqual([
      '2025-02-16',
      '2025-03-01',
      '2025-03-16',
      '2025-01-16',
      '2025-01-01',
    ]);
    expect([1, 2, -1].map((n) => move('2025-02-15', half, n))).toEqual([
      '2025-02-28',
      '2025-03-15',
      '2025-01-31',
    ]);
    expect([1, 2, -1].map((n) => move('2025-02-28', half, n))).toEqual([
      '2025-03-15',
      '2025-03-31',
      '2025-02-15',
    ]);
    expect([1, -1].map((n) => move('2025-02-16', half, n))).toEqual(['2025-03-01', '2025-02-01']);
    expect(move('2025-02-10', half, 1)).toBeNull();
  });

  it('by days and seconds cross months and years', () => {
    expect(move('2020-02-28', { unit: 'day', count: 2 }, 1)).toBe('2020-03-01');
    expect(move('2010-01-01T00:00', { unit: 'second', count: 3600 }, -1)).toBe('2009-12-31T23:00');
    expect(move('2020-12-31', { unit: 'second', count: 60 }, 1440)).toBe('2021-01-01T00:00');
  });

  it('lead nowhere from a moment that recurs', () => {
    expect(moveMoment({ ...at('2020-01-01'), year: null }, month, 1)).toBeNull();
  });

  it('find the latest day a yearly moment fell on', () => {
    const yearly = (monthNumber: number, day: number) => ({
      ...at('2020-01-01'),
      year: null,
      month: monthNumber,
      day,
    });
    const today = plainDateOf('2026-07-01');
    expect(latestOccurrence(yearly(7, 1), today)).toBe('2026-07-01');
    expect(latestOccurrence(yearly(7, 2), today)).toBe('2025-07-02');
    expect(latestOccurrence(yearly(12, 31), today)).toBe('2025-12-31');
    expect(latestOccurrence(yearly(2, 29), today)).toBe('2024-02-29');
    expect(latestOccurrence(yearly(2, 29), plainDateOf('1904-02-28'))).toBe('1896-02-29');
    expect(latestOccurrence(at('2020-01-01'), today)).toBeNull();
    expect(latestOccurrence({ ...yearly(1, 1), month: null }, today)).toBeNull();
    expect(latestOccurrence({ ...yearly(1, 1), day: null }, today)).toBeNull();
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        fc.nat(20_000),
        (monthNumber, day, offset) => {
          const reference = addDays(plainDateOf('1990-01-01'), offset);
          const latest = latestOccurrence(yearly(monthNumber, day), reference);
          expect(latest !== null && latest <= reference && addDays(latest, 366) > reference).toBe(true);
        },
      ),
    );
  });
});
