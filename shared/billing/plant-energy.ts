/** The energy of the plant that hot water is set against: all of it in one measure (§ 9 Abs. 1 and 3 HeizkostenV). */
import { rational, type Rational } from '../model/rational.ts';
import { exactly } from './case/values.ts';
import type { Property } from './case/property.ts';
import { finding, type Finding } from './findings.ts';
import type { EnergyUsed } from './period-costs.ts';
import { tabulatedHeatingValue } from './separation.ts';
import type { Figure, Trace } from './trace.ts';

/** The plant's energy. `heatingValue` is there when it is counted in the fuel's own unit, and B = Q / Hi applies. */
export interface PlantEnergy {
  readonly total: Figure;
  readonly heatingValue: Figure | null;
  readonly basis: 'Hs' | 'Hi' | 'heat';
}

/** How many kilowatt-hours a unit of energy has; a unit of fuel has none by itself. */
export const IN_KWH: Partial<Record<EnergyUsed['unit'], Rational>> = {
  kWh: rational(1),
  MWh: rational(1000),
  GJ: rational(2500, 9),
};

function heatingValueOf(trace: Trace, used: EnergyUsed, plantFuel: string | undefined): Figure | null {
  const fuel = used.fuel ?? plantFuel ?? 'other';
  const id = `${used.about}.heatingValue`;
  if (used.heatingValue !== undefined)
    return trace.given(id, 'HEATING_VALUE_OF_SUPPLIER', exactly(used.heatingValue), 'kWh/unit');
  const tabulated = tabulatedHeatingValue(fuel, used.unit);
  return tabulated && trace.given(id, 'HEATING_VALUE_OF_TABLE', tabulated, 'kWh/unit', { fuel });
}

/** One energy in kilowatt-hours: converted from its unit, or by its heating value. */
function inKwh(trace: Trace, used: EnergyUsed, plantFuel: string | undefined): Figure | Finding {
  const factor = IN_KWH[used.unit];
  if (factor === undefined) {
    const heatingValue = heatingValueOf(trace, used, plantFuel);
    return heatingValue
      ? trace.derive(`${used.about}.kwh`, 'ENERGY_OF_FUEL', [used.quantity, heatingValue], 'kWh')
      : finding('HEATING_VALUE_MISSING', [used.about], { unit: used.unit });
  }
  if (used.unit === 'kWh') return used.quantity;
  const conversion = trace.given(`${used.about}.conversion`, 'CONVERSION', factor, 'factor');
  return trace.derive(`${used.about}.kwh`, 'UNIT_CONVERSION', [used.quantity, conversion], 'kWh');
}

/** Kilowatt-hours of Hs, of Hi and of metered heat must not be added; fuel by its heating value counts as Hi. */
function commonBasis(
  energies: readonly EnergyUsed[],
  plant: Property['plant'],
): PlantEnergy['basis'] | Finding {
  const fallback = plant.kind === 'heatSupply' ? 'heat' : plant.kind === 'heatPump' ? 'Hi' : null;
  const bases = new Set<PlantEnergy['basis']>();
  for (const used of energies) {
    const basis = used.basis ?? (IN_KWH[used.unit] === undefined ? 'Hi' : fallback);
    if (!basis) return finding('ENERGY_BASIS_MISSING', [used.about]);
    bases.add(basis);
  }
  const [basis] = bases;
  return basis && bases.size === 1
    ? basis
    : finding('ENERGY_BASIS_MIXED', energies.map((used) => used.about).toSorted());
}

/**
 * All energy of the plant: in the fuel's own unit where one fuel is counted in litres, cubic metres or kilograms,
 * else in kilowatt-hours. A finding when it is not stated or cannot be added.
 */
export function plantEnergy(
  trace: Trace,
  energies: readonly EnergyUsed[],
  plant: Property['plant'],
): PlantEnergy | Finding {
  const [first] = energies;
  if (!first) return finding('ENERGY_MISSING', ['separation']);
  const basis = commonBasis(energies, plant);
  if (typeof basis !== 'string') return basis;
  const sameFuel = energies.every((used) => used.unit === first.unit && used.fuel === first.fuel);
  if (sameFuel && IN_KWH[first.unit] === undefined) {
    const heatingValue = heatingValueOf(trace, first, plant.fuel);
    if (!heatingValue) return finding('HEATING_VALUE_MISSING', [first.about], { unit: first.unit });
    const quantities = energies.map((used) => used.quantity);
    return {
      total: trace.derive('separation.totalFuel', 'PLANT_ENERGY', quantities, first.unit),
      heatingValue,
      basis,
    };
  }
  const kwh: Figure[] = [];
  for (const used of energies) {
    const figure = inKwh(trace, used, plant.fuel);
    if ('code' in figure) return figure;
    kwh.push(figure);
  }
  return {
    total: trace.derive('separation.totalEnergy', 'PLANT_ENERGY', kwh, 'kWh'),
    heatingValue: null,
    basis,
  };
}
