import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MeterFields, PlaceFields } from '#shared/contract/meters.ts';
import { decimalTextOf } from '#shared/model/decimal-text.ts';
import type { MeterId } from '#shared/model/meter.ts';
import { plainDateOf } from '#shared/model/plain-date.ts';
import type { PropertyId } from '#shared/model/property.ts';
import { WindowOffice } from './window-office.ts';

const FIELDS: MeterFields = {
  manufacturer: 'EFE',
  number: '61200007',
  version: 2,
  deviceType: 8,
  kind: 'allocator',
  serial: '',
  calibratedUntil: null,
};
const NEXT: MeterFields = { ...FIELDS, number: '61200014' };

function readingOn(day: string, value: string) {
  return {
    day: plainDateOf(day),
    value: decimalTextOf(value),
    unit: 'units',
    origin: 'readOnSite',
    note: 'Tausch',
  } as const;
}

describe('the meters desk', () => {
  const office = new WindowOffice();
  let propertyId: PropertyId;
  let id: MeterId;

  const placeFrom = (from: string): PlaceFields => ({
    propertyId,
    unitId: null,
    roomId: null,
    position: 'Heizkörper Treppenhaus',
    from: plainDateOf(from),
    to: null,
    scale: 'unit',
    factor: decimalTextOf('1.25'),
    kq: null,
    kc: null,
    kt: null,
    dueDay: '12-31',
    remoteReadable: true,
    interoperable: true,
  });

  beforeAll(async () => {
    await office.create();
    const landlord = await office.get('people.create', {
      name: 'Remo Reichel',
      addressLines: ['98693 Ilmenau'],
      phone: null,
      email: null,
    });
    const property = await office.get('properties.create', {
      name: 'Stadtpark Suites',
      addressLines: ['98693 Ilmenau'],
      landlordId: landlord.id,
    });
    propertyId = property.id;
    const created = await office.get('meters.create', {
      fields: FIELDS,
      place: placeFrom('2024-05-01'),
      opening: readingOn('2024-05-01', '3'),
    });
    id = created.id;
  }, 60_000);
  afterAll(() => office.stop());

  it('shows a meter with the reading it began with, marked as read by hand', async () => {
    const [meter] = await office.get('meters.list', { propertyId });
    expect(meter).toMatchObject({
      number: '61200007',
      reception: 'never',
      reading: { value: '3', unit: 'units' },
      isReadByHand: true,
    });
  });

  it('shows a reading in the list as soon as it is entered, and no more once it is taken back', async () => {
    const dayOfLast = async () => (await office.get('meters.list', {}))[0]?.readingDay;
    expect(await dayOfLast()).toBe('2024-05-01');
    await office.get('meters.addReading', { id, reading: readingOn('2024-06-30', '12') });
    expect(await dayOfLast()).toBe('2024-06-30');
    await office.get('history.undo', {});
    expect(await dayOfLast()).toBe('2024-05-01');
  });

  it('refuses a second meter in the same place, and the same meter twice', async () => {
    const taken = { fields: NEXT, place: placeFrom('2025-01-01'), opening: null };
    expect(await office.ask('meters.create', taken)).toMatchObject({
      ok: false,
      error: { code: 'PLACE_OCCUPIED' },
    });
    const twice = {
      fields: FIELDS,
      place: { ...placeFrom('2025-01-01'), position: 'Keller' },
      opening: null,
    };
    expect(await office.ask('meters.create', twice)).toMatchObject({
      ok: false,
      error: { code: 'ALREADY_EXISTS' },
    });
    expect(await office.get('meters.list', { propertyId })).toHaveLength(1);
  });

  it('refuses a removal before the installation', async () => {
    const early = { id, lastDay: plainDateOf('2024-04-30'), closing: null, next: null, reason: '' };
    expect(await office.ask('meters.exchange', early)).toMatchObject({
      ok: false,
      error: { code: 'REMOVED_BEFORE_INSTALLED', field: 'lastDay' },
    });
  });

  it('exchanges a meter without a day between or twice, and takes it back as one step', async () => {
    const lastDay = plainDateOf('2026-01-31');
    const { nextId } = await office.get('meters.exchange', {
      id,
      lastDay,
      closing: readingOn(lastDay, '412'),
      next: { fields: NEXT, opening: readingOn('2026-02-01', '0') },
      reason: 'Batterie leer',
    });
    if (nextId === null) throw new Error('the next meter has a number');
    const [old, next] = [
      await office.get('meters.get', { id }),
      await office.get('meters.get', { id: nextId }),
    ];
    expect(old.places.at(-1)?.to).toBe('2026-01-31');
    expect(old.summary.reception).toBe('gone');
    expect(next.places[0]).toMatchObject({
      from: '2026-02-01',
      to: null,
      position: 'Heizkörper Treppenhaus',
    });
    expect(next.summary.reading).toEqual({ value: '0', unit: 'units' });
    await office.get('history.undo', {});
    const [meter, ...others] = await office.get('meters.list', { propertyId });
    expect(others).toEqual([]);
    expect(meter).toMatchObject({ number: '61200007', reading: { value: '3', unit: 'units' } });
  });
});
