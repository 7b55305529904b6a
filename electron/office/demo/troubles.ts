/**
 * What goes wrong in the shown house in the weeks before somebody opens it: under every heading of the morning list one
 * believable line. Data only, no store; what was wrong on a day stays so, whenever it is asked.
 */
import type { MeterKind } from '#shared/model/meter.ts';
import {
  addDays,
  addMonths,
  lastDayOfMonth,
  plainDateOf,
  yearOf,
  type PlainDate,
} from '#shared/model/plain-date.ts';
import type { SimulatedMeter } from './fleet/simulated-meter.ts';
import { radiosOf } from './house-traffic.ts';
import { GATEWAYS, type DemoMeter } from './meter-stock.ts';
import type { DemoProperty } from './property.ts';
import type { SeededRandom } from './seeded-random.ts';

/** Hangs in the shop's storeroom, where somebody needed its socket. */
export const SHOP_GATEWAY = 'muc-4f0a03';
/** Hung up under the roof; nobody has entered it yet. */
export const ATTIC_GATEWAY = 'muc-4f0a09';

/** The troubles leave the billed year and its late telegrams alone: a demo opened before this day shows none. */
export const TROUBLES_BEGIN = plainDateOf('2026-03-16');
/** From then on the shop is heard by its own gateway. */
const SHOP_GATEWAY_SINCE = plainDateOf('2026-01-03');
/** A cistern that ran for days; more than any shower takes. */
const LEAP_LITRES = 8_000n;
const CALIBRATION_ENDS_IN_MONTHS = 3;

/** A meter that took another one's place. */
export interface ExchangedMeter {
  readonly old: DemoMeter;
  readonly lastDay: PlainDate;
  /** Whether somebody could still read the old one. */
  readonly isLegible: boolean;
  readonly radio: SimulatedMeter;
  /** What its delivery note says; null when none has come. */
  readonly deliveredKey: Buffer | null;
}

export interface Troubles {
  readonly exchanges: readonly ExchangedMeter[];
  /** A meter whose calibration ends soon. */
  readonly calibration: { readonly meter: DemoMeter; readonly until: PlainDate };
  /** The radios on the air on a day, each with what is wrong with it then. */
  readonly radiosOn: (day: PlainDate) => SimulatedMeter[];
}

/** A meter as it sends on a day; null when nobody hears it. What it froze for an earlier due date stays its own. */
type OnAir = (own: SimulatedMeter, day: PlainDate) => SimulatedMeter | null;

/** The troubles of a house that is opened on a day; null when that is too early for any. */
export function troublesOf(house: DemoProperty, openedOn: PlainDate, random: SeededRandom): Troubles | null {
  if (openedOn < TROUBLES_BEGIN) return null;
  const ago = (days: number): PlainDate => addDays(openedOn, -days);
  const meterIn = (unitName: string, kind: MeterKind, room?: string): DemoMeter =>
    meterOf(house, unitName, kind, room);
  const [swapped, swappedToo] = [
    meterIn('Urbaner Rückzugsort', 'warmWaterMeter'),
    meterIn('Lindenhof-Apartment', 'warmWaterMeter'),
  ];
  const onAir = new Map<string, OnAir>([
    [numberOf(meterIn('Kickelhahn-Zimmer', 'allocator', 'Schlafzimmer')), silentFrom(ago(6))],
    [numberOf(meterIn('Lindenhof-Apartment', 'allocator', 'Küche')), diesOn(addDays(openedOn, 45))],
    [numberOf(meterIn('Parkblick-Suite', 'warmWaterMeter')), leapsOn(ago(4))],
    [numberOf(meterIn('Ilmtal-Blick', 'warmWaterMeter')), standsFrom(ago(74))],
    [numberOf(swapped), countsAs(swappedToo, ago(9))],
    [numberOf(swappedToo), countsAs(swapped, ago(9))],
    ...metersOf(house, 'Laden am Stadtpark').map(
      (meter) => [numberOf(meter), heardBy(SHOP_GATEWAY, SHOP_GATEWAY_SINCE, ago(5))] as const,
    ),
    ...metersOf(house, 'Dachgarten-Loft').map(
      (meter) => [numberOf(meter), heardBy(ATTIC_GATEWAY, ago(16), null)] as const,
    ),
  ]);
  const exchanges = [
    exchange(meterIn('Parkblick-Suite', 'allocator', 'Kinderzimmer'), ago(21), null, random),
    exchange(meterIn('Kickelhahn-Zimmer', 'warmWaterMeter'), ago(13), random.bytes('wrong key', 16), random),
  ];
  return {
    exchanges,
    calibration: {
      meter: house.hotWaterHeatMeter,
      until: lastDayOfMonth(addMonths(openedOn, CALIBRATION_ENDS_IN_MONTHS)),
    },
    radiosOn: (day) => [
      ...radiosOf(house).flatMap((own) => {
        const change = onAir.get(own.address.id);
        return (change === undefined ? own : change(own, day)) ?? [];
      }),
      ...exchanges.filter(({ lastDay }) => day > lastDay).map(({ radio }) => radio),
    ],
  };
}

/** What came with the exchanged meters: not every key, and not every one is right. */
export function deliveredKeys(troubles: Troubles | null): Pick<SimulatedMeter, 'address' | 'key'>[] {
  return (troubles?.exchanges ?? []).flatMap(({ radio: { address }, deliveredKey }) =>
    deliveredKey === null ? [] : [{ address, key: deliveredKey }],
  );
}

function metersOf(house: DemoProperty, unitName: string): readonly DemoMeter[] {
  return house.units.find(({ name }) => name === unitName)?.meters ?? [];
}

/** Throws a RangeError for a meter that the house does not have. */
function meterOf(house: DemoProperty, unitName: string, kind: MeterKind, room?: string): DemoMeter {
  const meter = metersOf(house, unitName).find(
    (candidate) => candidate.kind === kind && (room === undefined || candidate.room === room),
  );
  if (meter === undefined) throw new RangeError('the house has no such meter');
  return meter;
}

function numberOf({ address }: DemoMeter): string {
  return address.id;
}

/** A cupboard was moved before it. */
function silentFrom(day: PlainDate): OnAir {
  return (own, today) => (today < day ? own : null);
}

/** Warns of its weak battery in the weeks before. */
function diesOn(day: PlainDate): OnAir {
  return (own) => ({ ...own, diedOn: day });
}

function leapsOn(day: PlainDate): OnAir {
  return (own) => ({
    ...own,
    registerAt: (at) => own.registerAt(at) + (at < day ? 0n : LEAP_LITRES),
  });
}

function standsFrom(day: PlainDate): OnAir {
  return (own) => ({ ...own, registerAt: (at) => own.registerAt(at < day ? at : day) });
}

/** As if its radio had been put on another meter; not heard on the day itself, on which it would show neither's register. */
function countsAs(other: DemoMeter, from: PlainDate): OnAir {
  return (own, today) =>
    today === from ? null : { ...own, registerAt: (at) => (at < from ? own : other).registerAt(at) };
}

/** Heard by another gateway from a day on, until that is unplugged. */
function heardBy(gateway: string, from: PlainDate, unpluggedOn: PlainDate | null): OnAir {
  return (own, today) => {
    if (today < from) return own;
    return unpluggedOn !== null && today >= unpluggedOn ? null : { ...own, gateway };
  };
}

/** Another meter of the same make in the same place; it counts from zero. */
function exchange(
  old: DemoMeter,
  lastDay: PlainDate,
  deliveredKey: Buffer | null,
  random: SeededRandom,
): ExchangedMeter {
  const { address, kind } = old;
  const id = String(Number(address.id) + 10_000);
  return {
    old,
    lastDay,
    isLegible: kind !== 'allocator',
    deliveredKey,
    radio: {
      address: { ...address, id },
      kind,
      security: kind === 'allocator' ? 'mode5' : 'mode7',
      key: random.bytes(`${id}/key`, 16),
      gateway: GATEWAYS[0],
      diedOn: null,
      registerAt: countedSince(old, lastDay),
    },
  };
}

/** What the old meter would have counted since; allocators begin again after every due date. */
function countedSince({ kind, registerAt }: DemoMeter, lastDay: PlainDate): SimulatedMeter['registerAt'] {
  return (day) => {
    if (day <= lastDay) return 0n;
    const hasBegunAgain = kind === 'allocator' && yearOf(day) > yearOf(lastDay);
    return hasBegunAgain ? registerAt(day) : registerAt(day) - registerAt(lastDay);
  };
}
