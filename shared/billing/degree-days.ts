/** Degree-day numbers (Gradtagszahlen): how much of a year's heating falls on which days (§ 9b Abs. 2 HeizkostenV). */
import type { Period } from '../model/period.ts';
import { countDays, daysInMonth, lastDayOfMonth, addDays, monthOf, yearOf } from '../model/plain-date.ts';
import { add, multiply, rational, sum, ZERO, type Rational } from '../model/rational.ts';
import type { DegreeDayTable } from './case/rules.ts';
import { STATUTORY, tableValue } from './statutory.ts';

const SUMMER = { from: 6, to: 8, days: 92 };

const TABLES = STATUTORY.degreeDays.tables;

/** Per mille a day of the month, `month` 1 to 12; February's days are lighter in a leap year. */
function perMilleADay(table: DegreeDayTable, year: number, month: number): Rational {
  if (table === 'summer92' && month >= SUMMER.from && month <= SUMMER.to)
    return rational(TABLES.summer92.summer, SUMMER.days);
  const ofMonth = TABLES[table].months[month - 1];
  if (ofMonth === null || ofMonth === undefined) throw new RangeError('the degree-day table has a hole');
  return multiply(tableValue(ofMonth), rational(1, daysInMonth(year, month)));
}

/** The degree days of a period in per mille of a year, exactly; a period of twelve months has 1000. */
export function degreeDaysOf(period: Period, table: DegreeDayTable): Rational {
  let total = ZERO;
  for (let from = period.from; from <= period.to;) {
    const monthEnd = lastDayOfMonth(from);
    const to = monthEnd < period.to ? monthEnd : period.to;
    const perDay = perMilleADay(table, yearOf(from), monthOf(from));
    total = add(total, multiply(perDay, rational(countDays(from, to))));
    from = addDays(to, 1);
  }
  return total;
}

/** The name the bill prints for a table. */
export function degreeDayTableLabel(table: DegreeDayTable): string {
  return TABLES[table].label;
}

/** The degree days of several periods together. */
export function degreeDaysOfAll(periods: readonly Period[], table: DegreeDayTable): Rational {
  return sum(periods.map((period) => degreeDaysOf(period, table)));
}
