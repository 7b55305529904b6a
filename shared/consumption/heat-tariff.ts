/**
 * What the last bill of a house says about its heat: how many kilowatt-hours stand behind a counted unit, and what
 * they cost. Allocators count no kilowatt-hours; every one of theirs is derived, and says from what.
 */
import type { Cents } from '../model/money.ts';
import type { Period } from '../model/period.ts';
import { divide, isZero, multiply, ONE, subtract, type Rational } from '../model/rational.ts';

export type Medium = 'heating' | 'hotWater';

/** One pot of a bill, over all its user groups. */
export interface TariffPot {
  readonly base: Cents;
  readonly consumption: Cents;
  /** What the base share was spread over, such as `livingArea`. */
  readonly baseKey: string;
  readonly baseTotal: Rational;
  readonly consumptionTotal: Rational;
  /** `units`, `kWh` or `m3`, as the bill counted. */
  readonly consumptionUnit: string;
}

/** A bill as far as consumption needs it. */
export interface HeatTariff {
  readonly period: Period;
  readonly isFinal: boolean;
  /** Energy of the plant in the period, in kWh; null when its invoices do not say. */
  readonly totalKwh: Rational | null;
  /** alpha of § 9 HeizkostenV. */
  readonly hotWaterShare: Rational;
  /** Heat that went into hot water, in kWh. */
  readonly hotWaterKwh: Rational | null;
  readonly pots: Readonly<Record<Medium, TariffPot | null>>;
}

/** How kilowatt-hours were derived: so much heat over so many counted units. */
export interface Conversion {
  readonly kwhPerUnit: Rational;
  readonly heatKwh: Rational;
  readonly counted: Rational;
  readonly period: Period;
  readonly isFinal: boolean;
}

/** The conversion for what is counted in `unit`; null when the bill counted otherwise or knows no heat. */
export function conversionOf(tariff: HeatTariff | null, medium: Medium, unit: string): Conversion | null {
  const pot = tariff?.pots[medium];
  if (!tariff || !pot || pot.consumptionUnit !== unit || isZero(pot.consumptionTotal)) return null;
  const heatKwh =
    medium === 'hotWater'
      ? tariff.hotWaterKwh
      : tariff.totalKwh && multiply(tariff.totalKwh, subtract(ONE, tariff.hotWaterShare));
  if (heatKwh === null) return null;
  return {
    kwhPerUnit: divide(heatKwh, pot.consumptionTotal),
    heatKwh,
    counted: pot.consumptionTotal,
    period: tariff.period,
    isFinal: tariff.isFinal,
  };
}
