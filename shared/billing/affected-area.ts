/** The area of a unit whose consumption had to be determined (§ 9a Abs. 2 HeizkostenV): every square metre once. */
import { compare, sum, type Rational } from '../model/rational.ts';
import type { Unit } from './case/units.ts';
import { keyFigure } from './distribution-keys.ts';
import type { Metered } from './metered.ts';
import type { Figure, Trace } from './trace.ts';

/** What one determined value stands for. */
export interface AffectedArea {
  /** Values of one room share this; a value that names no room has its own. */
  readonly room: string;
  readonly area: Figure;
  /** The value was determined by its area, so that it stands for a part of the room of its own. */
  readonly isPart: boolean;
}

function together(areas: readonly Figure[]): Rational {
  return sum(areas.map(({ value }) => value));
}

/** The parts of a room add up; values that each stand for the room count once, with the largest area stated. */
function areasOfRoom(affected: readonly AffectedArea[]): readonly Figure[] {
  const parts = affected.filter(({ isPart }) => isPart).map(({ area }) => area);
  const largest = affected
    .filter(({ isPart }) => !isPart)
    .map(({ area }) => area)
    .toSorted((a, b) => compare(b.value, a.value))
    .slice(0, 1);
  return compare(together(parts), together(largest)) < 0 ? largest : parts;
}

/** The area of a unit without a recorded value: its rooms together, never more than the unit's own area. */
export function affectedAreaOf(
  trace: Trace,
  unit: Unit,
  metered: Metered,
  affected: readonly AffectedArea[],
): Figure {
  const whole = keyFigure(trace, unit, 'livingArea');
  const rooms = Map.groupBy(affected, ({ room }) => room);
  const areas = [...rooms.values()].flatMap(areasOfRoom);
  if (areas.includes(whole) || compare(together(areas), whole.value) > 0) return whole;
  return trace.derive(`unit.${unit.id}.${metered}.affectedArea`, 'AFFECTED_AREAS', areas, 'm2');
}
