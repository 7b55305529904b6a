/** Standard emission factors of fuels (EBeV 2030 Anlage 2 Teil 4), in the units invoices count in. */
import { multiply, rational, type Rational } from '../model/rational.ts';
import type { Energy } from './case/costs.ts';
import { STATUTORY, tableValue } from './statutory.ts';

/** Larger units of which a table has only the small one, and how many of it they hold. */
const IN_SMALL: Partial<Record<Energy['unit'], readonly [Energy['unit'], Rational]>> = {
  MWh: ['kWh', rational(1000)],
  GJ: ['kWh', rational(2500, 9)],
  t: ['kg', rational(1000)],
};

/** Kilograms of CO2 per unit of a fuel; null where the table has none, as for heat, electricity and wood. */
export function emissionFactorOf(
  fuel: string,
  unit: Energy['unit'],
  basis: Energy['basis'],
): Rational | null {
  const name = fuel.replace(/^naturalGas[HL]$/, 'naturalGas');
  const perUnit = (wanted: Energy['unit']): Rational | null => {
    const row = STATUTORY.emissionFactors.values.find(
      (each) => each.fuel === name && each.unit === wanted && (each.basis === null || each.basis === basis),
    );
    return row ? tableValue(row.kg) : null;
  };
  const own = perUnit(unit);
  if (own) return own;
  const [small, times] = IN_SMALL[unit] ?? [];
  const perSmall = small ? perUnit(small) : null;
  return perSmall && times ? multiply(perSmall, times) : null;
}
