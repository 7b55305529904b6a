/** The demo's invoices for 2025, as big as the house they are for. */
import { plainDateOf, type PlainDate } from '#shared/model/plain-date.ts';
import type { SeededRandom } from './seeded-random.ts';

/** An invoice of the period; energy and CO2 only on the fuel's. */
export interface DemoInvoice {
  readonly id: string;
  readonly name: string;
  readonly kind:
    'fuel' | 'operatingElectricity' | 'maintenance' | 'emissionTest' | 'meterRental' | 'billingService';
  readonly target: 'joint' | 'heating' | 'hotWater';
  readonly supplier: string;
  readonly number: string;
  readonly date: PlainDate;
  readonly grossCents: number;
  readonly labourCents?: number;
  readonly energyKwhHs?: number;
  readonly co2Kg?: string;
  readonly co2Cents?: number;
}

/** What the house's invoices are measured by. */
export interface HouseSize {
  readonly areaM2: number;
  readonly unitCount: number;
  readonly heatForWaterKwh: number;
}

/** The year's seven invoices of a gas-heated house. */
export function invoicesOf(house: HouseSize, random: SeededRandom): DemoInvoice[] {
  const gasKwh =
    house.heatForWaterKwh + house.areaM2 * random.integer('gas for heating per square metre', 118, 152);
  // Gas on Hs: 0.18139 kg/kWh; 2025 costs 55 €/t plus 19 % VAT (EBeV 2030, § 10 BEHG).
  const co2Grams = Math.round(gasKwh * 181.39);
  const perUnit = (cents: number) => cents * house.unitCount;
  const invoice = (id: string, rest: Omit<DemoInvoice, 'id' | 'number'>): DemoInvoice => ({
    id,
    number: `2025-${random.integer(`invoice ${id}`, 10_000, 99_999)}`,
    ...rest,
  });
  return [
    invoice('gas', {
      name: 'Erdgas',
      kind: 'fuel',
      target: 'joint',
      supplier: 'Ilmtalwerke GmbH',
      date: plainDateOf('2026-01-12'),
      grossCents: Math.round(gasKwh * 11.42) + 21_420,
      energyKwhHs: gasKwh,
      co2Kg: (co2Grams / 1000).toFixed(3),
      co2Cents: Math.round((co2Grams / 1_000_000) * 55 * 1.19 * 100),
    }),
    invoice('electricity', {
      name: 'Betriebsstrom der Heizung',
      kind: 'operatingElectricity',
      target: 'joint',
      supplier: 'Ilmtalwerke GmbH',
      date: plainDateOf('2026-01-12'),
      grossCents: 9_800 + Math.round(gasKwh * 0.28),
    }),
    invoice('maintenance', {
      name: 'Wartung des Heizkessels',
      kind: 'maintenance',
      target: 'joint',
      supplier: 'Heizungsbau Thüringer Wald',
      date: plainDateOf('2025-09-04'),
      grossCents: 38_913,
      labourCents: 26_180,
    }),
    invoice('emissions', {
      name: 'Abgasmessung',
      kind: 'emissionTest',
      target: 'joint',
      supplier: 'Bezirksschornsteinfeger',
      date: plainDateOf('2025-03-19'),
      grossCents: 8_472,
      labourCents: 8_472,
    }),
    invoice('allocators', {
      name: 'Miete der Heizkostenverteiler',
      kind: 'meterRental',
      target: 'heating',
      supplier: 'Messdienst Ilmtal',
      date: plainDateOf('2025-12-31'),
      grossCents: perUnit(1_547),
    }),
    invoice('water-meters', {
      name: 'Miete der Warmwasserzähler',
      kind: 'meterRental',
      target: 'hotWater',
      supplier: 'Messdienst Ilmtal',
      date: plainDateOf('2025-12-31'),
      grossCents: perUnit(976),
    }),
    invoice('billing', {
      name: 'Verbrauchserfassung und Abrechnung',
      kind: 'billingService',
      target: 'joint',
      supplier: 'Messdienst Ilmtal',
      date: plainDateOf('2026-01-15'),
      grossCents: perUnit(2_380),
    }),
  ];
}
