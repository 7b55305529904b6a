import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PeriodFields, PropertyFields } from '#shared/contract/properties.ts';
import type { ArgsOf } from '#shared/contract/contract.ts';
import { WindowOffice } from './window-office.ts';

let office: WindowOffice;
let propertyId = 0;
let landlordId = 0;
let periodId = 0;

type UnitRow = ArgsOf<'units.save'>['rows'][number];

function unitRow(name: string, over: Partial<UnitRow['fields']> = {}, id: number | null = null): UnitRow {
  return {
    id,
    fields: { name, kind: 'flat', position: '', livingAreaM2: '60', heatedAreaM2: '60', rooms: [], ...over },
  };
}

async function addUnit(name: string): Promise<number> {
  const { ids } = await office.get('units.save', { propertyId, rows: [unitRow(name)], reason: '' });
  return ids[0] ?? 0;
}

async function addPerson(name: string): Promise<number> {
  const person = { name, addressLines: ['Am Stollen 19', '98693 Ilmenau'], phone: null, email: null };
  return (await office.get('people.create', person)).id;
}

async function titles(text: string): Promise<string[]> {
  return (await office.get('search.everything', { text, limit: 10 })).map(({ title }) => title);
}

beforeAll(async () => {
  office = new WindowOffice();
  await office.create();
  landlordId = await addPerson('Remo Reichel');
  const property: ArgsOf<'properties.create'> = {
    name: 'Stadtpark Suites',
    addressLines: ['Max-Planck-Ring 6A', '98693 Ilmenau'],
    landlordId,
  };
  propertyId = (await office.get('properties.create', property)).id;
  periodId = (
    await office.get('periods.create', {
      propertyId,
      fields: {
        from: '2025-01-01',
        to: '2025-12-31',
        plantKind: 'boiler',
        fuel: 'naturalGas',
        hotWaterMethod: 'measured',
        notMeasuredBecause: null,
        hotWaterTemperatureC: null,
        heatingConsumptionPercent: 70,
        hotWaterConsumptionPercent: 70,
        heatingBaseKey: 'livingArea',
      },
    })
  ).id;
});
afterAll(() => office.stop());

describe('properties', () => {
  it('show what they still lack, and when their bill is due', async () => {
    const property = await office.get('properties.get', { id: propertyId });
    expect(property).toMatchObject({
      name: 'Stadtpark Suites',
      landlordName: 'Remo Reichel',
      periods: [{ dueOn: '2026-12-31', stage: 'missing' }],
    });
    expect(property.openPoints.map(({ code }) => code)).toEqual(['NO_UNITS', 'NO_COSTS']);
  });

  it('keep a changed name only until the step is taken back', async () => {
    const before: PropertyFields = await office
      .get('properties.get', { id: propertyId })
      .then(({ name, addressLines, landlordId: id }) => ({ name, addressLines, landlordId: id }));
    await office.get('properties.save', {
      id: propertyId,
      fields: { ...before, name: 'Parkhaus' },
      reason: 'Test',
    });
    expect(await office.get('history.undo', {})).toMatchObject({ name: 'Liegenschaft Parkhaus geändert' });
    expect(await office.get('properties.get', { id: propertyId })).toMatchObject({
      name: 'Stadtpark Suites',
    });
  });

  it('tell who changed what, from which value to which, and why', async () => {
    const history = await office.get('history.of', { subject: { kind: 'property', id: propertyId } });
    expect(history[1]).toMatchObject({
      initials: 'AA',
      action: 'Liegenschaft geändert',
      reason: 'Test',
      details: ['Name: Stadtpark Suites → Parkhaus'],
    });
  });

  it('keep what the window does not show of a period', async () => {
    const { fields } = await office.get('periods.get', { id: periodId });
    const changed: PeriodFields = { ...fields, hotWaterMethod: 'area', notMeasuredBecause: 'meterMissing' };
    await office.get('periods.save', { id: periodId, fields: changed, reason: '' });
    expect(await office.get('periods.get', { id: periodId })).toMatchObject({
      fields: { hotWaterMethod: 'area', notMeasuredBecause: 'meterMissing', heatingConsumptionPercent: 70 },
    });
    await expect(
      office.ask('periods.save', {
        id: periodId,
        fields: { ...fields, hotWaterMethod: 'volume' },
        reason: '',
      }),
    ).resolves.toMatchObject({ error: { code: 'CHOICE_MISSING', field: 'fields.notMeasuredBecause' } });
    await office.get('periods.save', { id: periodId, fields, reason: '' });
  });

  it('have no two periods over the same days', async () => {
    const { fields } = await office.get('periods.get', { id: periodId });
    await expect(
      office.ask('periods.create', {
        propertyId,
        fields: { ...fields, from: '2025-07-01', to: '2026-06-30' },
      }),
    ).resolves.toMatchObject({ error: { code: 'PERIODS_OVERLAP' } });
  });
});

describe('units', () => {
  it('are saved as one grid, and taken back as one step', async () => {
    const before = await office.get('units.list', { propertyId });
    const rows = Array.from({ length: 40 }, (_, index) => unitRow(`WE ${index + 1}`));
    await office.get('units.save', { propertyId, rows, reason: '' });
    expect(await office.get('units.list', { propertyId })).toHaveLength(before.length + 40);
    expect(await office.get('history.undoable', {})).toMatchObject({ name: '40 Nutzeinheiten gespeichert' });
    await office.get('history.undo', {});
    expect(await office.get('units.list', { propertyId })).toEqual(before);
  });

  it('keep nothing of a grid with one wrong row', async () => {
    const before = await office.get('units.list', { propertyId });
    await expect(
      office.ask('units.save', { propertyId, rows: [unitRow('A'), unitRow('A')], reason: '' }),
    ).resolves.toMatchObject({ error: { code: 'UNIT_NAME_TAKEN' } });
    await expect(
      office.ask('units.save', {
        propertyId,
        rows: [unitRow('B'), unitRow('C', { heatedAreaM2: '60.5' })],
        reason: '',
      }),
    ).resolves.toMatchObject({
      error: { code: 'HEATED_AREA_TOO_LARGE', field: 'rows.1.fields.heatedAreaM2' },
    });
    expect(await office.get('units.list', { propertyId })).toEqual(before);
  });

  it('keep their rooms by id, and lose the ones that are left out', async () => {
    const rooms = [
      { id: null, name: 'Bad', areaM2: '6.5' },
      { id: null, name: 'Küche', areaM2: null },
    ];
    const { ids } = await office.get('units.save', {
      propertyId,
      rows: [unitRow('Ilmtal-Blick', { rooms })],
      reason: '',
    });
    const id = ids[0] ?? 0;
    const unit = await office.get('units.get', { id });
    const [bath] = unit.rooms;
    await office.get('units.save', {
      propertyId,
      rows: [
        unitRow('Ilmtal-Blick', { rooms: [{ id: bath?.id ?? null, name: 'Badezimmer', areaM2: '6.5' }] }, id),
      ],
      reason: '',
    });
    expect((await office.get('units.get', { id })).rooms).toEqual([{ ...bath, name: 'Badezimmer' }]);
    await office.get('history.undo', {});
    expect((await office.get('units.get', { id })).rooms.map(({ name }) => name)).toEqual(['Bad', 'Küche']);
  });
});

describe('tenancies', () => {
  it('leave vacancy where nobody lives, and never overlap', async () => {
    const unitId = await addUnit('Morgensonne');
    const [first, second] = [await addPerson('Jiří Kowalski'), await addPerson('Linh Kowalski')];
    expect(await office.get('tenancies.list', { unitId })).toMatchObject([
      { kind: 'vacancy', unitName: 'Morgensonne', from: null, to: null },
    ]);
    await office.get('tenancies.create', { unitId, personId: first, from: '2023-01-01', to: '2025-06-30' });
    await office.get('tenancies.create', { unitId, personId: second, from: '2025-10-01', to: null });
    expect(await office.get('tenancies.list', { unitId })).toMatchObject([
      { kind: 'tenancy', tenantName: 'Jiří Kowalski', status: 'ended' },
      { kind: 'vacancy', from: '2025-07-01', to: '2025-09-30' },
      { kind: 'tenancy', tenantName: 'Linh Kowalski', status: 'running' },
    ]);
    await expect(
      office.ask('tenancies.create', { unitId, personId: first, from: '2025-06-30', to: '2025-07-31' }),
    ).resolves.toMatchObject({ error: { code: 'TENANCIES_OVERLAP' } });
    expect(await office.get('people.get', { id: second })).toMatchObject({
      tenancies: [{ unitName: 'Morgensonne', propertyName: 'Stadtpark Suites' }],
    });
  });

  it('keep their prepayments, and give them back when a removal is taken back', async () => {
    const unitId = await addUnit('Parkblick-Suite');
    const personId = await addPerson('Søren Rao');
    const { id } = await office.get('tenancies.create', { unitId, personId, from: '2024-01-01', to: null });
    const rows = [{ paidOn: '2025-01-01', amountCents: 14_500 }];
    await office.get('tenancies.savePrepayments', { id, rows, reason: '' });
    await office.get('tenancies.remove', { id });
    expect(await office.get('tenancies.list', { unitId })).toMatchObject([{ kind: 'vacancy' }]);
    await office.get('history.undo', {});
    const [back] = await office.get('tenancies.list', { unitId });
    const backId = back?.kind === 'tenancy' ? back.id : 0;
    expect(await office.get('tenancies.prepayments', { id: backId })).toEqual(rows);
  });
});

describe('a table pasted from a spreadsheet', () => {
  const table = [
    ['Wohnung', 'Lage', 'Wohnfläche m²', 'Mieter', 'Einzug', 'Auszug'],
    ['WE 01', 'EG links', '64,5', 'Sagar Mehta', '01.01.2023', '30.09.2025'],
    ['WE 01', 'EG links', '64,5', 'Shivani Rao', '1.10.2025', ''],
    ['WE 02', 'EG rechts', '58', '', '', ''],
    ['WE 03', '1. OG', 'groß', 'Timo Becker', '01.05.2024', ''],
    ['WE 04', '1. OG', '71', 'Zoë Vogel', '32.01.2024', ''],
  ];

  it('is shown with a verdict for every row before anything is written', async () => {
    const preview = await office.get('tenancies.previewPaste', { propertyId, rows: table });
    expect(preview.hasHeader).toBe(true);
    expect(preview.columns).toEqual(['unitName', 'position', 'livingAreaM2', 'tenantName', 'from', 'to']);
    expect(preview.rows.map(({ verdict }) => verdict)).toEqual(['new', 'changed', 'new', 'faulty', 'faulty']);
    expect(preview.rows[3]?.remarks.map(({ message }) => message).join(' ')).toContain(
      '„groß“ ist keine Fläche',
    );
    expect((await office.get('units.list', { propertyId })).some(({ name }) => name === 'WE 01')).toBe(false);
  });

  it('is written as one step, leaves the faulty rows to copy, and is taken back as one step', async () => {
    const before = await office.get('tenancies.list', { propertyId });
    const people = await office.get('people.list', {});
    const { token } = await office.get('tenancies.previewPaste', { propertyId, rows: table });
    const outcome = await office.get('tenancies.applyPaste', { token, skip: [] });
    expect(outcome.written).toBe(3);
    expect(outcome.left.map(({ rowNumber }) => rowNumber)).toEqual([4, 5]);
    const units = await office.get('units.list', { propertyId });
    expect(units.find(({ name }) => name === 'WE 01')).toMatchObject({
      position: 'EG links',
      livingAreaM2: '64.5',
      currentTenancy: { tenantName: 'Shivani Rao' },
    });
    const again = await office.get('tenancies.previewPaste', { propertyId, rows: table });
    expect(again.rows.slice(0, 3).map(({ verdict }) => verdict)).toEqual([
      'unchanged',
      'unchanged',
      'unchanged',
    ]);
    await office.get('history.undo', {});
    expect(await office.get('tenancies.list', { propertyId })).toEqual(before);
    expect(await office.get('people.list', {})).toEqual(people);
  });

  it('does not overlap a tenancy that is there', async () => {
    const { token } = await office.get('tenancies.previewPaste', { propertyId, rows: table.slice(0, 3) });
    await office.get('tenancies.applyPaste', { token, skip: [] });
    const clash = await office.get('tenancies.previewPaste', {
      propertyId,
      rows: [table[0] ?? [], ['WE 01', '', '', 'Neuer Mieter', '01.12.2025', '']],
    });
    expect(clash.rows).toMatchObject([{ verdict: 'conflict' }]);
  });

  it('is not written twice, and not without the unit a row belongs to', async () => {
    const rows = [
      ['Wohnung', 'Wohnfläche', 'Mieter', 'Einzug', 'Auszug'],
      ['Neu 1', '50', 'Ines Vogel', '01.01.2024', '31.12.2024'],
      ['Neu 1', '50', 'Malte Vogel', '01.01.2025', ''],
    ];
    const { token } = await office.get('tenancies.previewPaste', { propertyId, rows });
    await expect(office.ask('tenancies.applyPaste', { token, skip: [1] })).resolves.toMatchObject({
      error: { code: 'UNIT_SKIPPED' },
    });
    await office.get('tenancies.applyPaste', { token, skip: [] });
    await expect(office.ask('tenancies.applyPaste', { token, skip: [] })).resolves.toMatchObject({
      error: { code: 'PREVIEW_OUTDATED' },
    });
  });
});

describe('costs', () => {
  const gas = {
    id: null,
    label: 'Erdgas',
    kind: 'fuel',
    target: 'joint',
    supplier: 'Ilmtalwerke GmbH',
    invoiceNumber: '2025-1',
    invoiceDate: '2026-01-12',
    amountCents: 600_000,
    labourCents: null,
    energyQuantity: '60000',
    energyUnit: 'kWh',
    energyBasis: 'Hs',
    co2Kg: '10883.4',
    co2Cents: 71_231,
  } as const;

  it('are saved as a list whose rows keep their ids', async () => {
    const [saved] = await office.get('costs.save', { periodId, rows: [gas], reason: '' });
    expect(saved).toMatchObject({ ...gas, id: saved?.id });
    const rows = [{ ...gas, id: saved?.id ?? null, amountCents: 610_000 }];
    const [changed] = await office.get('costs.save', { periodId, rows, reason: 'Korrigierte Rechnung' });
    expect(changed).toMatchObject({ id: saved?.id, amountCents: 610_000 });
    await office.get('history.undo', {});
    expect(await office.get('costs.list', { periodId })).toMatchObject([
      { id: saved?.id, amountCents: 600_000 },
    ]);
  });

  it('need a unit to every quantity and cents to every kilogram', async () => {
    await expect(
      office.ask('costs.save', { periodId, rows: [{ ...gas, energyUnit: null }], reason: '' }),
    ).resolves.toMatchObject({ error: { code: 'ENERGY_INCOMPLETE', field: 'rows.0.energyUnit' } });
    await expect(
      office.ask('costs.save', { periodId, rows: [{ ...gas, co2Cents: null }], reason: '' }),
    ).resolves.toMatchObject({ error: { code: 'CO2_INCOMPLETE', field: 'rows.0.co2Cents' } });
  });
});

describe('the search', () => {
  it('finds people, units and houses by parts of their names, umlauts spelt either way', async () => {
    expect(await titles('kowal')).toEqual(['Jiří Kowalski', 'Linh Kowalski']);
    expect(await titles('jiri')).toEqual(['Jiří Kowalski']);
    expect(await titles('stadtpark')).toContain('Stadtpark Suites');
    expect(await titles('reichel remo')).toEqual(['Remo Reichel']);
    expect(await titles('')).toEqual([]);
    expect(await titles('gibt es nicht')).toEqual([]);
  });

  it('counts numbers in names by their value', async () => {
    for (const number of [115, 19]) await addPerson(`Erbengemeinschaft ${number}`);
    expect(await titles('erbengem')).toEqual(['Erbengemeinschaft 19', 'Erbengemeinschaft 115']);
  });
});

describe('the work list', () => {
  it('says what is due and what is missing', async () => {
    const list = await office.get('overview.worklist', {});
    expect(list.due).toMatchObject([{ propertyName: 'Stadtpark Suites', period: { dueOn: '2026-12-31' } }]);
    expect(list.missing[0]?.openPoints).toBeGreaterThan(0);
    expect(list.counts).toMatchObject({ properties: 1 });
    expect(list.lastBackupAt).toBeNull();
  });
});

describe('what somebody else removed meanwhile', () => {
  it('is gone, in a sentence', async () => {
    for (const reply of [
      await office.ask('people.get', { id: 9999 }),
      await office.ask('properties.get', { id: 9999 }),
      await office.ask('units.get', { id: 9999 }),
      await office.ask('tenancies.remove', { id: 9999 }),
      await office.ask('billing.get', { id: 9999 }),
    ])
      expect(reply).toMatchObject({ ok: false, error: { code: 'GONE' } });
  });

  it('cannot be removed while something refers to it', async () => {
    await expect(office.ask('people.remove', { id: landlordId })).resolves.toMatchObject({
      error: { code: 'STILL_REFERENCED' },
    });
  });
});
