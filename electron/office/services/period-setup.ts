/** Between the choices staff make for a billing period and the setup that billing reads; neither loses the other's. */
import type { PeriodFields } from '#shared/contract/properties.ts';
import type { BillingPeriod } from '#shared/model/invoice.ts';
import { decimalTextOf } from '#shared/model/decimal-text.ts';
import type { OfficeFailure } from '#shared/contract/failure.ts';
import { fail, succeed, type Result } from '#shared/model/result.ts';
import { billingSetupSchema, type BillingSetup, type BillingSetupInput } from './billing-setup.ts';

/** The setup of a stored period. Throws when the store holds something else: it was checked on its way in. */
export function setupOf(period: BillingPeriod): BillingSetup {
  return billingSetupSchema.parse(JSON.parse(period.rules));
}

/** The choices of a stored period as the window edits them. */
export function periodFieldsOf(period: BillingPeriod): PeriodFields {
  const { plant, separation, rules } = setupOf(period);
  const estimated = separation.method === 'volume' || separation.method === 'area';
  return {
    from: period.from,
    to: period.to,
    plantKind: plant.kind,
    fuel: plant.fuel ?? 'other',
    hotWaterMethod: separation.method === 'recognisedRules' ? 'none' : separation.method,
    notMeasuredBecause: estimated ? separation.why : null,
    hotWaterTemperatureC:
      separation.method === 'volume' ? decimalTextOf(String(separation.temperatureC)) : null,
    heatingConsumptionPercent: Number(rules.heating?.consumptionPercent ?? 70),
    hotWaterConsumptionPercent: Number(rules.hotWater?.consumptionPercent ?? 70),
    heatingBaseKey: rules.heating?.baseKey ?? 'livingArea',
  };
}

/** Writes the choices into a setup, `before` keeping everything the window does not show. */
export function setupFrom(
  fields: PeriodFields,
  before: BillingSetup | null,
): Result<BillingSetupInput, OfficeFailure> {
  const separation = separationFrom(fields, before);
  if (!separation.ok) return separation;
  const { heatingConsumptionPercent, hotWaterConsumptionPercent, heatingBaseKey, plantKind, fuel } = fields;
  return succeed({
    ...before,
    plant: { ...before?.plant, kind: plantKind, fuel, supplies: suppliedBy(separation.value, before) },
    separation: separation.value,
    rules: {
      ...before?.rules,
      heating: {
        ...before?.rules.heating,
        consumptionPercent: heatingConsumptionPercent,
        baseKey: heatingBaseKey,
      },
      hotWater: { ...before?.rules.hotWater, consumptionPercent: hotWaterConsumptionPercent },
    },
  });
}

/** A plant without central hot water serves the heating alone; one that serves only hot water came with a case. */
function suppliedBy(
  { method }: NonNullable<BillingSetupInput['separation']>,
  before: BillingSetup | null,
): BillingSetup['plant']['supplies'] {
  if (method !== 'none') return 'both';
  return before?.plant.supplies === 'hotWater' ? 'hotWater' : 'heating';
}

function separationFrom(
  fields: PeriodFields,
  before: BillingSetup | null,
): Result<NonNullable<BillingSetupInput['separation']>, OfficeFailure> {
  const { hotWaterMethod: method, notMeasuredBecause: why, hotWaterTemperatureC: temperatureC } = fields;
  // A method the window does not offer (recognised rules) and the details of an unchanged one stay as they were.
  const kept = before?.separation;
  if (method === 'none') return succeed(kept?.method === 'recognisedRules' ? kept : { method });
  if (method === 'measured') return succeed(kept?.method === method ? kept : { method });
  if (why === null)
    return missing('notMeasuredBecause', 'Bitte nennen Sie, warum nicht gemessen wurde (§ 9 Abs. 2).');
  if (method === 'area') return succeed({ ...(kept?.method === method ? kept : {}), method, why });
  if (temperatureC === null)
    return missing('hotWaterTemperatureC', 'Bitte geben Sie die Temperatur des Warmwassers an (§ 9 Abs. 2).');
  return succeed({ ...(kept?.method === method ? kept : {}), method, why, temperatureC });
}

function missing(field: keyof PeriodFields, message: string): Result<never, OfficeFailure> {
  return fail({ code: 'CHOICE_MISSING', message, field: `fields.${field}` });
}
