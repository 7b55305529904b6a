/** One pot of one group, from its two shares down to the cents of every unit and user (§§ 7, 8, 9b HeizkostenV). */
import { centsOf, type Cents } from '../model/money.ts';
import type { Period } from '../model/period.ts';
import { isZero } from '../model/rational.ts';
import type { ArrangedUnit, User } from './arranged-case.ts';
import type { HeatingBaseKey, RoundingConvention, TimeKey } from './case/rules.ts';
import type { MeteredConsumption } from './consumption.ts';
import { settleCents, type SettledCents } from './distribute.ts';
import { keyFigure, unitOfKey } from './distribution-keys.ts';
import { finding, type Finding } from './findings.ts';
import type { Pot } from './metered.ts';
import type { PotShares } from './pots.ts';
import { centsOfFigure, preciseValue, type Figure, type Rounding, type Trace } from './trace.ts';
import type { TimeMeasures } from './user-change.ts';

/** What distributing a pot needs besides its cents. */
export interface PotDesk {
  readonly trace: Trace;
  readonly time: TimeMeasures;
  readonly period: Period;
  readonly rounding: RoundingConvention;
  readonly pot: Pot;
  readonly units: readonly ArrangedUnit[];
  readonly baseKey: HeatingBaseKey;
  readonly baseTimeKey: TimeKey;
  /** The vacancy that bears the rest when users are rounded half up; null in a house fully let. */
  readonly landlordUser: string | null;
}

/** A share of a pot in the hands of units and users. */
export interface Distributed {
  readonly units: ReadonlyMap<string, Figure>;
  readonly users: ReadonlyMap<string, Figure>;
  /** The measure all units have together: area, volume or consumption. */
  readonly whole: Figure;
  /** Cents that rounding each user half up left to the landlord. */
  readonly rest: Cents;
}

interface Opened {
  readonly unit: ArrangedUnit;
  readonly figure: Figure;
  readonly users: readonly { readonly user: User; readonly figure: Figure }[];
}

function settleOpened(desk: PotDesk, share: Figure, opened: readonly Opened[]): SettledCents {
  return settleCents(
    centsOfFigure(share),
    opened.map(({ unit, figure: whole, users }) => ({
      id: unit.unit.id,
      exact: preciseValue(whole),
      users: users.map(({ user, figure }) => ({ id: user.id, exact: preciseValue(figure) })),
    })),
    desk.rounding,
    desk.landlordUser,
  );
}

function userRounding(desk: PotDesk, share: Figure, unit: Figure, user: User): Rounding {
  if (desk.rounding === 'largestRemainder') return { kind: 'runningWithinUnit', of: unit.id };
  return user.id === desk.landlordUser
    ? { kind: 'landlordBearsRest', of: share.id }
    : { kind: 'halfUpPerUser', of: share.id };
}

function handOut(desk: PotDesk, share: Figure, whole: Figure, opened: readonly Opened[]): Distributed {
  const settled = settleOpened(desk, share, opened);
  const units = new Map<string, Figure>();
  const users = new Map<string, Figure>();
  const unitRounding: Rounding =
    desk.rounding === 'largestRemainder'
      ? { kind: 'largestRemainder', of: share.id }
      : { kind: 'sumOfUsers', of: share.id };
  for (const { unit, figure, users: unitUsers } of opened) {
    desk.trace.settle(figure, settled.units.get(unit.unit.id) ?? centsOf(0), unitRounding);
    units.set(unit.unit.id, figure);
    for (const { user, figure: userFigure } of unitUsers) {
      desk.trace.settle(
        userFigure,
        settled.users.get(user.id) ?? centsOf(0),
        userRounding(desk, share, figure, user),
      );
      users.set(user.id, userFigure);
    }
  }
  return { units, users, whole, rest: settled.rest };
}

/** The base share by area or volume, within a unit by degree days or days (§ 9b Abs. 2). */
export function distributeBase(desk: PotDesk, shares: PotShares): Distributed {
  const { trace, time, period, pot, baseKey, baseTimeKey } = desk;
  const keys = desk.units.map(({ unit }) => keyFigure(trace, unit, baseKey));
  const whole = trace.derive(`${shares.base.id}.key`, 'KEY_TOGETHER', keys, unitOfKey(baseKey));
  const opened = desk.units.map((unit, index): Opened => {
    const key = keys[index] ?? whole;
    const figure = trace.open(`unit.${unit.unit.id}.${pot}.base`, 'UNIT_BASE', [shares.base, key, whole]);
    const users = unit.users.map((user) => {
      const id = `user.${user.id}.${pot}.base`;
      return {
        user,
        figure:
          unit.users.length === 1
            ? trace.open(id, 'ONLY_USER', [figure])
            : trace.open(id, baseTimeKey === 'days' ? 'USER_BASE_BY_DAYS' : 'USER_BASE_BY_DEGREE_DAYS', [
                figure,
                time.measure(baseTimeKey, user.period),
                time.measure(baseTimeKey, period),
              ]),
      };
    });
    return { unit, figure, users };
  });
  return handOut(desk, shares.base, whole, opened);
}

/** The consumption share by recorded or determined consumption; a finding when nobody consumed anything. */
export function distributeConsumption(
  desk: PotDesk,
  shares: PotShares,
  consumption: MeteredConsumption,
): Distributed | Finding {
  const { trace, pot } = desk;
  const metered = desk.units.flatMap((unit) => {
    const found = consumption.units.get(unit.unit.id);
    return found ? [{ unit, found }] : [];
  });
  const whole = trace.derive(
    `${shares.consumption.id}.quantity`,
    'CONSUMPTION_TOGETHER',
    metered.map(({ found }) => found.quantity),
    consumption.unit,
  );
  if (isZero(whole.value)) return finding('POT_WITHOUT_CONSUMPTION', [shares.consumption.id], { pot });
  const opened = metered.map(({ unit, found }): Opened => {
    const id = `unit.${unit.unit.id}.${pot}.consumption`;
    const figure = trace.open(id, 'UNIT_CONSUMPTION_COST', [shares.consumption, found.quantity, whole]);
    const users = unit.users.map((user) => {
      const userId = `user.${user.id}.${pot}.consumption`;
      const quantity = found.byUser.get(user.id) ?? found.quantity;
      return {
        user,
        figure:
          unit.users.length === 1
            ? trace.open(userId, 'ONLY_USER', [figure])
            : trace.open(userId, 'USER_CONSUMPTION_COST', [shares.consumption, quantity, whole]),
      };
    });
    return { unit, figure, users };
  });
  return handOut(desk, shares.consumption, whole, opened);
}
