/** The choices of a case that the law leaves open: shares, keys, tables, conventions. */
import { z } from 'zod';
import { co2Rules } from './costs.ts';
import { day, id, label, percent, quantity } from './values.ts';

export const degreeDayTable = z.enum(['summer92', 'summerThirds', 'summer141313']);
export const timeKey = z.enum(['degreeDays', 'days']);
export const rounding = z.enum(['largestRemainder', 'halfUpLandlordBearsRest']);
export const heatingBaseKey = z.enum(['livingArea', 'heatedArea', 'volume', 'heatedVolume']);

/** Shares and keys of one pot, for the property or for one user group. */
export const heatingRules = z.strictObject({
  consumptionPercent: percent.describe('§ 7 Abs. 1: 50 to 70; above only by agreement (§ 10).'),
  baseKey: heatingBaseKey.default('livingArea'),
  agreement: label.optional().describe('The agreement for more than 70 % (§ 10).'),
});

export const hotWaterRules = z.strictObject({
  consumptionPercent: percent.describe('§ 8 Abs. 1: 50 to 70; above only by agreement (§ 10).'),
  agreement: label.optional(),
});

export const userChangeRules = z.strictObject({
  degreeDayTable: degreeDayTable.default('summer92'),
  heatingBase: timeKey.default('degreeDays').describe('§ 9b Abs. 2: base cost of heating.'),
  heatingWithoutReading: timeKey
    .default('degreeDays')
    .describe('§ 9b Abs. 3: consumption without a reading.'),
  hotWater: timeKey.optional().describe('§ 9b Abs. 2: days; degree days only by agreement (Abs. 4).'),
  agreement: label.optional().describe('The agreement other than § 9b Abs. 1 to 3 (Abs. 4).'),
});

/** A user group with meters of its own (§ 5 Abs. 7, § 6 Abs. 2). */
export const group = z.strictObject({
  id,
  label,
  heating: heatingRules.optional(),
  hotWater: hotWaterRules.optional(),
  metered: z
    .strictObject({ heating: quantity.optional(), hotWater: quantity.optional() })
    .default({})
    .describe("The group's own meters; meters of kind groupHeatMeter may stand in their place."),
});

/** How the pots are split among the groups first: at least 50 % by their recorded consumption. */
export const premeterRules = z.strictObject({
  consumptionPercent: percent,
  key: heatingBaseKey.default('livingArea'),
});

/** A change of user without its interim reading: why there is none (§ 9b Abs. 3 or § 12). */
export const missingInterimReading = z.strictObject({
  unit: id,
  lastDay: day.describe("The leaving user's last day."),
  why: z.enum(['impossible', 'notExactEnough', 'omitted']),
  reason: label,
});

export const rules = z.strictObject({
  heating: heatingRules.optional(),
  hotWater: hotWaterRules.optional(),
  userChange: userChangeRules.prefault({}),
  rounding: rounding.default('largestRemainder'),
  readingToleranceDays: z.int().min(0).max(31).default(1),
  premeter: premeterRules.optional(),
  co2: co2Rules.prefault({}),
  missingInterimReadings: z.array(missingInterimReading).default([]),
});

export type Rules = z.output<typeof rules>;
export type Group = z.output<typeof group>;
export type DegreeDayTable = z.output<typeof degreeDayTable>;
export type TimeKey = z.output<typeof timeKey>;
export type HeatingBaseKey = z.output<typeof heatingBaseKey>;
export type RoundingConvention = z.output<typeof rounding>;
