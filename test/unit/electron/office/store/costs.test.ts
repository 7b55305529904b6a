import { describe, expect, it } from 'vitest';
import { changeMasterData } from '#office/store/change.ts';
import {
  addBillingPeriod,
  addCost,
  billingPeriodsOf,
  costsOf,
  removeCost,
  updateBillingPeriod,
  updateCost,
} from '#office/store/costs.ts';
import { decimalTextOf } from '#shared/model/decimal-text.ts';
import type { CostDetails } from '#shared/model/invoice.ts';
import { centsOf } from '#shared/model/money.ts';
import { codeOf, officeFixture } from '../../../../support/office-folder.ts';
import { buildSmallHouse, changed, day, type SmallHouse } from '../../../../support/small-house.ts';

function gasBill(house: SmallHouse): CostDetails {
  return {
    periodId: house.period,
    label: 'Erdgas',
    kind: 'fuel',
    target: 'joint',
    amount: centsOf(1_234_567),
    labour: null,
    invoiceNumber: '2025-4711',
    invoiceDate: day('2026-01-12'),
    supplier: 'Ilmtalwerke GmbH',
    energyQuantity: decimalTextOf('98765.4'),
    energyUnit: 'kWh',
    energyBasis: 'Hs',
    co2Kg: decimalTextOf('17915.111'),
    co2Cost: centsOf(117_254),
    extras: null,
  };
}

describe('costs', () => {
  it('come back as they were entered, change and go', async () => {
    const office = await officeFixture();
    const house = buildSmallHouse(office);
    const id = changed(office, (change) => addCost(change, gasBill(house)));
    expect(costsOf(office.store, house.period)).toEqual([{ id, ...gasBill(house) }]);
    const credit = { ...gasBill(house), amount: centsOf(-100), co2Kg: null, co2Cost: null };
    changed(office, (change) => updateCost(change, id, credit));
    expect(costsOf(office.store, house.period)).toEqual([{ id, ...credit }]);
    changed(office, (change) => removeCost(change, id));
    expect(costsOf(office.store, house.period)).toEqual([]);
  });

  it('belong to one period: a property has no day in two of them', async () => {
    const office = await officeFixture();
    const house = buildSmallHouse(office);
    const add = (from: string, to: string) =>
      changeMasterData(office.store, office.desk, { action: 'period.add' }, (change) =>
        addBillingPeriod(change, { propertyId: house.property, from: day(from), to: day(to), rules: '{}' }),
      );
    expect(codeOf(add('2025-12-31', '2026-12-30'))).toBe('PERIODS_OVERLAP');
    expect(add('2026-01-01', '2026-12-31').ok).toBe(true);
    changed(office, (change) =>
      updateBillingPeriod(change, house.period, {
        propertyId: house.property,
        from: day('2025-01-01'),
        to: day('2025-12-31'),
        rules: '{"heating":{"consumptionPercent":70}}',
      }),
    );
    expect(billingPeriodsOf(office.store, house.property).map(({ from, rules }) => [from, rules])).toEqual([
      ['2025-01-01', '{"heating":{"consumptionPercent":70}}'],
      ['2026-01-01', '{}'],
    ]);
  });
});
