/** A bill knows no zone and no clock: the same bytes everywhere, leap years and clock changes included. */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { degreeDaysOf } from '#shared/billing/degree-days.ts';
import { monthsIn } from '#shared/billing/months.ts';
import { addDays, countDays, plainDateOf } from '#shared/model/plain-date.ts';
import { rational, toFraction } from '#shared/model/rational.ts';

const ROOT = new URL('../../../../', import.meta.url);
const ZONES = ['UTC', 'Europe/Berlin', 'America/St_Johns'];

/** Bills the case in a process of its own that lives in the zone. */
function resultIn(zone: string, name: string): string {
  return execFileSync(process.execPath, ['electron/cli.ts', 'bill', `test/fixtures/billing/${name}.json`], {
    cwd: ROOT,
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
}

const period = (from: string, to: string) => ({ from: plainDateOf(from), to: plainDateOf(to) });

describe('days of a bill', () => {
  it.each(['full-02', 'vac-01', 'est-01'])('give byte-equal results of %s in every zone', (name) => {
    const [first, ...others] = ZONES.map((zone) => resultIn(zone, name));
    for (const other of others) expect(other).toBe(first);
  });

  it('count both days of a clock change as one day each', () => {
    expect(countDays(plainDateOf('2025-03-29'), plainDateOf('2025-03-31'))).toBe(3);
    expect(countDays(plainDateOf('2025-10-25'), plainDateOf('2025-10-27'))).toBe(3);
    expect(addDays(plainDateOf('2025-03-30'), 1)).toBe('2025-03-31');
    expect(addDays(plainDateOf('2025-10-26'), 1)).toBe('2025-10-27');
  });

  it('know the 29th of February', () => {
    expect(addDays(plainDateOf('2024-02-28'), 1)).toBe('2024-02-29');
    expect(countDays(plainDateOf('2024-01-01'), plainDateOf('2024-12-31'))).toBe(366);
    expect(addDays(plainDateOf('2100-02-28'), 1)).toBe('2100-03-01');
  });
});

describe('degree days', () => {
  it.each(['summer92', 'summerThirds', 'summer141313'] as const)(
    'of a year are 1000 by the table %s',
    (table) => {
      for (const year of [2023, 2024, 2025])
        expect(degreeDaysOf(period(`${year}-01-01`, `${year}-12-31`), table)).toEqual(rational(1000));
    },
  );

  it('give a February of a leap year 150 over 29 days', () => {
    expect(toFraction(degreeDaysOf(period('2024-02-29', '2024-02-29'), 'summer92'))).toBe('150/29');
    expect(toFraction(degreeDaysOf(period('2025-02-28', '2025-02-28'), 'summer92'))).toBe('75/14');
  });

  it('spread June to August as the table says', () => {
    const july = period('2025-07-01', '2025-07-31');
    expect(toFraction(degreeDaysOf(july, 'summer92'))).toBe('310/23');
    expect(toFraction(degreeDaysOf(july, 'summerThirds'))).toBe('40/3');
    expect(toFraction(degreeDaysOf(july, 'summer141313'))).toBe('13');
  });

  it('add up over any cut, also over the turn of the year', () => {
    const whole = degreeDaysOf(period('2024-10-15', '2025-03-14'), 'summer92');
    const parts = [period('2024-10-15', '2024-12-31'), period('2025-01-01', '2025-03-14')].map((part) =>
      degreeDaysOf(part, 'summer92'),
    );
    expect(
      parts.reduce((total, part) => total + Number(part.numerator) / Number(part.denominator), 0),
    ).toBeCloseTo(Number(whole.numerator) / Number(whole.denominator), 12);
  });
});

describe('months of use', () => {
  it('count a month used in part by its days', () => {
    expect(toFraction(monthsIn(period('2025-01-01', '2025-09-30')))).toBe('9');
    expect(toFraction(monthsIn(period('2025-02-15', '2025-03-31')))).toBe('3/2');
    expect(toFraction(monthsIn(period('2024-02-29', '2024-02-29')))).toBe('1/29');
  });
});
