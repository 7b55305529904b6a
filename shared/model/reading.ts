/** What a meter says: its address, its register in its own unit, and the readings that may be billed. */
import type { PlainDate } from './plain-date.ts';
import { rational, type Rational } from './rational.ts';

/**
 * The address a meter carries on the air (EN 13757-3). Numbers repeat among manufacturers: only both together
 * name a meter.
 */
export interface MeterAddress {
  /** Three letters of the FLAG association, such as `QDS`. */
  readonly manufacturer: string;
  /** Eight digits as printed on the device; some devices use hexadecimal ones. */
  readonly id: string;
  /** The device's generation, 0 to 255. */
  readonly version: number;
  /** The medium, 0 to 255 (EN 13757-3 table 12): 4 heat, 6 warm water, 8 heat cost allocator … */
  readonly deviceType: number;
}

/** The one text under which a meter is looked up: manufacturer and number, as in `QDS12345678`. */
export function meterKey(meter: Pick<MeterAddress, 'manufacturer' | 'id'>): string {
  return meter.manufacturer + meter.id;
}

/** The units in which registers are billed: allocator units, watt hours, joules and cubic metres. */
export type RegisterUnit = 'HCA' | 'Wh' | 'J' | 'm3';

/**
 * A register exactly as the meter sent it: `mantissa × 10^exponent` in the meter's own unit. It is never
 * converted, because a gigajoule is not a whole number of watt hours.
 */
export interface RegisterValue {
  readonly mantissa: bigint;
  readonly exponent: number;
  readonly unit: RegisterUnit;
}

/** The register's exact value in its own unit (`HCA`, `Wh`, `J` or `m3`). */
export function registerValueToRational(value: RegisterValue): Rational {
  const scale = 10n ** BigInt(Math.abs(value.exponent));
  return value.exponent < 0 ? rational(value.mantissa, scale) : rational(value.mantissa * scale);
}

/** The exact energy in kilowatt hours of a register in watt hours or joules; null for other units. */
export function registerValueToKilowattHours(value: RegisterValue): Rational | null {
  const inOwnUnit = registerValueToRational(value);
  const perKilowattHour = value.unit === 'Wh' ? 1_000n : value.unit === 'J' ? 3_600_000n : null;
  return perKilowattHour === null
    ? null
    : rational(inOwnUnit.numerator, inOwnUnit.denominator * perKilowattHour);
}

/** What is counted: allocator units (Verbrauchseinheiten), heat or cooling energy, or a volume. */
export type ReadingQuantity = 'allocation' | 'energy' | 'volume';

/**
 * One register reading that may be billed. `current` is the register at reception, `dueDate` the value the meter
 * froze on its due date (Stichtagswert), `month` one it froze at another date.
 */
export interface MeterReading {
  readonly meter: MeterAddress;
  readonly register: 'current' | 'dueDate' | 'month';
  readonly quantity: ReadingQuantity;
  readonly value: RegisterValue;
  /** The day the value belongs to; null when neither the telegram nor the vendor's convention tells. */
  readonly date: PlainDate | null;
  /** True when the day was worked out (a yearly recurring due date, a vendor's storage order), not transmitted. */
  readonly dateInferred: boolean;
  /** The storage number that held the value: 0 now, 1 due date, others history. */
  readonly storage: number;
}
