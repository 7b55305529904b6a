/** The pots: what heating and hot water cost, each split into its base and its consumption share (§§ 7, 8, 9). */
import { closeByLargestRemainder, type Cents } from '../model/money.ts';
import { ONE, type Rational } from '../model/rational.ts';
import { POTS, type Pot } from './metered.ts';
import { centsOfFigure, preciseValue, type Figure, type Trace } from './trace.ts';

/** The costs of a plant by what they are for; amounts in whole cents. */
export interface PlantCosts {
  readonly joint: readonly Figure[];
  readonly heating: readonly Figure[];
  readonly hotWater: readonly Figure[];
  /** The landlord's CO2 share by what it is taken off (§ 7 Abs. 1 CO2KostAufG). */
  readonly landlordCo2: ReadonlyMap<'joint' | Pot, Figure>;
}

/** Both pots with their cents, and how the joint costs fell to them: 1 − alpha and alpha. */
export interface Pots {
  /** The costs of each target after the landlord's CO2 share. */
  readonly distributed: Readonly<Record<'joint' | Pot, Figure>>;
  readonly amounts: Readonly<Record<Pot, Figure>>;
  readonly jointShares: Readonly<Record<Pot, Figure>>;
}

/** Settles amounts that together make a whole number of cents. */
export function settleTogether(trace: Trace, total: Cents, parts: readonly Figure[], of: string): void {
  const settled = closeByLargestRemainder(
    total,
    parts.map((figure) => ({ id: figure.id, exact: preciseValue(figure) })),
  );
  for (const figure of parts) {
    const cents = settled.get(figure.id);
    if (cents !== undefined) trace.settle(figure, cents, { kind: 'largestRemainder', of });
  }
}

/** What is left of a fraction: 1 less it. */
export function complementOf(trace: Trace, id: string, fraction: Figure): Figure {
  const whole = trace.figures.get('one') ?? trace.given('one', 'WHOLE', ONE, 'ratio');
  return trace.derive(id, 'COMPLEMENT', [whole, fraction], 'ratio');
}

function costsLessCo2(
  trace: Trace,
  id: string,
  costs: readonly Figure[],
  landlordCo2: Figure | undefined,
): Figure {
  const gross = trace.derive(`${id}.gross`, 'COSTS_TOGETHER', costs, 'ct');
  return trace.derive(id, 'COSTS_LESS_CO2', landlordCo2 ? [gross, landlordCo2] : [gross], 'ct');
}

/** Splits the joint costs by alpha (§ 9 Abs. 1) and adds the costs of one purpose to their pot. */
export function fillPots(trace: Trace, costs: PlantCosts, alpha: Figure): Pots {
  const joint = costsLessCo2(trace, 'costs.joint', costs.joint, costs.landlordCo2.get('joint'));
  const shares = { heating: complementOf(trace, 'separation.heatingShare', alpha), hotWater: alpha };
  const own = (pot: Pot): Figure =>
    costsLessCo2(trace, `costs.${pot}`, costs[pot], costs.landlordCo2.get(pot));
  const partOf = (pot: Pot): Figure =>
    trace.derive(`pot.${pot}.joint`, 'JOINT_PART', [joint, shares[pot]], 'ct');
  const jointParts = { heating: partOf('heating'), hotWater: partOf('hotWater') };
  const owned = { heating: own('heating'), hotWater: own('hotWater') };
  const total = trace.derive('costs.plant', 'PLANT_COSTS', [joint, owned.heating, owned.hotWater], 'ct');
  const open = (pot: Pot): Figure => trace.open(`pot.${pot}`, 'POT', [jointParts[pot], owned[pot]]);
  const amounts = { heating: open('heating'), hotWater: open('hotWater') };
  settleTogether(
    trace,
    centsOfFigure(total),
    POTS.map((pot) => amounts[pot]),
    total.id,
  );
  return { amounts, jointShares: shares, distributed: { joint, ...owned } };
}

/** Base and consumption share of a pot; `consumptionShare` is a fraction of one. */
export interface PotShares {
  readonly base: Figure;
  readonly consumption: Figure;
  readonly consumptionShare: Figure;
}

/** Splits a pot into its two shares (§ 7 Abs. 1, § 8 Abs. 1), or gives all of it to the base key (§ 9a Abs. 2, § 11). */
export function splitPot(
  trace: Trace,
  amount: Figure,
  consumptionShare: Rational,
  why: 'CONSUMPTION_SHARE' | 'NO_CONSUMPTION_SHARE',
): PotShares {
  const { id } = amount;
  const share = trace.given(`${id}.consumptionShare`, why, consumptionShare, 'ratio');
  const baseShare = complementOf(trace, `${id}.baseShare`, share);
  const base = trace.open(`${id}.base`, 'POT_BASE', [amount, baseShare]);
  const consumption = trace.open(`${id}.consumption`, 'POT_CONSUMPTION', [amount, share]);
  settleTogether(trace, centsOfFigure(amount), [base, consumption], id);
  return { base, consumption, consumptionShare: share };
}
