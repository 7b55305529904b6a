/**
 * How the heat of a house falls to one part of it: a base share by area, the rest by consumption (§§ 7, 8
 * HeizkostenV). All parts of a house together are the house. Pure.
 */
import {
  add,
  divide,
  isZero,
  multiply,
  ONE,
  rational,
  subtract,
  ZERO,
  type Rational,
} from '../model/rational.ts';

export interface ShareRule {
  /** 50 to 70. */
  readonly consumptionPercent: Rational;
}

export interface PartOfHouse {
  readonly consumption: Rational;
  readonly area: Rational;
}

export interface Share {
  readonly base: Rational;
  readonly consumption: Rational;
}

/** The base and the consumption share of a part, in the unit of the consumption. */
export function shareOf(
  rule: ShareRule,
  part: PartOfHouse,
  house: { readonly consumption: Rational; readonly area: Rational },
): Share {
  const byConsumption = divide(rule.consumptionPercent, rational(100));
  const byArea = isZero(house.area) ? ZERO : divide(part.area, house.area);
  return {
    base: multiply(multiply(subtract(ONE, byConsumption), house.consumption), byArea),
    consumption: multiply(byConsumption, part.consumption),
  };
}

export function shareTotal({ base, consumption }: Share): Rational {
  return add(base, consumption);
}
