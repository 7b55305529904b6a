import { describe, expect, it } from 'vitest';
import { billingCaseSchema, type BillingCase } from '#shared/billing/billing-case.ts';
import { plainDateOf } from '#shared/model/plain-date.ts';
import { overallStatement } from '#office/documents/overall-statement.ts';
import { billOf } from '../sample-house.ts';
import { rowsOf, tableOf, wordsOf } from '../words-of.ts';

/** A house with an oil tank, two user groups and hot water that nobody measured. */
const given: BillingCase = billingCaseSchema.parse({
  format: 'stichtag-case',
  version: 1,
  kind: 'bill',
  property: {
    id: 'house',
    name: 'Wohn- und Geschäftshaus',
    address: ['Lindenstraße 1', '98693 Ilmenau'],
    landlord: { id: 'landlord', name: 'Remo Reichel' },
    plant: { kind: 'boiler', fuel: 'heatingOil' },
  },
  period: { from: '2025-01-01', to: '2025-12-31' },
  rules: {
    heating: { consumptionPercent: 70 },
    hotWater: { consumptionPercent: 50 },
    premeter: { consumptionPercent: 50, key: 'livingArea' },
  },
  separation: { method: 'volume', temperatureC: 60, why: 'unreasonableEffort' },
  groups: [
    { id: 'flats', label: 'Wohnungen', metered: { heating: 40_000, hotWater: 120 } },
    { id: 'shops', label: 'Gewerbe', metered: { heating: 15_000, hotWater: 20 } },
  ],
  stocks: [
    {
      id: 'oil',
      label: 'Heizöl EL',
      fuel: 'heatingOil',
      unit: 'l',
      opening: { quantity: 2000, amount: 1800 },
      deliveries: [{ id: 'spring', date: '2025-03-03', quantity: 3000, amount: 2950.5 }],
      closing: { quantity: 1000 },
    },
  ],
  units: [
    {
      id: 'a',
      label: 'WE 1',
      areas: { living: 80 },
      group: 'flats',
      consumption: { heating: 12_000, hotWater: 40 },
    },
    {
      id: 's',
      label: 'Laden',
      kind: 'shop',
      areas: { living: 95 },
      group: 'shops',
      consumption: { heating: 5000, hotWater: 10 },
    },
  ],
  statedUnits: { heating: 'kWh', hotWater: 'm3' },
  tenancies: [
    { id: 't1', unit: 'a', tenant: { id: 'p1', name: 'Timo Becker' }, from: '2020-01-01' },
    { id: 't2', unit: 's', tenant: { id: 'p2', name: 'Buchhandlung' }, from: '2020-01-01' },
  ],
});
const bill = billOf(given);
const document = overallStatement({
  office: { name: 'Messdienst', address: [] },
  case: given,
  bill,
  documentNumber: '1',
  issuedOn: plainDateOf('2026-03-02'),
});

describe('the way from costs to prices', () => {
  it('shows a stock of fuel: opening, deliveries, closing, consumed', () => {
    const rows = rowsOf(tableOf(document, 'Bestand und Verbrauch: Heizöl EL'));
    expect(rows.map(([label, quantity]) => [label, quantity])).toEqual([
      ['Vorgang', 'Menge (l)'],
      ['Anfangsbestand', '2.000'],
      ['Lieferung vom 03.03.2025', '3.000'],
      ['abzüglich Endbestand', '−1.000'],
      ['Verbraucht im Zeitraum', '4.000'],
    ]);
    expect(rowsOf(tableOf(document, 'Kosten der Liegenschaft')).flat()).toContain(rows.at(-1)?.[2]);
  });

  it('recalculates the heat of the hot water and its fuel', () => {
    const steps = rowsOf(tableOf(document, 'Anteil des Warmwassers')).map(([, step]) => step);
    expect(steps.slice(1, 3)).toEqual([
      '2,5\u00a0kWh/(m³·K) × 50\u00a0m³ × 50\u00a0K',
      '6.250\u00a0kWh ÷ 10\u00a0kWh je Einheit',
    ]);
  });

  it('shows how the groups shared before their members did', () => {
    const rows = rowsOf(tableOf(document, 'Vorverteilung auf Nutzergruppen'));
    expect(rows[2]?.slice(0, 3)).toEqual(['Wohnungen', '40.000,00\u00a0kWh', '80,00\u00a0m²']);
    expect(wordsOf(document)).toContain('50\u00a0% nach deren gemessenem Verbrauch');
    expect(wordsOf(document)).toContain('Heizung, Gewerbe');
  });
});
