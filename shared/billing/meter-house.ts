/** Reads the whole house: both pots, scope by scope, and the cold water of further costs. */
import type { BillDesk } from './bill-desk.ts';
import { meterConsumption, type MeteredConsumption } from './consumption.ts';
import type { Metered, Pot } from './metered.ts';
import type { PeriodCosts } from './period-costs.ts';
import { scopesOf, type Scope } from './user-groups.ts';

/** What was metered of a pot, scope by scope; no consumption where § 11 exempts it. */
export interface MeteredPot {
  readonly scopes: readonly Scope[];
  readonly consumption: ReadonlyMap<string, MeteredConsumption>;
  readonly exempt: boolean;
}

function isServed({ arranged }: BillDesk, pot: Pot): boolean {
  const { supplies } = arranged.given.property.plant;
  return supplies === 'both' || supplies === pot;
}

function isExempt({ arranged }: BillDesk, pot: Pot): boolean {
  const { property, period } = arranged.given;
  return property.exemptions.some(
    (exemption) => (exemption.pot === pot || exemption.pot === 'both') && exemption.since <= period.to,
  );
}

function meter(desk: BillDesk, metered: Metered, scope: Scope): MeteredConsumption {
  const { trace, time, arranged, findings } = desk;
  const { heatingWithoutReading, hotWater = 'days' } = arranged.given.rules.userChange;
  const timeKey = { heating: heatingWithoutReading, hotWater, coldWater: 'days' as const }[metered];
  const consumption = meterConsumption({ trace, time, arranged, metered, timeKey }, scope.id, scope.units);
  findings.push(...consumption.findings);
  return consumption;
}

/** Everything recorded of a pot; null when the plant does not serve it. */
export function meterPot(desk: BillDesk, pot: Pot): MeteredPot | null {
  if (!isServed(desk, pot)) return null;
  const { scopes, findings } = scopesOf(desk.arranged, pot);
  desk.findings.push(...findings);
  const exempt = isExempt(desk, pot);
  const consumption = new Map(exempt ? [] : scopes.map((scope) => [scope.id, meter(desk, pot, scope)]));
  return { scopes, consumption, exempt };
}

/** The cold water of the units, when a further cost goes by it. */
export function meterColdWater(desk: BillDesk, costs: PeriodCosts): MeteredConsumption | null {
  const isNeeded = costs.costs.some(({ cost }) => cost.target === 'further' && cost.key.by === 'coldWater');
  if (!isNeeded) return null;
  return meter(desk, 'coldWater', { id: 'property', group: null, units: desk.arranged.units });
}

/** What was metered of each pot, scope by scope. */
export function consumptionByPot(
  metered: Readonly<Record<Pot, MeteredPot | null>>,
): Readonly<Record<Pot, readonly MeteredConsumption[]>> {
  return {
    heating: [...(metered.heating?.consumption.values() ?? [])],
    hotWater: [...(metered.hotWater?.consumption.values() ?? [])],
  };
}

/** The hot water of all scopes together, which § 9 may need the volume of. */
export function hotWaterOfHouse(metered: MeteredPot | null): MeteredConsumption | null {
  const all = [...(metered?.consumption.values() ?? [])];
  const [first] = all;
  if (!first) return null;
  return { ...first, units: new Map(all.flatMap(({ units }) => [...units])) };
}
