import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plainDateOf } from '#shared/model/plain-date.ts';
import { formatDate, formatPeriod } from '#shared/text/format.ts';
import { parseDate, parsePeriod } from '#shared/text/parse-date.ts';

const today = plainDateOf('2026-11-22');
const read = (text: string): string => {
  const result = parseDate(text, { today });
  return result.ok ? result.value : result.error;
};
const anyDay = fc.integer({ min: 0, max: 36_000 }).map((days) => addDays(plainDateOf('1950-01-01'), days));

describe('a day as people type it', () => {
  it.each([
    ['31.12.2025', '2025-12-31'],
    ['31.12.25', '2025-12-31'],
    ['311225', '2025-12-31'],
    ['31122025', '2025-12-31'],
    ['010326', '2026-03-01'],
    ['1.3.', '2026-03-01'],
    ['1.3', '2026-03-01'],
    ['0103', '2026-03-01'],
    ['1.3.2026', '2026-03-01'],
    ['1/3/26', '2026-03-01'],
    ['2025-12-31', '2025-12-31'],
    ['h', '2026-11-22'],
    ['Heute', '2026-11-22'],
    ['+14', '2026-12-06'],
    ['-22', '2026-10-31'],
    ['29.02.2024', '2024-02-29'],
    ['1.1.45', '2045-01-01'],
    ['1.1.58', '1958-01-01'],
  ])('reads %s', (text, day) => expect(read(text)).toBe(day));

  it.each(['31.02.2026', '29.2.2026', '0.1.2026', '1.13.', '320126'])('says that %s does not exist', (text) =>
    expect(read(text)).toBe('NO_SUCH_DAY'),
  );

  it.each(['gestern', '1', '12345', '1.2.3.4', '1.2.202', '++3'])('refuses %s', (text) =>
    expect(read(text)).toBe('UNREADABLE'),
  );

  it('tells an empty field from an unreadable one', () => expect(read(' ')).toBe('EMPTY'));

  it('counts steps from the day in the field', () => {
    const result = parseDate('+1', { today, from: plainDateOf('2024-02-28') });
    expect(result).toEqual({ ok: true, value: '2024-02-29' });
  });

  it('reads back every day as the house writes it, and as it sorts it', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(read(formatDate(day))).toBe(day);
        expect(read(day)).toBe(day);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(typeof read(text)).toBe('string');
      }),
    );
  });
});

describe('a stretch of days', () => {
  it.each([
    ['01.03.-31.03.', '2026-03-01', '2026-03-31'],
    ['1.1.25 – 31.12.25', '2025-01-01', '2025-12-31'],
    ['01.01.2025-31.12.2025', '2025-01-01', '2025-12-31'],
    ['1.1. bis 31.3.', '2026-01-01', '2026-03-31'],
    ['15.06.2025', '2025-06-15', '2025-06-15'],
  ])('reads %s', (text, from, to) => expect(parsePeriod(text, { today })).toEqual({ from, to }));

  it.each(['31.03.-01.03.', '1.1.-2.1.-3.1.', 'x-y', ''])('refuses %s', (text) =>
    expect(parsePeriod(text, { today })).toBeNull(),
  );

  it('reads back every period as the house writes it', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(4000), (from, days) => {
        const period = { from, to: addDays(from, days) };
        expect(parsePeriod(formatPeriod(period), { today })).toEqual(period);
      }),
    );
  });
});
