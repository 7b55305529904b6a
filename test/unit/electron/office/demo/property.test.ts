import { describe, expect, it } from 'vitest';
import { ALLOCATOR_DIED_ON, DEMO_PERIOD, demoProperty, FEWEST_UNITS } from '#office/demo/property.ts';
import { SeededRandom } from '#office/demo/seeded-random.ts';

const house = demoProperty(new SeededRandom('2025'), FEWEST_UNITS);
const meters = house.units.flatMap((unit) => unit.meters);

describe('the demo house', () => {
  it('has eight flats and a shop, an allocator in every room and a warm-water meter in every unit', () => {
    expect(house.units.filter((unit) => unit.kind === 'flat')).toHaveLength(8);
    expect(house.units.filter((unit) => unit.kind === 'shop')).toHaveLength(1);
    for (const unit of house.units) {
      const allocators = unit.meters.filter((meter) => meter.kind === 'allocator');
      expect(allocators.map((meter) => meter.room)).toEqual([...unit.rooms]);
      expect(unit.meters.filter((meter) => meter.kind === 'warmWaterMeter')).toHaveLength(1);
    }
  });

  it('tells its stories: a user change, a vacancy, a dead allocator, a meter without radio', () => {
    const changed = house.tenancies.filter((tenancy) => tenancy.unitId === 'unit-0001');
    expect(changed.map((tenancy) => tenancy.to)).toEqual(['2025-09-30', null]);
    const ended = house.tenancies.filter((tenancy) => tenancy.to === '2025-06-30');
    expect(ended).toHaveLength(1);
    const dead = meters.filter((meter) => meter.radio?.diedOn);
    expect(dead.map((meter) => [meter.kind, meter.radio?.diedOn])).toEqual([
      ['allocator', ALLOCATOR_DIED_ON],
    ]);
    expect(meters.filter((meter) => meter.radio === null).map((meter) => meter.kind)).toEqual([
      'warmWaterMeter',
    ]);
  });

  it('gives every meter its own serial number and its own key', () => {
    const radios = [...meters, house.hotWaterHeatMeter].flatMap((meter) =>
      meter.radio ? [meter.radio] : [],
    );
    expect(new Set(radios.map((radio) => radio.address.id)).size).toBe(radios.length);
    expect(new Set(radios.map((radio) => radio.key.toString('hex'))).size).toBe(radios.length);
    for (const radio of radios) expect(radio.key).toHaveLength(16);
  });

  it('lets the registers of a year add up to what the meters show at its end', () => {
    for (const { radio, face, kind } of meters) {
      if (!radio) continue;
      expect(radio.registerAt(DEMO_PERIOD.to)).toBe(face.closing);
      expect(face.closing).toBeGreaterThan(kind === 'allocator' ? 0n : face.opening);
    }
  });

  it('is the same house for the same seed and another one for another seed', () => {
    const again = demoProperty(new SeededRandom('2025'), FEWEST_UNITS);
    const other = demoProperty(new SeededRandom('2026'), FEWEST_UNITS);
    expect(again.invoices).toEqual(house.invoices);
    expect(other.invoices).not.toEqual(house.invoices);
  });

  it('grows to as many units as asked, each with its own people and meters', () => {
    const large = demoProperty(new SeededRandom('2025'), 120);
    expect(large.units).toHaveLength(120);
    expect(new Set(large.units.map((unit) => unit.name)).size).toBe(120);
    expect(new Set(large.tenancies.map((tenancy) => tenancy.tenant.id)).size).toBe(large.tenancies.length);
  });
});
