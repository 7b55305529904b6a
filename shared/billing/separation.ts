/** Separation of hot water from heating in a joint plant (§ 9 HeizkostenV): how large is alpha? */
import { rational, type Rational } from '../model/rational.ts';
import { STATUTORY, tableValue } from './statutory.ts';
import type { Figure, Trace } from './trace.ts';

const FORMULA = STATUTORY.hotWaterFormulas;

/** The correction a formula value needs, and only a formula value (§ 9 Abs. 2 S. 6). */
export type FormulaCorrection = 'gasBilledOnHs' | 'heatSupply' | 'monovalentHeatPump' | null;

/** The heat of the hot water by volume and temperature: 2.5 kWh/(m³ K) times volume times (tw − 10 °C). */
export function heatByVolume(trace: Trace, volume: Figure, temperature: Figure): Figure {
  const specific = trace.given(
    'separation.specificHeat',
    'FORMULA_SPECIFIC_HEAT',
    tableValue(FORMULA.volumeKwhPerM3K),
    'ratio',
  );
  const cold = trace.given('separation.coldWater', 'FORMULA_COLD_WATER', rational(FORMULA.coldWaterC), 'C');
  const rise = trace.derive(
    'separation.temperatureRise',
    'FORMULA_TEMPERATURE_RISE',
    [temperature, cold],
    'K',
  );
  return trace.derive('separation.formulaHeat', 'FORMULA_VOLUME', [specific, volume, rise], 'kWh');
}

/** The heat of the hot water by area: 32 kWh a square metre and year; a short period by its days of 365. */
export function heatByArea(trace: Trace, area: Figure, shortDays: Figure | null): Figure {
  const specific = trace.given(
    'separation.specificAreaHeat',
    'FORMULA_SPECIFIC_AREA_HEAT',
    rational(FORMULA.areaKwhPerM2Year),
    'kWh/m2',
  );
  if (!shortDays) return trace.derive('separation.formulaHeat', 'FORMULA_AREA', [specific, area], 'kWh');
  const year = trace.given('separation.yearDays', 'DAYS_OF_YEAR', rational(365), 'days');
  return trace.derive(
    'separation.formulaHeat',
    'FORMULA_AREA_SHORT',
    [specific, area, shortDays, year],
    'kWh',
  );
}

/** A formula value as it stands against the energy billed; a measured value is never corrected. */
export function correctFormulaHeat(trace: Trace, heat: Figure, correction: FormulaCorrection): Figure {
  const factors = FORMULA.formulaFactors;
  const factor = (value: number | string): Figure =>
    trace.given('separation.correction', 'FORMULA_CORRECTION', tableValue(value), 'ratio');
  const id = 'separation.correctedHeat';
  switch (correction) {
    case null:
      return heat;
    case 'gasBilledOnHs':
      return trace.derive(id, 'FORMULA_TIMES', [heat, factor(factors.gasBilledOnHs)], 'kWh');
    case 'monovalentHeatPump':
      return trace.derive(id, 'FORMULA_TIMES', [heat, factor(factors.monovalentHeatPump)], 'kWh');
    case 'heatSupply':
      return trace.derive(id, 'FORMULA_DIVIDED', [heat, factor(factors.heatSupplyDivisor)], 'kWh');
  }
}

/** The fuel the hot water took: B = Q / Hi (§ 9 Abs. 3), in the unit of the fuel. */
export function fuelOfHotWater(trace: Trace, heat: Figure, heatingValue: Figure, total: Figure): Figure {
  return trace.derive('separation.hotWaterFuel', 'HOT_WATER_FUEL', [heat, heatingValue], total.unit);
}

/** Alpha: the hot water's share of the energy, heat or fuel of the plant (§ 9 Abs. 1). */
export function hotWaterShare(trace: Trace, hotWater: Figure, total: Figure): Figure {
  return trace.derive('separation.alpha', 'HOT_WATER_SHARE', [hotWater, total], 'ratio');
}

/** Hi of a fuel by the table of § 9 Abs. 3, in kWh a unit; null where the table has none. */
export function tabulatedHeatingValue(fuel: string, unit: string): Rational | null {
  const name = fuel === 'naturalGas' ? 'naturalGasH' : fuel;
  const row = STATUTORY.heatingValues.values.find((value) => value.fuel === name && value.unit === unit);
  return row ? tableValue(row.perUnit) : null;
}
