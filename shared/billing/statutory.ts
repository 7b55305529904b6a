/** The tables of the law as dated data: norm and source stand beside the figures in `resources/statutory`. */
import co2Prices from '../../resources/statutory/co2-prices.json' with { type: 'json' };
import co2Steps from '../../resources/statutory/co2-steps.json' with { type: 'json' };
import dates from '../../resources/statutory/dates.json' with { type: 'json' };
import degreeDays from '../../resources/statutory/degree-days.json' with { type: 'json' };
import emissionFactors from '../../resources/statutory/emission-factors.json' with { type: 'json' };
import heatingValues from '../../resources/statutory/heating-values.json' with { type: 'json' };
import hotWaterFormulas from '../../resources/statutory/hot-water-formulas.json' with { type: 'json' };
import plausibility from '../../resources/statutory/plausibility.json' with { type: 'json' };
import reductionRights from '../../resources/statutory/reduction-rights.json' with { type: 'json' };
import shares from '../../resources/statutory/shares.json' with { type: 'json' };
import { divide, parseDecimal, rational, type Rational } from '../model/rational.ts';

/** Reads a figure of a table: a number, a decimal text or a fraction such as `40/3`. Throws on anything else. */
export function tableValue(value: number | string): Rational {
  const [above, below] = String(value).split('/').map(parseDecimal);
  if (!above || below === null) throw new RangeError('a statutory table holds an unreadable figure');
  return below ? divide(above, below) : above;
}

/** A per cent figure of a table as a fraction of one. */
export function tableFraction(percent: number | string): Rational {
  return divide(tableValue(percent), rational(100n));
}

export const STATUTORY = {
  co2Prices,
  co2Steps,
  dates,
  degreeDays,
  emissionFactors,
  heatingValues,
  hotWaterFormulas,
  plausibility,
  reductionRights,
  shares,
} as const;
