import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeliveryPreview } from '#shared/contract/keys.ts';
import type { PropertyId } from '#shared/model/property.ts';
import { day } from '../../../../support/small-house.ts';
import { allocator, keyOf, telegramLines } from './key-workbench.ts';
import { WindowOffice } from './window-office.ts';

const TITLES =
  'Hersteller;Gerätenummer;Schlüssel;Geräteart;Liegenschaft;NE;Raum;Heizkörper;Einbaudatum;K-Wert';

let office: WindowOffice;
let houseL: PropertyId;
beforeEach(async () => {
  office = new WindowOffice();
  await office.create();
  houseL = await addHouse('Haus L', ['WE 1', 'WE 2']);
  await addHouse('Haus R', ['WE 1']);
});
afterEach(() => office.stop());

async function addHouse(name: string, units: readonly string[]): Promise<PropertyId> {
  const { id: landlordId } = await office.get('people.create', {
    name: `Vermieter von ${name}`,
    addressLines: ['Am Markt 1'],
    phone: null,
    email: null,
  });
  const { id } = await office.get('properties.create', { name, addressLines: ['Am Markt 2'], landlordId });
  const fields = { kind: 'flat', position: '', livingAreaM2: '50', heatedAreaM2: '50' } as const;
  await office.get('units.save', {
    propertyId: id,
    rows: units.map((unit) => ({
      id: null,
      fields: { ...fields, name: unit, rooms: [{ id: null, name: 'Bad', areaM2: null }] },
    })),
    reason: '',
  });
  return id;
}

function hex(id: string): string {
  return keyOf(id).toString('hex');
}

async function choose(rows: readonly string[], titles = TITLES): Promise<DeliveryPreview> {
  const file = path.join(office.folder, 'Lieferung.csv');
  writeFileSync(file, [titles, ...rows].join('\n'));
  office.desktop.answers.push(file);
  const opened = await office.get('keys.chooseFile', {});
  if (opened?.state !== 'preview') throw new Error('no preview');
  return opened;
}

function statesOf({ rows }: DeliveryPreview): unknown[] {
  return rows.map(({ verdict, device }) => [verdict, device?.state ?? null]);
}

async function meters() {
  return (await office.get('meters.list', {})).map(({ number, kind, propertyName, unitName, place }) =>
    [number, kind, propertyName, unitName, place].join('|'),
  );
}

const GOOD = `QDS;00000001;${hex('1')};HKV;Haus L;WE 1;Bad;HK 1;01.02.2026;1,287`;

describe('a delivery that says what its devices are', () => {
  it('enters the meters where their places are beyond doubt, and takes all back in one step', async () => {
    const preview = await choose([
      GOOD,
      `QDS;00000002;${hex('2')};HKV;haus l;we-02;Küche;;01.02.2026;0,9`,
      `QDS;00000003;${hex('3')};WMZ;Haus L;WE 7;;;01.02.2026;`,
      `QDS;00000004;;HKV;Haus X;WE 1;;;;`,
      `QDS;00000005;${hex('5')};Rauchmelder;Haus L;WE 1;;;;`,
      `;00000006;${hex('6')};HKV;Haus L;WE 1;;;;`,
      `QDS;00000007;${hex('7')};HKV;Haus L;WE 1;Bad;HK 1;02.02.2026;`,
      `QDS;00000008;${hex('8')};HKV;Haus L;WE 1;Bad;;gestern;`,
    ]);
    expect(statesOf(preview)).toEqual([
      ['new', 'placed'],
      ['new', 'placed'],
      ['new', 'waiting'],
      ['new', 'waiting'],
      ['new', null],
      ['new', null],
      ['new', 'waiting'],
      ['faulty', null],
    ]);
    expect(preview.rows[0]?.device?.place).toBe('Haus L · WE 1 · Bad · HK 1');
    expect(preview.rows[6]?.remarks.join()).toContain('Dort ist schon 00000001 eingebaut.');
    const applied = await office.get('keys.apply', { token: preview.token, skip: [] });
    expect(applied).toMatchObject({ written: 7, devices: 5, waiting: 3 });
    expect(applied.left.map(({ line }) => line)).toEqual([9]);
    expect(await meters()).toEqual([
      '00000001|allocator|Haus L|WE 1|Bad, HK 1',
      '00000002|allocator|Haus L|WE 2|Küche',
      '00000003|heatMeter|||',
      '00000004|allocator|||',
      '00000007|allocator|||',
    ]);
    const [first] = await office.get('meters.list', {});
    const view = await office.get('meters.get', { id: first?.id ?? 0 });
    expect(view.places).toMatchObject([{ factor: '1.287', from: '2026-02-01', dueDay: '12-31' }]);
    const audit = JSON.stringify(await office.get('audit.list', { limit: 100 }));
    expect(audit).toContain('Messgeräte angelegt: 5');

    await office.get('history.undo', {});
    expect(await meters()).toEqual([]);
    expect(await office.get('keys.list', {})).toEqual([]);
    const [unit] = (await office.get('units.list', { propertyId: houseL })).slice(1);
    expect(unit?.rooms.map(({ name }) => name)).toEqual(['Bad']);
    await office.get('history.redo', {});
    expect(await meters()).toHaveLength(5);
    await office.get('history.undo', {});
    expect(await meters()).toEqual([]);
  });

  it('does not believe a file that puts a device into another house', async () => {
    const first = await choose([GOOD]);
    await office.get('keys.apply', { token: first.token, skip: [] });
    const preview = await choose([GOOD, GOOD.replace('Haus L', 'Haus R')]);
    expect(statesOf(preview)).toEqual([
      ['unchanged', 'known'],
      ['conflict', 'elsewhere'],
    ]);
    expect(preview.rows[1]?.remarks[0]).toBe(
      'Das Gerät ist in einer anderen Liegenschaft eingebaut: Haus L · WE 1.',
    );
  });

  it('asks what holds for all devices that do not say it themselves', async () => {
    const titles = 'Hersteller;Nummer;Typ;Wohnung';
    const rows = ['QDS;00000001;HKV;1', 'QDS;00000002;HKV;WE 2'];
    const before = await choose(rows, titles);
    expect(before.defaults).toEqual({ propertyId: null, installedOn: '2026-02-16' });
    expect(statesOf(before)).toEqual(rows.map(() => ['new', 'waiting']));
    const after = await office.get('keys.mapFile', {
      token: before.token,
      columns: [...before.columns],
      defaults: { propertyId: houseL, installedOn: day('2026-01-02') },
    });
    expect(statesOf(after)).toEqual(rows.map(() => ['new', 'placed']));
    await office.get('keys.apply', { token: before.token, skip: [1] });
    const [meter] = await office.get('meters.list', {});
    const view = await office.get('meters.get', { id: meter?.id ?? 0 });
    expect(view.places).toMatchObject([{ from: '2026-01-02', unitName: 'WE 1' }]);
  });

  it('puts nothing where two names could be meant, in a house or among the houses', async () => {
    await addHouse('Haus Z', ['3', 'WE 03', 'NE 4']);
    await addHouse('HAUS-Z 2', ['WE 1']);
    await addHouse('Haus Z2', ['WE 1']);
    const preview = await choose(
      [
        '00000001;Haus Z;Wohnung 3',
        '00000002;Haus Z;04',
        '00000003;Haus Z 2;WE 1',
        '00000004;Am Markt 2;WE 1',
      ].map((row) => `QDS;HKV;${row}`),
      'Hersteller;Typ;Nummer;Liegenschaft;Wohnung',
    );
    expect(preview.rows.map(({ device }) => device?.state)).toEqual([
      'waiting',
      'placed',
      'waiting',
      'waiting',
    ]);
    expect(preview.rows[2]?.remarks.join()).toContain('„Haus Z 2“ ist keine');
  });

  it('enters a device once that comes with two keys, and says where a later line repeats it', async () => {
    const preview = await choose(
      [`QDS;00000001;HKV;${hex('a')};${hex('s')}`, `QDS;00000001;HKV;${hex('b')};`],
      'Hersteller;Nummer;Typ;Key A;Key S',
    );
    expect(statesOf(preview)).toEqual([
      ['new', 'waiting'],
      ['new', 'waiting'],
      ['new', null],
    ]);
    expect(preview.rows[2]?.remarks).toContain('Das Messgerät legt schon Zeile 2 an.');
    expect(await office.get('keys.apply', { token: preview.token, skip: [] })).toMatchObject({
      written: 3,
      devices: 1,
    });
  });

  it('reads what its devices have sent so far, by the address they were heard with', async () => {
    const file = path.join(office.folder, 'funk.txt');
    writeFileSync(file, telegramLines([allocator('00000001')], '2026-01-31T21:00:00Z'));
    office.desktop.answers.push(file);
    await office.get('pull.readFile', { isFolder: false });
    await expect.poll(() => office.told.some(({ type }) => type === 'pull.ended')).toBe(true);
    const preview = await choose([`;00000001;${hex('00000001')};HKV;Haus L;WE 1;;;;`]);
    expect(preview.rows).toMatchObject([{ proof: 'confirmed', device: { state: 'placed' } }]);
    await office.get('keys.apply', { token: preview.token, skip: [] });
    const reading = async () => (await office.get('meters.list', {}))[0]?.reading;
    await expect.poll(reading).toMatchObject({ unit: 'units' });
    await office.get('history.undo', {});
    expect(await meters()).toEqual([]);
    expect(await office.get('inbox.list', {})).toHaveLength(1);
  });

  it('leaves a file of keys alone as it was: no device, no meter', async () => {
    const preview = await choose([`QDS;00000001;${hex('1')}`], 'Hersteller;Nummer;Schlüssel');
    expect(preview.rows).toMatchObject([{ verdict: 'new', device: null, proof: 'unheard' }]);
    await office.get('keys.apply', { token: preview.token, skip: [] });
    expect(await meters()).toEqual([]);
  });
});
