/** What the base shares go by: living area, heated area, or enclosed volume (§ 7 Abs. 1 S. 5, § 8 Abs. 1 HeizkostenV). */
import { ZERO, type Rational } from '../model/rational.ts';
import type { HeatingBaseKey } from './case/rules.ts';
import type { Unit } from './case/units.ts';
import { exactly } from './case/values.ts';
import type { Figure, FigureUnit, Trace } from './trace.ts';

const FIELD = {
  livingArea: 'living',
  heatedArea: 'heated',
  volume: 'volume',
  heatedVolume: 'heatedVolume',
} as const;

/** The unit a key counts in. */
export function unitOfKey(key: HeatingBaseKey): FigureUnit {
  return key === 'livingArea' || key === 'heatedArea' ? 'm2' : 'm3';
}

/** Whether a unit states what the key needs. */
export function statesKey(unit: Unit, key: HeatingBaseKey): boolean {
  return unit.areas[FIELD[key]] !== undefined;
}

/** A unit's measure by a key; zero when it does not state it. */
export function keyMeasure(unit: Unit, key: HeatingBaseKey): Rational {
  const stated = unit.areas[FIELD[key]];
  return stated === undefined ? ZERO : exactly(stated);
}

/** A unit's measure by a key as the figure `unit.<id>.<key>`. */
export function keyFigure(trace: Trace, unit: Unit, key: HeatingBaseKey): Figure {
  const id = `unit.${unit.id}.${key}`;
  return (
    trace.figures.get(id) ??
    trace.given(id, 'AREA', keyMeasure(unit, key), unitOfKey(key), { label: unit.label })
  );
}
