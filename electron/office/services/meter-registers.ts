/** Registers between the meter's own unit and the one people read and type. */
import type { HandReading, RegisterReading } from '#shared/contract/meters.ts';
import { toShortDecimal } from '#shared/model/rational.ts';
import type { ReadingQuantity, RegisterUnit, RegisterValue } from '#shared/model/reading.ts';
import { caseRegisterOf, caseValueOf } from './case-readings.ts';

const MOST_DECIMALS = 9;

/** Each unit people read: the meter's unit, the power of ten between them, and what it counts. */
const TYPED: Readonly<
  Record<HandReading['unit'], readonly [unit: RegisterUnit, exponent: number, quantity: ReadingQuantity]>
> = {
  units: ['HCA', 0, 'allocation'],
  kWh: ['Wh', 3, 'energy'],
  GJ: ['J', 9, 'energy'],
  m3: ['m3', 0, 'volume'],
};

/** A register as it is read: `1234.5` kWh. */
export function readRegister(value: RegisterValue): RegisterReading {
  return { value: toShortDecimal(caseValueOf(value), MOST_DECIMALS), unit: caseRegisterOf(value.unit) };
}

/** A typed register exactly in the meter's unit: `12.34` kWh are 1234 × 10 Wh. */
export function typedRegister({ value, unit }: Pick<HandReading, 'value' | 'unit'>): {
  readonly value: RegisterValue;
  readonly quantity: ReadingQuantity;
} {
  const [whole = '', fraction = ''] = value.split('.');
  const [own, exponent, quantity] = TYPED[unit];
  return {
    quantity,
    value: { mantissa: BigInt(whole + fraction), exponent: exponent - fraction.length, unit: own },
  };
}
