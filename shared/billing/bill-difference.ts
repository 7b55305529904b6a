/** What a correction changes, user by user and position by position. */
import { centsOf, type Cents } from '../model/money.ts';
import type { Bill, FurtherLine, UserLine } from './bill.ts';

/** An amount in both versions; nothing counts as zero. */
export interface AmountChange {
  readonly before: Cents;
  readonly after: Cents;
  /** After less before: positive when the user bears more. */
  readonly change: Cents;
}

export type PositionName =
  'heatingBase' | 'heatingConsumption' | 'hotWaterBase' | 'hotWaterConsumption' | 'further' | 'direct';

/** A position of a statement; `cost` and `label` say which further or direct cost. */
export interface PositionChange extends AmountChange {
  readonly position: PositionName;
  readonly cost: string | null;
  readonly label: string | null;
}

/** One user in both versions. The changes of the positions add up to the change of the total. */
export interface UserDifference {
  readonly id: string;
  readonly kind: UserLine['kind'];
  readonly unit: string;
  /** A tenancy or vacancy may exist in one version only, when a day of moving was corrected. */
  readonly presence: 'inBoth' | 'appears' | 'vanishes';
  readonly positions: readonly PositionChange[];
  /** What the landlord's CO2 share takes off; it is within the positions already. */
  readonly co2Relief: AmountChange;
  readonly total: AmountChange;
  /** VAT on the net total of a user who agreed to bear it; zero for all others. */
  readonly tax: AmountChange;
  readonly prepaid: AmountChange;
  readonly balance: AmountChange;
}

const NOTHING = centsOf(0);

function changeOf(before: Cents | undefined, after: Cents | undefined): AmountChange {
  const [left, right] = [before ?? NOTHING, after ?? NOTHING];
  return { before: left, after: right, change: centsOf(right - left) };
}

function potPositions(before: UserLine | undefined, after: UserLine | undefined): PositionChange[] {
  const at = (position: PositionName, amountOf: (user: UserLine) => Cents): PositionChange => ({
    position,
    cost: null,
    label: null,
    ...changeOf(before && amountOf(before), after && amountOf(after)),
  });
  return [
    at('heatingBase', ({ heating }) => heating.base),
    at('heatingConsumption', ({ heating }) => heating.consumption),
    at('hotWaterBase', ({ hotWater }) => hotWater.base),
    at('hotWaterConsumption', ({ hotWater }) => hotWater.consumption),
  ];
}

function linePositions(
  position: 'further' | 'direct',
  before: readonly FurtherLine[] = [],
  after: readonly FurtherLine[] = [],
): PositionChange[] {
  const earlier = new Map(before.map((line) => [line.cost, line]));
  const later = new Map(after.map((line) => [line.cost, line]));
  return [...new Set([...earlier.keys(), ...later.keys()])].toSorted().map((cost) => ({
    position,
    cost,
    label: later.get(cost)?.label ?? earlier.get(cost)?.label ?? null,
    ...changeOf(earlier.get(cost)?.amount, later.get(cost)?.amount),
  }));
}

function presenceOf(before: UserLine | undefined, after: UserLine | undefined): UserDifference['presence'] {
  if (!before) return 'appears';
  return after ? 'inBoth' : 'vanishes';
}

function userDifference(
  present: UserLine,
  before: UserLine | undefined,
  after: UserLine | undefined,
): UserDifference {
  const { id, kind, unit } = present;
  return {
    id,
    kind,
    unit,
    presence: presenceOf(before, after),
    positions: [
      ...potPositions(before, after),
      ...linePositions('further', before?.further, after?.further),
      ...linePositions('direct', before?.direct, after?.direct),
    ],
    co2Relief: changeOf(before?.co2.relief, after?.co2.relief),
    total: changeOf(before?.total, after?.total),
    tax: changeOf(before?.vat?.tax, after?.vat?.tax),
    prepaid: changeOf(before?.prepaid, after?.prepaid),
    balance: changeOf(before?.balance, after?.balance),
  };
}

/** Both versions of a bill compared: the users of the later one in its order, then those who vanish. */
export function differenceOf(before: Pick<Bill, 'users'>, after: Pick<Bill, 'users'>): UserDifference[] {
  const earlier = new Map(before.users.map((user) => [user.id, user]));
  const later = new Set(after.users.map(({ id }) => id));
  return [
    ...after.users.map((user) => userDifference(user, earlier.get(user.id), user)),
    ...before.users.filter(({ id }) => !later.has(id)).map((user) => userDifference(user, user, undefined)),
  ];
}

/** Whether a correction changes anything a user reads: such users get a new letter. */
export function changesAnything({ presence, positions, co2Relief, tax, prepaid }: UserDifference): boolean {
  return presence !== 'inBoth' || [...positions, co2Relief, tax, prepaid].some(({ change }) => change !== 0);
}
