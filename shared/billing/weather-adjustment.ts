/** Weather adjustment and the conversion of allocator units to kWh (§ 6a Abs. 3 S. 1 Nr. 5, Abs. 2 HeizkostenV). */
import { ONE, rational } from '../model/rational.ts';
import type { Figure, Trace } from './trace.ts';

/** Heat of a period times the climate factor of that period; hot water is never adjusted. */
export function adjustForWeather(trace: Trace, id: string, heat: Figure, factor: Figure): Figure {
  return trace.derive(id, 'WEATHER_ADJUSTED', [heat, factor], 'kWh');
}

/** The change from the previous to the present value in per cent. The previous value must not be zero. */
export function changeInPercent(trace: Trace, id: string, now: Figure, previous: Figure): Figure {
  const ratio = trace.derive(`${id}.ratio`, 'CHANGE_RATIO', [now, previous], 'factor');
  const one = trace.figures.get('one') ?? trace.given('one', 'WHOLE', ONE, 'ratio');
  const hundred = trace.figures.get('hundred') ?? trace.given('hundred', 'WHOLE', rational(100), 'percent');
  const change = trace.derive(`${id}.fraction`, 'CHANGE', [ratio, one], 'ratio');
  return trace.derive(id, 'CHANGE_PERCENT', [change, hundred], 'percent');
}

/** Kilowatt-hours behind allocator units: the heat of the building by its units. The total must not be zero. */
export function unitsToKwh(
  trace: Trace,
  id: string,
  units: Figure,
  heat: Figure,
  totalUnits: Figure,
): Figure {
  return trace.derive(id, 'KWH_OF_UNITS', [units, heat, totalUnits], 'kWh');
}
