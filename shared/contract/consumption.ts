/** Consumption desk (Verbrauch): what a property or a unit used, compared with a named reference, and where it went. */
import { z } from 'zod';
import { channel } from './channel.ts';
import { cents, day, instant, line, optionalLine, period, propertyId, quantity, unitId } from './values.ts';

/** What is asked about: a property, or one unit of it, in a stretch of time. */
export const consumptionScope = z.strictObject({ propertyId, unitId: unitId.nullable(), period });
export type ConsumptionScope = z.output<typeof consumptionScope>;

export const consumptionMedium = z.enum(['heating', 'hotWater']);
export type ConsumptionMedium = z.output<typeof consumptionMedium>;

/** Allocator units (Einheiten), kilowatt-hours, cubic metres. */
export const countedUnit = z.enum(['units', 'kWh', 'm3']);
export type CountedUnit = z.output<typeof countedUnit>;

/** How many of the meters were read, and until which day. */
export const coverage = z.strictObject({ covered: z.int(), total: z.int(), until: day.nullable() });
export type Coverage = z.output<typeof coverage>;

/** How kilowatt-hours were derived from counted units: the heat of a bill over what it counted. */
export const conversion = z.strictObject({
  kwhPerUnit: quantity,
  heatKwh: quantity,
  counted: quantity,
  period,
  isFinal: z.boolean(),
});
export type Conversion = z.output<typeof conversion>;

/** A value to compare with; `value` is null where there is none, which is not zero. */
export const reference = z.strictObject({
  kind: z.enum(['previous', 'lastYear', 'average']),
  period,
  value: quantity.nullable(),
  kwh: quantity.nullable(),
});
export type Reference = z.output<typeof reference>;

/** What one room, or a unit without rooms, used. */
export const consumptionLine = z.strictObject({
  id: z.string(),
  unitId: unitId.nullable(),
  unitName: optionalLine,
  room: optionalLine,
  coverage,
  value: quantity.nullable(),
  kwh: quantity.nullable(),
});
export type ConsumptionLine = z.output<typeof consumptionLine>;

export const consumptionOfMedium = z.strictObject({
  medium: consumptionMedium,
  countedIn: countedUnit,
  coverage,
  value: quantity.nullable(),
  /** Metered as such, or derived as `conversion` says. */
  kwh: quantity.nullable(),
  conversion: conversion.nullable(),
  references: z.array(reference),
  lines: z.array(consumptionLine),
});
export type ConsumptionOfMedium = z.output<typeof consumptionOfMedium>;

/** What a meter showed at the end of the period, or at its last telegram before. */
export const meterLine = z.strictObject({
  meterId: z.int(),
  kind: z.enum(['allocator', 'heatMeter', 'warmWaterMeter', 'hotWaterHeatMeter']),
  serial: line,
  unitName: optionalLine,
  room: optionalLine,
  countedIn: countedUnit,
  reading: quantity.nullable(),
  readOn: day.nullable(),
  /** When its telegram was received; null for a reading by hand. */
  receivedAt: instant.nullable(),
  /** What it counted in the period. */
  used: quantity.nullable(),
});
export type MeterLine = z.output<typeof meterLine>;

/** When the newest value was measured and when data was last fetched. */
export const dataStatus = z.strictObject({
  newestDay: day.nullable(),
  measuredAt: instant.nullable(),
  lastPullAt: instant.nullable(),
});
export type DataStatus = z.output<typeof dataStatus>;

const monthSeries = z.strictObject({
  id: z.string(),
  kind: z.enum(['base', 'part', 'others']),
  label: optionalLine,
  /** A value a month; null where nothing is known. */
  values: z.array(quantity.nullable()),
});

/** Twelve months, each by what it consists of, and the same months a year before. */
export const consumptionMonths = z.strictObject({
  medium: consumptionMedium,
  /** What the columns count: kilowatt-hours where they are known or can be derived. */
  shownIn: countedUnit,
  isDerived: z.boolean(),
  /** Part that is distributed by consumption; null where no billing period says, and then there is no base share. */
  consumptionPercent: z.int().nullable(),
  months: z.array(z.strictObject({ month: period, isComplete: z.boolean() })),
  series: z.array(monthSeries),
  /** How many parts the last series stands for. */
  groupedParts: z.int(),
  lastYear: z.array(quantity.nullable()),
});
export type ConsumptionMonths = z.output<typeof consumptionMonths>;

export const energyFlow = z.strictObject({ from: z.string(), to: z.string(), kwh: quantity });
export const energyFlows = z.strictObject({
  /** Node ids with the names of the units among them. */
  names: z.record(z.string(), z.string()),
  flows: z.array(energyFlow),
  totalKwh: quantity,
  /** False where no invoices cover exactly this time: then only what was metered is shown. */
  isFuelKnown: z.boolean(),
  isDerived: z.boolean(),
});
export type EnergyFlows = z.output<typeof energyFlows>;

const estimateLine = z.strictObject({
  medium: consumptionMedium,
  kind: z.enum(['base', 'consumption']),
  quantity,
  unit: z.string(),
  /** Euros a unit, rounded for display only. */
  price: quantity,
  /** The part of the year the base share is taken for. */
  share: quantity.nullable(),
  amountCents: cents,
});

/** What a unit's heat and hot water would cost, or why no amount may be shown. */
export const costEstimate = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('shown'),
    amountCents: cents,
    lines: z.array(estimateLine),
    pricesOf: period,
    isFinal: z.boolean(),
    coverage,
  }),
  z.strictObject({ state: z.literal('hidden'), because: z.enum(['noPrices', 'missingReadings']), coverage }),
]);
export type CostEstimate = z.output<typeof costEstimate>;

export const consumptionDesk = {
  'consumption.overview': channel(
    consumptionScope,
    z.strictObject({
      status: dataStatus,
      media: z.array(consumptionOfMedium),
      meters: z.array(meterLine),
      /** Of the unit; null for a property. */
      estimate: costEstimate.nullable(),
    }),
  ),
  /** Twelve months that end with the last one of the period. */
  'consumption.months': channel(
    consumptionScope.extend({ medium: consumptionMedium }),
    consumptionMonths.nullable(),
  ),
  'consumption.flows': channel(consumptionScope, energyFlows.nullable()),
};
