import { describe, expect, it } from 'vitest';
import {
  addRoom,
  addUnit,
  findProperty,
  findUnit,
  listProperties,
  listRooms,
  listUnits,
  updateProperty,
  updateRoom,
  updateUnit,
} from '#office/store/properties.ts';
import { decimalTextOf } from '#shared/model/decimal-text.ts';
import type { PropertyId } from '#shared/model/property.ts';
import type { UnitId } from '#shared/model/unit.ts';
import { officeFixture } from '../../../../support/office-folder.ts';
import { buildSmallHouse, changed, flatOf } from '../../../../support/small-house.ts';

describe('properties', () => {
  it('keep name, address and landlord', async () => {
    const office = await officeFixture();
    const house = buildSmallHouse(office);
    const [property] = listProperties(office.store);
    expect(property).toEqual({
      id: house.property,
      name: 'Stadtpark Suites',
      addressLines: ['Max-Planck-Ring 6A', '98693 Ilmenau'],
      landlordId: house.landlord,
    });
    changed(office, (change) =>
      updateProperty(change, house.property, {
        name: 'Haus L',
        addressLines: ['Am Stollen 1'],
        landlordId: house.landlord,
      }),
    );
    expect(findProperty(office.store, house.property)?.addressLines).toEqual(['Am Stollen 1']);
    expect(findProperty(office.store, 99 as PropertyId)).toBeNull();
  });

  it('list their units in the order they were entered', async () => {
    const office = await officeFixture();
    const house = buildSmallHouse(office);
    const second = changed(office, (change) =>
      addUnit(change, { ...flatOf(house.property, 'Laden'), kind: 'shop' }),
    );
    expect(listUnits(office.store, house.property)).toEqual([
      { id: house.unit, ...flatOf(house.property, 'Stadtoase-Suite') },
      { id: second, ...flatOf(house.property, 'Laden'), kind: 'shop' },
    ]);
    changed(office, (change) => updateUnit(change, second, flatOf(house.property, 'Café')));
    expect(findUnit(office.store, second)?.name).toBe('Café');
    expect(findUnit(office.store, 99 as UnitId)).toBeNull();
  });

  it('know the rooms of a unit', async () => {
    const office = await officeFixture();
    const house = buildSmallHouse(office);
    const bath = changed(office, (change) =>
      addRoom(change, { unitId: house.unit, name: 'Bad', areaM2: null }),
    );
    changed(office, (change) =>
      updateRoom(change, bath, { unitId: house.unit, name: 'Bad', areaM2: decimalTextOf('6.5') }),
    );
    expect(listRooms(office.store, house.unit)).toEqual([
      { id: house.room, unitId: house.unit, name: 'Wohnzimmer', areaM2: '31.2' },
      { id: bath, unitId: house.unit, name: 'Bad', areaM2: '6.5' },
    ]);
  });
});
