/**
 * A second implementation of the core of a heating bill, in floating point: written from the rules (§§ 6 to 9b
 * HeizkostenV, §§ 5, 7 CO2KostAufG) and not from the engine, of which it uses nothing but the case format.
 */
import type { BillingCase } from '#shared/billing/billing-case.ts';

export interface OraclePositions {
  heatingBase: number;
  heatingConsumption: number;
  hotWaterBase: number;
  hotWaterConsumption: number;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

interface OracleUser extends Span {
  readonly id: string;
}

const DAY = 86_400_000;
const MONTHS = [170, 150, 130, 80, 40, 40 / 3, 40 / 3, 40 / 3, 30, 80, 120, 160];
const STEPS = [
  [12, 0],
  [17, 0.1],
  [22, 0.2],
  [27, 0.3],
  [32, 0.4],
  [37, 0.5],
  [42, 0.6],
  [47, 0.7],
  [52, 0.8],
  [Number.POSITIVE_INFINITY, 0.95],
] as const;

const dayNumber = (text: string): number => Date.parse(`${text}T00:00:00Z`) / DAY;
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const daysOf = ({ from, to }: Span): number => to - from + 1;

/** Day by day, as one would with the printed table. */
function degreeDays({ from, to }: Span, table: string): number {
  let perMille = 0;
  for (let day = from; day <= to; day += 1) {
    const date = new Date(day * DAY);
    const month = date.getUTCMonth();
    const length = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate();
    const isSummer = month >= 5 && month <= 7;
    if (table === 'summer92' && isSummer) perMille += 40 / 92;
    else if (table === 'summer141313' && isSummer) perMille += (month === 5 ? 14 : 13) / length;
    else perMille += (MONTHS[month] ?? 0) / length;
  }
  return perMille;
}

function groupByUnit<T extends { readonly unit?: string | undefined }>(
  items: readonly T[],
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.unit ?? '') ?? [];
    group.push(item);
    groups.set(item.unit ?? '', group);
  }
  return groups;
}

function usersOf(tenancies: BillingCase['tenancies'], unit: string, period: Span): OracleUser[] {
  const tenants = tenancies
    .map(({ id, from, to }) => ({
      id,
      from: Math.max(dayNumber(from), period.from),
      to: Math.min(to === undefined ? period.to : dayNumber(to), period.to),
    }))
    .filter(({ from, to }) => from <= to)
    .toSorted((a, b) => a.from - b.from);
  const users: OracleUser[] = [];
  let next = period.from;
  const vacancy = (from: number, to: number): OracleUser => ({
    id: `vacancy:${unit}:${new Date(from * DAY).toISOString().slice(0, 10)}`,
    from,
    to,
  });
  for (const user of tenants) {
    if (user.from > next) users.push(vacancy(next, user.from - 1));
    users.push(user);
    next = user.to + 1;
  }
  if (next <= period.to) users.push(vacancy(next, period.to));
  return users;
}

/** What a unit's meters ran through, user by user; without an interim reading by time. */
function consumptionOf(
  devices: BillingCase['devices'],
  kinds: readonly string[],
  users: readonly OracleUser[],
  period: Span,
  weigh: (span: Span) => number,
): Map<string, number> {
  const byUser = new Map(users.map((user) => [user.id, 0]));
  for (const device of devices.filter((each) => kinds.includes(each.kind))) {
    const readings = new Map(device.readings.map(({ date, value }) => [dayNumber(date), Number(value)]));
    const { allocator } = device;
    const factor = allocator?.scale === 'unit' ? Number(allocator.factor) : 1;
    const marks = [period.from - 1, ...users.slice(0, -1).map((user) => user.to), period.to].filter((day) =>
      readings.has(day),
    );
    for (let index = 1; index < marks.length; index += 1) {
      const [start = 0, end = 0] = [marks[index - 1], marks[index]];
      const used = ((readings.get(end) ?? 0) - (readings.get(start) ?? 0)) * factor;
      const stretch = { from: start + 1, to: end };
      for (const user of users) {
        const common = { from: Math.max(user.from, stretch.from), to: Math.min(user.to, stretch.to) };
        if (common.from <= common.to)
          byUser.set(user.id, (byUser.get(user.id) ?? 0) + (used * weigh(common)) / weigh(stretch));
      }
    }
  }
  return byUser;
}

function landlordCo2(given: BillingCase, area: number): number {
  const known = given.costs.flatMap((cost) =>
    'co2' in cost && typeof cost.co2 === 'object' ? [cost.co2] : [],
  );
  const kg = total(known.map((co2) => Number(co2.kg)));
  const euros = total(known.map((co2) => Number(co2.amount)));
  const perArea = Math.round((kg / area) * 10 + 1e-9) / 10;
  const share = STEPS.find(([bound]) => perArea < bound)?.[1] ?? 0.95;
  return Math.round(euros * share * 100 + 1e-9) / 100;
}

/** The positions of every user in euros, before any cent is rounded. */
export function oracleBill(given: BillingCase): Map<string, OraclePositions> {
  const period = { from: dayNumber(given.period.from), to: dayNumber(given.period.to) };
  const { rules, separation } = given;
  const table = rules.userChange.degreeDayTable;
  const byDegreeDays = (span: Span): number => degreeDays(span, table);
  const area = total(given.units.map((unit) => Number(unit.areas.living)));
  const cost = (target: string): number =>
    total(given.costs.filter((each) => each.target === target).map((each) => Number(each.amount)));
  const energy = total(
    given.costs.flatMap((each) => ('energy' in each && each.energy ? [Number(each.energy.quantity)] : [])),
  );
  const alpha = separation.method === 'measured' ? Number(separation.heatKwh) / energy : 0;
  const joint = cost('joint') - landlordCo2(given, area);
  const pots = {
    heating: joint * (1 - alpha) + cost('heating'),
    hotWater: joint * alpha + cost('hotWater'),
  };
  const heatShare = Number(rules.heating?.consumptionPercent ?? 0) / 100;
  const waterShare = Number(rules.hotWater?.consumptionPercent ?? 0) / 100;
  const heatWeight = rules.userChange.heatingBase === 'days' ? daysOf : byDegreeDays;
  const tenancies = groupByUnit(given.tenancies);
  const meters = groupByUnit(given.devices);
  const units = given.units.map((unit) => {
    const users = usersOf(tenancies.get(unit.id) ?? [], unit.id, period);
    const devices = meters.get(unit.id) ?? [];
    return {
      unit,
      users,
      heat: consumptionOf(devices, ['allocator', 'heatMeter'], users, period, byDegreeDays),
      water: consumptionOf(devices, ['warmWaterMeter'], users, period, daysOf),
    };
  });
  const allHeat = total(units.flatMap(({ heat }) => [...heat.values()]));
  const allWater = total(units.flatMap(({ water }) => [...water.values()]));
  const wholeHeat = heatWeight(period);
  const positions = new Map<string, OraclePositions>();
  for (const { unit, users, heat, water } of units)
    for (const user of users) {
      const part = Number(unit.areas.living) / area;
      positions.set(user.id, {
        heatingBase: (pots.heating * (1 - heatShare) * part * heatWeight(user)) / wholeHeat,
        heatingConsumption: (pots.heating * heatShare * (heat.get(user.id) ?? 0)) / allHeat,
        hotWaterBase: (pots.hotWater * (1 - waterShare) * part * daysOf(user)) / daysOf(period),
        hotWaterConsumption: (pots.hotWater * waterShare * (water.get(user.id) ?? 0)) / allWater,
      });
    }
  return positions;
}
