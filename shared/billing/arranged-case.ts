/** A case put in order for billing: everything sorted by id, each unit with its users and its meters. */
import { gapsIn, intersect, type Period } from '../model/period.ts';
import type { BillingCase } from './billing-case.ts';
import type { Device, DeviceKind } from './case/devices.ts';
import type { Group } from './case/rules.ts';
import type { Tenancy, Unit } from './case/units.ts';

/** Someone who bears cost for the days of a unit: a tenancy, or the landlord where there is none. */
export interface User {
  readonly id: string;
  readonly kind: 'tenancy' | 'vacancy';
  readonly unit: string;
  /** Only the days within the billing period. */
  readonly period: Period;
  readonly tenancy: Tenancy | null;
}

export interface ArrangedUnit {
  readonly unit: Unit;
  /** In the order of time; together they fill the period. */
  readonly users: readonly User[];
  readonly devices: readonly Device[];
}

export interface ArrangedCase {
  readonly given: BillingCase;
  readonly period: Period;
  readonly units: readonly ArrangedUnit[];
  readonly groups: readonly Group[];
  /** Meters of the property or of a group, not of a unit. */
  readonly houseDevices: readonly Device[];
}

/** Order by id, the same on every machine. */
export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function usersOf(unit: Unit, tenancies: readonly Tenancy[], period: Period): User[] {
  const users: User[] = [];
  for (const tenancy of tenancies) {
    const days = intersect({ from: tenancy.from, to: tenancy.to ?? period.to }, period);
    if (days) users.push({ id: tenancy.id, kind: 'tenancy', unit: unit.id, period: days, tenancy });
  }
  const taken = users.map((user) => user.period);
  for (const gap of gapsIn(period, taken))
    users.push({
      id: `vacancy:${unit.id}:${gap.from}`,
      kind: 'vacancy',
      unit: unit.id,
      period: gap,
      tenancy: null,
    });
  return users.toSorted((a, b) => (a.period.from < b.period.from ? -1 : 1));
}

/** Puts a case in order. Its tenancies must not overlap within a unit. */
export function arrange(given: BillingCase): ArrangedCase {
  const tenancies = groupBy(given.tenancies, (tenancy) => tenancy.unit);
  const devices = groupBy(given.devices.toSorted(byId), (device) => device.unit ?? '');
  return {
    given,
    period: given.period,
    units: given.units.toSorted(byId).map((unit) => ({
      unit,
      users: usersOf(unit, tenancies.get(unit.id) ?? [], given.period),
      devices: devices.get(unit.id) ?? [],
    })),
    groups: given.groups.toSorted(byId),
    houseDevices: devices.get('') ?? [],
  };
}

/** The meters of a unit that record a pot. */
export function devicesOfKind(arranged: ArrangedUnit, kinds: readonly DeviceKind[]): Device[] {
  return arranged.devices.filter((device) => kinds.includes(device.kind));
}

/** The vacancy that bears rounding rests when users are rounded half up: the first by id, null in a full house. */
export function firstVacancy(units: readonly ArrangedUnit[]): string | null {
  let first: string | null = null;
  for (const { users } of units)
    for (const { id, kind } of users) if (kind === 'vacancy' && (first === null || id < first)) first = id;
  return first;
}
