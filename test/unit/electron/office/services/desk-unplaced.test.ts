import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NotedPlace } from '#shared/contract/unplaced.ts';
import type { MeterId } from '#shared/model/meter.ts';
import type { PropertyId } from '#shared/model/property.ts';
import { day } from '../../../../support/small-house.ts';
import { WindowOffice } from './window-office.ts';

let office: WindowOffice;
let propertyId: PropertyId;
beforeEach(async () => {
  office = new WindowOffice();
  await office.create();
  const { id: landlordId } = await office.get('people.create', {
    name: 'Vera Vermieter',
    addressLines: ['Am Markt 1'],
    phone: null,
    email: null,
  });
  const house = { name: 'Haus L', addressLines: ['Am Markt 2'], landlordId };
  ({ id: propertyId } = await office.get('properties.create', house));
  const fields = { kind: 'flat', position: '', livingAreaM2: '50', heatedAreaM2: '50' } as const;
  await office.get('units.save', {
    propertyId,
    rows: ['WE 1', 'WE 2'].map((name) => ({ id: null, fields: { ...fields, name, rooms: [] } })),
    reason: '',
  });
  const file = path.join(office.folder, 'Lieferung.csv');
  writeFileSync(
    file,
    [
      'Hersteller;Nummer;Typ;Liegenschaft;Wohnung;K-Wert',
      'QDS;00000003;HKV;Haus L;4. OG;1,5',
      'QDS;00000001;HKV;Haus L;;0,9',
      'QDS;00000002;WMZ;;;',
    ].join('\n'),
  );
  office.desktop.answers.push(file);
  const opened = await office.get('keys.chooseFile', {});
  await office.get('keys.apply', { token: opened?.token ?? '', skip: [] });
});
afterEach(() => office.stop());

async function ids(): Promise<MeterId[]> {
  return (await office.get('unplaced.list', { propertyId })).map(({ id }) => id);
}

function noted(id: MeterId, unit: string, position: string): NotedPlace {
  return { id, unit, room: 'Küche', position, from: day('2026-02-01') };
}

async function places() {
  return (await office.get('meters.list', {})).map(({ number, unitName, place }) =>
    [number, unitName, place].join('|'),
  );
}

describe('meters that wait for a place', () => {
  it('are listed by number, with what the delivery said', async () => {
    expect(await office.get('unplaced.list', { propertyId })).toMatchObject([
      { number: '00000001', kind: 'allocator', unit: '' },
      { number: '00000002', kind: 'heatMeter', propertyId: null },
      { number: '00000003', unit: '4. OG' },
    ]);
  });

  it('get the places that were noted in one step, keep their factor, and wait again when it is taken back', async () => {
    const [first, second, third] = (await ids()) as [MeterId, MeterId, MeterId];
    const rows = [noted(first, 'we 01', 'links'), noted(second, 'Keller', ''), noted(third, '1', 'links')];
    const { placed, left } = await office.get('unplaced.place', { propertyId, rows });
    expect(placed).toBe(1);
    expect(left.map(({ message }) => message)).toEqual([
      '„Keller“ ist keine eindeutige Nutzeinheit der Liegenschaft.',
      'Dort ist schon 00000001 eingebaut.',
    ]);
    const again = await office.get('unplaced.place', {
      propertyId,
      rows: [noted(second, 'WE 2', ''), noted(third, 'WE 2', '')],
    });
    expect(again).toEqual({ placed: 2, left: [] });
    expect(await ids()).toEqual([]);
    expect(await places()).toEqual([
      '00000003|WE 2|Küche',
      '00000001|WE 1|Küche, links',
      '00000002|WE 2|Küche',
    ]);
    const view = await office.get('meters.get', { id: third });
    expect(view.places).toMatchObject([{ factor: '1.5', from: '2026-02-01' }]);

    await office.get('history.undo', {});
    expect(await ids()).toEqual([second, third]);
    await office.get('history.redo', {});
    expect(await ids()).toEqual([]);
    await office.get('history.undo', {});
    await office.get('history.undo', {});
    expect(await ids()).toEqual([first, second, third]);
    expect(await places()).toEqual(['00000003||', '00000001||', '00000002||']);
    // The delivery itself is the step before; it finds its devices waiting as it left them.
    await office.get('history.undo', {});
    expect(await places()).toEqual([]);
  });

  it('are printed as a list to walk with, with room for what is noted', async () => {
    const file = path.join(office.folder, 'Laufliste.pdf');
    office.desktop.answers.push(file);
    expect(await office.get('unplaced.saveList', { propertyId })).toBe(true);
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    for (const word of ['Laufliste', 'Haus L', '00000001', '00000003', '4. OG', 'Nutzeinheit', 'Raum'])
      expect(text).toContain(word);
    expect(await office.get('unplaced.saveList', { propertyId })).toBe(false);
  });
});
