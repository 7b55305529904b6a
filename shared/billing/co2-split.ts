/** The split of the CO2 costs between landlord and tenants (CO2KostAufG §§ 5 to 9 with the annex). */
import { addDays, addMonths } from '../model/plain-date.ts';
import { lengthInDays, type Period } from '../model/period.ts';
import { compare, multiply, ONE, rational, toFraction, ZERO, type Rational } from '../model/rational.ts';
import { STATUTORY, tableFraction, tableValue } from './statutory.ts';
import type { Figure, Trace } from './trace.ts';

const STEPS = STATUTORY.co2Steps.steps;

/** Whether public law forbids work on the building, another supply, or both (§ 9). */
export interface Restrictions {
  readonly building: boolean;
  readonly supply: boolean;
}

export interface Co2Facts {
  readonly kg: Figure;
  readonly cost: Figure;
  readonly area: Figure;
  readonly period: Period;
  readonly use: 'residential' | 'nonResidential';
  /** Non-residential: the agreed share as a fraction; at least one half counts (§ 8). */
  readonly agreedLandlordShare: Rational | null;
  readonly restrictions: Restrictions;
}

/** One step of the annex with its bounds as they hold for the period. */
export interface Step {
  readonly from: Rational;
  readonly to: Rational | null;
  readonly landlordShare: Rational;
}

export interface Co2Result {
  readonly kgPerM2: Figure;
  readonly step: Step | null;
  readonly tableShare: Figure;
  readonly landlordShare: Figure;
  readonly landlord: Figure;
  readonly tenants: Figure;
}

/** The step a value falls into; lower bounds belong to their step. `shortening` scales the bounds, 1 for a year. */
export function stepFor(kgPerM2: Rational, shortening: Rational): Step {
  for (const step of STEPS) {
    const to = step.to === null ? null : multiply(tableValue(step.to), shortening);
    if (to === null || compare(kgPerM2, to) < 0)
      return {
        from: multiply(tableValue(step.from), shortening),
        to,
        landlordShare: tableFraction(step.landlordPercent),
      };
  }
  throw new RangeError('the last CO2 step must be open');
}

/** Emissions a square metre, rounded to one decimal before they are classified (§ 5 Abs. 1 S. 3). */
export function specificEmissions(trace: Trace, id: string, kg: Figure, area: Figure): Figure {
  const { roundingDecimals } = STATUTORY.co2Steps;
  return trace.deriveRounded(id, 'CO2_PER_AREA', [kg, area], 'kg/m2', roundingDecimals);
}

/** The days of the period over those of the twelve months from its start; null unless it is shorter (§ 5 Abs. 1 S. 4). */
export function shorteningOf(trace: Trace, period: Period): Figure | null {
  const year = { from: period.from, to: addDays(addMonths(period.from, 12), -1) };
  if (period.to >= year.to) return null;
  const days = trace.given('co2.periodDays', 'DAYS', rational(lengthInDays(period)), 'days', { ...period });
  const ofYear = trace.given('co2.yearDays', 'DAYS', rational(lengthInDays(year)), 'days', { ...year });
  return trace.derive('co2.shortening', 'CO2_SHORTENING', [days, ofYear], 'ratio');
}

/** Classifies by the annex and records the step; `shortening` scales its bounds. */
export function classify(
  trace: Trace,
  id: string,
  kgPerM2: Figure,
  shortening: Figure | null,
): { readonly step: Step; readonly share: Figure } {
  const step = stepFor(kgPerM2.value, shortening?.value ?? ONE);
  const share = trace.given(
    id,
    'CO2_STEP',
    step.landlordShare,
    'ratio',
    { from: toFraction(step.from), to: step.to === null ? '' : toFraction(step.to) },
    shortening ? [kgPerM2, shortening] : [kgPerM2],
  );
  return { step, share };
}

function nonResidentialShare(trace: Trace, agreed: Rational | null): Figure {
  const least = tableFraction(STATUTORY.co2Steps.nonResidentialLandlordPercentMin);
  return trace.given('co2.tableShare', 'CO2_NON_RESIDENTIAL', agreed ?? least, 'ratio');
}

/** One obstacle halves the landlord's share, both leave nothing of it (§ 9). */
export function restrict(
  trace: Trace,
  id: string,
  share: Figure,
  { building, supply }: Restrictions,
): Figure {
  if (!building && !supply) return trace.derive(id, 'CO2_LANDLORD_SHARE', [share], 'ratio');
  const left = building && supply ? ZERO : rational(1, 2);
  const factor = trace.given(`${id}.factor`, 'CO2_RESTRICTION', left, 'factor');
  return trace.derive(id, 'CO2_RESTRICTED_SHARE', [share, factor], 'ratio');
}

/** Splits a CO2 cost by the landlord's share; the landlord's part is rounded to cents, the tenants bear the rest. */
export function splitCo2Cost(
  trace: Trace,
  cost: Figure,
  share: Figure,
): { landlord: Figure; tenants: Figure } {
  const landlord = trace.deriveCents('co2.landlord', 'CO2_LANDLORD', [cost, share]);
  return { landlord, tenants: trace.derive('co2.tenants', 'CO2_TENANTS', [cost, landlord], 'ct') };
}

/** The whole split of a period: emissions a square metre, step, obstacles, euros. The area must not be zero. */
export function splitCo2(trace: Trace, facts: Co2Facts): Co2Result {
  const kgPerM2 = specificEmissions(trace, 'co2.kgPerM2', facts.kg, facts.area);
  const classified =
    facts.use === 'residential'
      ? classify(trace, 'co2.tableShare', kgPerM2, shorteningOf(trace, facts.period))
      : { step: null, share: nonResidentialShare(trace, facts.agreedLandlordShare) };
  const landlordShare = restrict(trace, 'co2.landlordShare', classified.share, facts.restrictions);
  const { landlord, tenants } = splitCo2Cost(trace, facts.cost, landlordShare);
  return { kgPerM2, step: classified.step, tableShare: classified.share, landlordShare, landlord, tenants };
}
