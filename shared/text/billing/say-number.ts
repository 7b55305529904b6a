/** Numbers of a trace in German, with the unit a reader knows. */
import { readNumber, type WrittenNumber } from '../../billing/figure-record.ts';
import { formatPercent, formatShortDecimal, NO_BREAK_SPACE } from '../format.ts';

const UNIT_NAMES: Readonly<Record<string, string>> = {
  EUR: '€',
  units: 'Einheiten',
  m2: 'm²',
  m3: 'm³',
  'kWh/m2': 'kWh/m²',
  'kWh/unit': 'kWh je Einheit',
  'kWh/(m3 K)': 'kWh/(m³·K)',
  'kg/m2': 'kg/m²',
  percent: '%',
  perMille: '‰',
  days: 'Tage',
  months: 'Monate',
  persons: 'Personen',
  C: '°C',
  K: 'K',
  'EUR/t': '€/t',
  'EUR/m2': '€/m²',
  'EUR/m3': '€/m³',
  'EUR/units': '€ je Einheit',
  'EUR/share': '€',
  'EUR/kWh': '€/kWh',
};

/** Units that only count, and show no name of their own. */
const NAMELESS: ReadonlySet<string> = new Set(['factor', 'share', 'count']);

/** A number as a reader expects it: euros with two decimals and more only where they exist, shares in per cent. */
export function sayNumber(number: WrittenNumber, unit: string): string {
  const value = readNumber(number);
  if (unit === 'ratio') return formatPercent(value, 6);
  const text = formatShortDecimal(value, unit === 'EUR' ? 2 : 0, 6);
  return NAMELESS.has(unit) ? text : `${text}${NO_BREAK_SPACE}${UNIT_NAMES[unit] ?? unit}`;
}
