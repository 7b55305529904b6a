/** The demo's meters: consecutive serial numbers, a key each, and a register that follows the season. */
import { plainDateOf, yearOf, type PlainDate } from '#shared/model/plain-date.ts';
import type { MeterAddress } from '#shared/model/reading.ts';
import type { SimulatedMeter } from './fleet/simulated-meter.ts';
import { BILLED_YEAR, type OtherYears, type Season } from './season.ts';
import type { SeededRandom } from './seeded-random.ts';

export const GATEWAYS = ['muc-4f0a01', 'muc-4f0a02'] as const;
const OPENING = plainDateOf('2024-12-31');
const CLOSING = plainDateOf('2025-12-31');
const INSTALLED = plainDateOf('2021-05-17');

/** A meter in its place; `radio` is null for the one that has to be read by hand. */
export interface DemoMeter {
  readonly address: MeterAddress;
  readonly kind: SimulatedMeter['kind'];
  readonly room: string;
  /** Assessment factor K of an allocator on the unit scale, as decimal text; "1" for everything else. */
  readonly factor: string;
  readonly installedOn: PlainDate;
  readonly radio: SimulatedMeter | null;
  /** What its display shows at the end of a day, as its radio would say it. */
  readonly registerAt: SimulatedMeter['registerAt'];
  /** What a reader would note on the meter's face at the ends of the period, in the meter's own whole units. */
  readonly face: { readonly opening: bigint; readonly closing: bigint };
}

/** Hands out meters with consecutive serial numbers, their own keys and a gateway that hears them. */
export class MeterStock {
  readonly #random: SeededRandom;
  readonly #otherYears: OtherYears;
  #nextSerial = 0;

  constructor(random: SeededRandom, otherYears: OtherYears) {
    this.#random = random;
    this.#otherYears = otherYears;
  }

  install(
    place: string,
    kind: DemoMeter['kind'],
    room: string,
    yearly: number,
    season: Season,
    diedOn: PlainDate | null = null,
  ): DemoMeter {
    const address = addressOf(kind, this.#nextSerial++);
    const startsAt = kind === 'allocator' ? 0 : this.#random.integer(`${place}/start`, 10_000, 400_000);
    const usedIn = (year: number): number =>
      year === BILLED_YEAR ? yearly : this.#otherYears({ place, kind, yearly, startsAt }, year);
    const registerAt = (day: PlainDate): bigint => {
      const year = yearOf(day);
      const thisYear = season(usedIn(year), day);
      // Allocators count from zero after every due date; meters go on for ever.
      return BigInt(kind === 'allocator' ? thisYear : startsAt + sumOfYears(usedIn, year) + thisYear);
    };
    return {
      address,
      kind,
      room,
      factor: kind === 'allocator' ? `${this.#random.integer(`${place}/factor`, 60, 240) / 100}` : '1',
      installedOn: INSTALLED,
      radio: {
        address,
        kind,
        security: kind === 'allocator' ? 'mode5' : 'mode7',
        key: this.#random.bytes(`${place}/key`, 16),
        gateway: GATEWAYS[this.#nextSerial % 2] ?? GATEWAYS[0],
        diedOn,
        registerAt,
      },
      registerAt,
      face: {
        opening: kind === 'allocator' ? 0n : registerAt(OPENING),
        closing: registerAt(CLOSING),
      },
    };
  }
}

/** What was used from the beginning of the billed year to that of another one; negative for an earlier one. */
function sumOfYears(usedIn: (year: number) => number, year: number): number {
  let sum = 0;
  for (let later = BILLED_YEAR; later < year; later += 1) sum += usedIn(later);
  for (let earlier = year; earlier < BILLED_YEAR; earlier += 1) sum -= usedIn(earlier);
  return sum;
}

const MAKERS = {
  allocator: { manufacturer: 'EFE', version: 2, deviceType: 8, firstSerial: 61_200_000 },
  warmWaterMeter: { manufacturer: 'ZRI', version: 22, deviceType: 6, firstSerial: 44_310_000 },
  heatMeter: { manufacturer: 'SON', version: 13, deviceType: 4, firstSerial: 70_050_000 },
  hotWaterHeatMeter: { manufacturer: 'SON', version: 13, deviceType: 4, firstSerial: 70_080_000 },
} as const satisfies Record<SimulatedMeter['kind'], unknown>;

function addressOf(kind: DemoMeter['kind'], serial: number): MeterAddress {
  const { manufacturer, version, deviceType, firstSerial } = MAKERS[kind];
  return { manufacturer, id: String(firstSerial + serial * 7), version, deviceType };
}
