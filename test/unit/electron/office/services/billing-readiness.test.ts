import { describe, expect, it } from 'vitest';
import { openPointsOf, type EnteredProperty } from '#office/services/billing-readiness.ts';
import { decimalTextOf } from '#shared/model/decimal-text.ts';
import type { PropertyId } from '#shared/model/property.ts';
import type { Unit, UnitId } from '#shared/model/unit.ts';

const AREA = decimalTextOf('50');

function unit(id: number): Unit {
  return {
    id: id as UnitId,
    propertyId: 7 as PropertyId,
    name: `WE ${id}`,
    kind: 'flat',
    position: '',
    livingAreaM2: AREA,
    heatedAreaM2: AREA,
  };
}

function houseOf(units: number, withMeters: readonly number[]): EnteredProperty {
  return {
    landlord: undefined,
    units: Array.from({ length: units }, (_, index) => unit(index + 1)),
    meterCounts: new Map(withMeters.map((id) => [id as UnitId, 2])),
    tenancies: [],
    people: new Map(),
    period: null,
    costs: [],
  };
}

function meterPoints(house: EnteredProperty) {
  return openPointsOf(house).filter(({ code }) => code === 'UNIT_WITHOUT_METER');
}

describe('what a property lacks for billing', () => {
  it('names the one unit without a meter', () => {
    expect(meterPoints(houseOf(2, [1]))).toEqual([
      expect.objectContaining({
        message: 'WE 2: Es ist kein Messgerät eingebaut. Bitte ordnen Sie eines zu.',
        subject: { kind: 'unit', id: 2 },
      }),
    ]);
  });

  it('counts many of them in one point', () => {
    expect(meterPoints(houseOf(40, [1]))).toEqual([
      expect.objectContaining({
        message:
          'In 39 Nutzeinheiten ist kein Messgerät eingebaut: WE 2, WE 3, WE 4 und 36 weitere. Bitte ordnen Sie Messgeräte zu.',
        subject: { kind: 'property', id: 7 },
      }),
    ]);
    expect(meterPoints(houseOf(3, []))[0]?.message).toContain('WE 1, WE 2, WE 3. Bitte');
  });

  it('says nothing where every unit has one', () => {
    expect(meterPoints(houseOf(1, [1]))).toEqual([]);
  });
});
