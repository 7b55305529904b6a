/** Separation of hot water from heating in a joint plant (§ 9 HeizkostenV): how large is alpha? Ids start with `id`. */
import { compare, multiply, rational, type Rational } from '../model/rational.ts';
import type { Property } from './case/property.ts';
import { STATUTORY, tableValue } from './statutory.ts';
import type { Figure, Trace } from './trace.ts';

const FORMULA = STATUTORY.hotWaterFormulas;

/** The correction a formula value needs, and only a formula value (§ 9 Abs. 2 S. 6). */
export type FormulaCorrection = 'gasBilledOnHs' | 'heatSupply' | 'monovalentHeatPump' | null;

/** Which correction a formula value needs against energy of this basis. */
export function correctionFor(plant: Property['plant'], basis: 'Hs' | 'Hi' | 'heat'): FormulaCorrection {
  if (plant.kind === 'heatSupply') return 'heatSupply';
  if (plant.kind === 'heatPump')
    return basis === 'heat' || plant.monovalent === false ? null : 'monovalentHeatPump';
  return basis === 'Hs' ? 'gasBilledOnHs' : null;
}

/** Whether hot water is warmer than the cold water the formula by volume starts from; else it would yield cold. */
export function isWarm(temperatureC: Rational): boolean {
  return compare(temperatureC, rational(FORMULA.coldWaterC)) > 0;
}

/** The heat of the hot water by volume and temperature: 2.5 kWh/(m³ K) times volume times (tw − 10 °C). */
export function heatByVolume(trace: Trace, id: string, volume: Figure, temperature: Figure): Figure {
  const specific = trace.given(
    `${id}.specificHeat`,
    'FORMULA_SPECIFIC_HEAT',
    tableValue(FORMULA.volumeKwhPerM3K),
    'kWh/(m3 K)',
  );
  const cold = trace.given(`${id}.coldWater`, 'FORMULA_COLD_WATER', rational(FORMULA.coldWaterC), 'C');
  const rise = trace.derive(`${id}.temperatureRise`, 'FORMULA_TEMPERATURE_RISE', [temperature, cold], 'K');
  return trace.derive(`${id}.formulaHeat`, 'FORMULA_VOLUME', [specific, volume, rise], 'kWh');
}

/** The heat of the hot water by area: 32 kWh a square metre and year; a short period by its days of 365. */
export function heatByArea(trace: Trace, id: string, area: Figure, shortDays: Figure | null): Figure {
  const specific = trace.given(
    `${id}.specificAreaHeat`,
    'FORMULA_SPECIFIC_AREA_HEAT',
    rational(FORMULA.areaKwhPerM2Year),
    'kWh/m2',
  );
  if (!shortDays) return trace.derive(`${id}.formulaHeat`, 'FORMULA_AREA', [specific, area], 'kWh');
  const year = trace.given(`${id}.yearDays`, 'DAYS_OF_YEAR', rational(365), 'days');
  return trace.derive(`${id}.formulaHeat`, 'FORMULA_AREA_SHORT', [specific, area, shortDays, year], 'kWh');
}

/** A formula value as it stands against the energy billed; a measured value is never corrected. */
export function correctFormulaHeat(
  trace: Trace,
  id: string,
  heat: Figure,
  correction: FormulaCorrection,
): Figure {
  const factors = FORMULA.formulaFactors;
  const factor = (value: number | string): Figure =>
    trace.given(`${id}.correction`, 'FORMULA_CORRECTION', tableValue(value), 'factor');
  const corrected = `${id}.correctedHeat`;
  if (correction === null) return heat;
  if (correction === 'heatSupply')
    return trace.derive(corrected, 'FORMULA_DIVIDED', [heat, factor(factors.heatSupplyDivisor)], 'kWh');
  return trace.derive(corrected, 'FORMULA_TIMES', [heat, factor(factors[correction])], 'kWh');
}

/** The fuel the hot water took: B = Q / Hi (§ 9 Abs. 3), in the unit of the fuel. */
export function fuelOfHotWater(
  trace: Trace,
  id: string,
  heat: Figure,
  heatingValue: Figure,
  total: Figure,
): Figure {
  return trace.derive(`${id}.hotWaterFuel`, 'HOT_WATER_FUEL', [heat, heatingValue], total.unit);
}

/** Alpha: the hot water's share of the energy, heat or fuel of the plant (§ 9 Abs. 1). */
export function hotWaterShare(trace: Trace, id: string, hotWater: Figure, total: Figure): Figure {
  return trace.derive(`${id}.alpha`, 'HOT_WATER_SHARE', [hotWater, total], 'ratio');
}

/** Hi of a fuel by the table of § 9 Abs. 3, in kWh a unit; null where the table has none. */
export function tabulatedHeatingValue(fuel: string, unit: string): Rational | null {
  const name = fuel === 'naturalGas' ? 'naturalGasH' : fuel;
  const valueIn = (wanted: string): Rational | null => {
    const row = STATUTORY.heatingValues.values.find((value) => value.fuel === name && value.unit === wanted);
    return row ? tableValue(row.perUnit) : null;
  };
  const perKilogram = unit === 't' ? valueIn('kg') : null;
  return perKilogram ? multiply(perKilogram, rational(1000n)) : valueIn(unit);
}
