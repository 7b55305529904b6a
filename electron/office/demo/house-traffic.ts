/** What the demo's house has on the air: its radios, the hours they are heard, and the keys they came with. */
import {
  addDays,
  addMonths,
  dayOfInstant,
  lastDayOfMonth,
  plainDateOf,
  type PlainDate,
} from '#shared/model/plain-date.ts';
import type { SimulatedMeter } from './fleet/simulated-meter.ts';
import { DEMO_PERIOD, USER_CHANGE_LAST_DAY, VACANT_SINCE, type DemoProperty } from './property.ts';

/** Every meter of the house that sends. */
export function radiosOf(house: DemoProperty): SimulatedMeter[] {
  return [house.hotWaterHeatMeter, ...house.units.flatMap((unit) => unit.meters)].flatMap(({ radio }) =>
    radio === null ? [] : [radio],
  );
}

/** Once a week, at every month's end, and on the last days of leaving users; late in the evening. */
export function sendingInstants(): Date[] {
  return atNight(billedDays());
}

/** The day after the bill's due date on which everybody is heard once more. */
const LAST_BILLED_DAY = plainDateOf('2026-01-02');

function billedDays(): Set<PlainDate> {
  const days = new Set<PlainDate>([plainDateOf('2025-01-02'), LAST_BILLED_DAY]);
  for (let day = addDays(DEMO_PERIOD.from, 5); day <= DEMO_PERIOD.to; day = addDays(day, 7)) {
    days.add(day);
    days.add(lastDayOfMonth(day));
  }
  return days.add(USER_CHANGE_LAST_DAY).add(addDays(VACANT_SINCE, -1));
}

/** Before them the ends of months are enough. */
const WEEKLY_WEEKS = 26;
/** Long enough that daily is every meter's rhythm. */
const DAILY_DAYS = 28;

/**
 * When the shown house is heard: besides the days of the bill at the ends of the months of the year before, and after
 * the bill at the ends of months, weekly, and daily from four weeks before it is opened until `now`. What is past stays
 * the same however far `now` moves on.
 */
export function shownInstants(openedOn: PlainDate, now: Date): Date[] {
  const days = billedDays();
  for (let month = 1; month <= 12; month += 1) days.add(lastDayOfMonth(addMonths(DEMO_PERIOD.from, -month)));
  const addLater = (day: PlainDate): void => {
    if (day > LAST_BILLED_DAY) days.add(day);
  };
  for (let month = DEMO_PERIOD.to; month <= openedOn; month = addMonths(month, 1))
    addLater(lastDayOfMonth(month));
  const dailyFrom = addDays(openedOn, -DAILY_DAYS);
  for (let week = 1; week <= WEEKLY_WEEKS; week += 1) addLater(addDays(dailyFrom, -7 * week));
  for (let day = dailyFrom; day <= dayOfInstant(now); day = addDays(day, 1)) addLater(day);
  return atNight(days).filter((at) => at <= now);
}

function atNight(days: Iterable<PlainDate>): Date[] {
  return [...days].toSorted().map((day) => new Date(`${day}T22:00:00Z`));
}

/** The delivery note of the keys, as a maker would send it. It never touches the disk. */
export function keyListOf(house: DemoProperty): string {
  return keyList(radiosOf(house));
}

/** A delivery note for some meters. */
export function keyList(radios: readonly Pick<SimulatedMeter, 'address' | 'key'>[]): string {
  const rows = radios.map(
    ({ address, key }) => `${address.manufacturer};${address.id};${key.toString('hex').toUpperCase()}`,
  );
  return ['manufacturer;id;key', ...rows, ''].join('\n');
}
