import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PLAIN_DELIVERY } from '#shared/model/person.ts';
import { WindowOffice } from './window-office.ts';

let office: WindowOffice;

beforeAll(async () => {
  office = new WindowOffice();
  await office.create();
});
afterAll(() => office.stop());

const BECKER = { name: 'Timo Becker', addressLines: ['Ring 1'], phone: null, email: null };

describe('the people desk', () => {
  it('takes whoever says nothing about delivery to want letters by post', async () => {
    const { id } = await office.get('people.create', BECKER);
    const person = await office.get('people.get', { id });
    expect(person).toMatchObject({ ...BECKER, delivery: PLAIN_DELIVERY, erasableFrom: null });
  });

  it('says from when on a former tenant’s details may be erased, three years after the end of the year', async () => {
    const landlord = await office.get('people.create', { ...BECKER, name: 'Vera Vermieter' });
    const { id: propertyId } = await office.get('properties.create', {
      name: 'Haus',
      addressLines: ['Ring 1'],
      landlordId: landlord.id,
    });
    const fields = {
      name: 'WE 1',
      kind: 'flat',
      position: '',
      livingAreaM2: '50',
      heatedAreaM2: '50',
      rooms: [],
    } as const;
    const { ids } = await office.get('units.save', {
      propertyId,
      rows: [{ id: null, fields: { ...fields, rooms: [] } }],
      reason: '',
    });
    const { id: personId } = await office.get('people.create', BECKER);
    await office.get('tenancies.create', {
      unitId: ids[0] ?? 0,
      personId,
      from: '2023-01-01',
      to: '2025-08-31',
    });
    expect(await office.get('people.get', { id: personId })).toMatchObject({ erasableFrom: '2029-01-01' });
    expect(await office.get('people.get', { id: landlord.id })).toMatchObject({ erasableFrom: null });
  });
});
