/** What the demo's house has on the air: its radios, the hours they are heard, and the keys they came with. */
import { addDays, lastDayOfMonth, plainDateOf, type PlainDate } from '#shared/model/plain-date.ts';
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
  const days = new Set<PlainDate>([plainDateOf('2025-01-02'), plainDateOf('2026-01-02')]);
  for (let day = addDays(DEMO_PERIOD.from, 5); day <= DEMO_PERIOD.to; day = addDays(day, 7)) {
    days.add(day);
    days.add(lastDayOfMonth(day));
  }
  days.add(USER_CHANGE_LAST_DAY).add(addDays(VACANT_SINCE, -1));
  return [...days].toSorted().map((day) => new Date(`${day}T22:00:00Z`));
}

/** The delivery note of the keys, as a maker would send it. It never touches the disk. */
export function keyListOf(house: DemoProperty): string {
  const rows = radiosOf(house).map(
    ({ address, key }) => `${address.manufacturer};${address.id};${key.toString('hex').toUpperCase()}`,
  );
  return ['manufacturer;id;key', ...rows, ''].join('\n');
}
