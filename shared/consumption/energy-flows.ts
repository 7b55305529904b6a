/**
 * Where the energy of a house goes: from the fuel to hot water and heating, from there to the units. What nobody can
 * explain is a flow of its own, so that every sum closes. Exact kilowatt-hours, pure.
 */
import { isNegative, isZero, negate, subtract, sum, ZERO, type Rational } from '../model/rational.ts';

export type FlowNodeId =
  'fuel' | 'unexplainedInput' | 'plant' | 'heating' | 'hotWater' | 'unexplained' | `${string}:${string}`;

export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly kwh: Rational;
}

/** The flows into and out of the plant (Anlage) and on to the units. */
export interface EnergyFlows {
  readonly flows: readonly Flow[];
  /** What went into the plant: the fuel where it is known, else the sum of what was measured. */
  readonly total: Rational;
}

export interface UnitHeat {
  readonly unit: string;
  readonly kwh: Rational;
}

export interface MeasuredHeat {
  /** Energy of the fuel by the invoices of exactly this time; null when it is not known. */
  readonly fuelKwh: Rational | null;
  /** By the heat meter of the hot water (§ 9 Abs. 2 HeizkostenV); null when there is none. */
  readonly hotWaterKwh: Rational | null;
  readonly heating: readonly UnitHeat[];
  readonly hotWater: readonly UnitHeat[];
  /** Whether the hot water of every unit could be told in kilowatt-hours. */
  readonly isHotWaterTold: boolean;
}

function isSomething({ kwh }: Flow): boolean {
  return !isZero(kwh);
}

/** A branch with its leaves: what the leaves leave over ends in `rest`, what they exceed came from nowhere. */
function branchOf(
  id: 'heating' | 'hotWater',
  measured: Rational | null,
  units: readonly UnitHeat[],
  rest: 'house' | 'untold',
): Flow[] {
  const given = sum(units.map(({ kwh }) => kwh));
  const total = measured ?? given;
  const left = subtract(total, given);
  return [
    { from: 'plant', to: id, kwh: isNegative(left) ? given : total },
    ...units.map(({ unit, kwh }) => ({ from: id, to: `${id}:${unit}`, kwh })),
    ...(isNegative(left) ? [] : [{ from: id, to: `${id}:${rest}`, kwh: left }]),
  ];
}

/** Balances what went in against what was measured; at every node as much leaves as arrives. */
export function energyFlowsOf(measured: MeasuredHeat): EnergyFlows {
  const { fuelKwh, hotWaterKwh, heating, hotWater, isHotWaterTold } = measured;
  const branches = [
    ...branchOf('hotWater', hotWaterKwh, hotWater, isHotWaterTold ? 'house' : 'untold'),
    ...branchOf('heating', null, heating, 'house'),
  ];
  const explained = sum(branches.filter(({ from }) => from === 'plant').map(({ kwh }) => kwh));
  const rest = subtract(fuelKwh ?? explained, explained);
  const flows: Flow[] = [
    { from: 'fuel', to: 'plant', kwh: fuelKwh ?? explained },
    { from: 'unexplainedInput', to: 'plant', kwh: isNegative(rest) ? negate(rest) : ZERO },
    ...branches,
    { from: 'plant', to: 'unexplained', kwh: isNegative(rest) ? ZERO : rest },
  ];
  return { flows: flows.filter(isSomething), total: isNegative(rest) ? explained : (fuelKwh ?? explained) };
}
