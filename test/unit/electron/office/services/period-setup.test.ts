import { describe, expect, it } from 'vitest';
import type { PeriodFields } from '#shared/contract/properties.ts';
import { plainDateOf } from '#shared/model/plain-date.ts';
import { billingSetupSchema, type BillingSetup } from '#office/services/billing-setup.ts';
import { setupFrom } from '#office/services/period-setup.ts';
import { valueOf } from '../../../../support/office-folder.ts';

const FIELDS: PeriodFields = {
  from: plainDateOf('2025-01-01'),
  to: plainDateOf('2025-12-31'),
  plantKind: 'boiler',
  fuel: 'naturalGas',
  hotWaterMethod: 'measured',
  notMeasuredBecause: null,
  hotWaterTemperatureC: null,
  heatingConsumptionPercent: 70,
  hotWaterConsumptionPercent: 70,
  heatingBaseKey: 'livingArea',
};

function written(fields: Partial<PeriodFields>, before: BillingSetup | null = null): BillingSetup {
  return billingSetupSchema.parse(valueOf(setupFrom({ ...FIELDS, ...fields }, before)));
}

describe('the setup of a period', () => {
  it('lets a plant without central hot water serve the heating alone', () => {
    expect(written({ hotWaterMethod: 'none' })).toMatchObject({
      plant: { supplies: 'heating' },
      separation: { method: 'none' },
    });
  });

  it('lets it serve both again when hot water becomes central', () => {
    const before = written({ hotWaterMethod: 'none' });
    expect(written({ hotWaterMethod: 'measured' }, before).plant.supplies).toBe('both');
  });

  it('keeps a plant for hot water alone, and one that is separated by recognised rules, as a case brought them', () => {
    const forHotWater: BillingSetup = {
      ...written({ hotWaterMethod: 'none' }),
      plant: { kind: 'boiler', supplies: 'hotWater' },
    };
    expect(written({ hotWaterMethod: 'none' }, forHotWater).plant.supplies).toBe('hotWater');
    const byRules: BillingSetup = {
      ...written({}),
      separation: { method: 'recognisedRules', hotWaterPercent: 18, rule: 'VDI 2077' },
    };
    expect(written({ hotWaterMethod: 'none' }, byRules)).toMatchObject({
      plant: { supplies: 'both' },
      separation: { method: 'recognisedRules' },
    });
  });
});
