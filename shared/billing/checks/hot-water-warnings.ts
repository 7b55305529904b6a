/** Checks of the separation: a hot water share out of the ordinary, a meter far from the formula (§ 9 HeizkostenV). */
import {
  compare,
  divide,
  isNegative,
  isZero,
  multiply,
  negate,
  rational,
  subtract,
  sum,
  toShortDecimal,
} from '../../model/rational.ts';
import type { Rational } from '../../model/rational.ts';
import type { ArrangedCase } from '../arranged-case.ts';
import type { MeteredConsumption } from '../consumption.ts';
import { finding, type Finding } from '../findings.ts';
import type { Separated } from '../separate-plant.ts';
import { STATUTORY, tableFraction, tableValue } from '../statutory.ts';

const FORMULA = STATUTORY.hotWaterFormulas;
/** The temperature most plants are set to; the check needs one, the bill does not. */
const USUAL_TEMPERATURE_C = 60;

function percentText(fraction: Rational): string {
  return toShortDecimal(multiply(fraction, rational(100n)), 1);
}

function shareWarning({ method, alpha }: Separated): Finding[] {
  if (method === 'none') return [];
  const { from, to } = FORMULA.plausibleHotWaterPercent;
  const isUsual =
    compare(alpha.value, tableFraction(from)) >= 0 && compare(alpha.value, tableFraction(to)) <= 0;
  return isUsual
    ? []
    : [finding('HOT_WATER_SHARE_IMPLAUSIBLE', ['separation'], { percent: percentText(alpha.value) })];
}

/** The measured heat against 2.5 kWh/(m³ K) of the water the units drew. */
function meterWarning({ method, heat }: Separated, hotWater: MeteredConsumption | null): Finding[] {
  if (method !== 'measured' || !heat || hotWater?.unit !== 'm3') return [];
  const volume = sum([...hotWater.units.values()].map((unit) => unit.quantity.value));
  if (isZero(volume)) return [];
  const rise = rational(USUAL_TEMPERATURE_C - FORMULA.coldWaterC);
  const expected = multiply(multiply(tableValue(FORMULA.volumeKwhPerM3K), volume), rise);
  const off = divide(subtract(heat.value, expected), expected);
  const distance = isNegative(off) ? negate(off) : off;
  return compare(distance, tableFraction(FORMULA.formulaDeviationPercent.value)) > 0
    ? [finding('HOT_WATER_DEVIATES_FROM_FORMULA', ['separation'], { percent: percentText(off) })]
    : [];
}

/** What a look at the separation finds. */
export function hotWaterWarnings(
  { given }: ArrangedCase,
  separated: Separated,
  hotWater: MeteredConsumption | null,
): Finding[] {
  if (given.property.plant.supplies !== 'both') return [];
  return [...shareWarning(separated), ...meterWarning(separated, hotWater)];
}
