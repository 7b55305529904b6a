import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WindowOffice } from './window-office.ts';

let office: WindowOffice;
const BECKER = { name: 'Timo Becker', addressLines: ['Ring 1'], phone: null, email: null };

beforeAll(async () => {
  office = new WindowOffice();
  await office.create();
});
afterAll(() => office.stop());

async function people(): Promise<[string, string | null][]> {
  return (await office.get('people.list', {})).map(({ name, phone }) => [name, phone]);
}

describe('taking a step again', () => {
  it('follows what was taken back, step by step, and is audited', async () => {
    const { id } = await office.get('people.create', BECKER);
    for (const phone of ['1', '2'])
      await office.get('people.save', { id, fields: { ...BECKER, phone }, reason: '' });
    await office.get('history.undo', {});
    await office.get('history.undo', {});
    expect(await people()).toEqual([['Timo Becker', null]]);
    expect((await office.get('history.redo', {}))?.name).toBe('Person Timo Becker geändert');
    expect(await people()).toEqual([['Timo Becker', '1']]);
    await office.get('history.redo', {});
    expect(await people()).toEqual([['Timo Becker', '2']]);
    expect(await office.get('history.redo', {})).toBeNull();
    const { entries } = await office.get('audit.list', { limit: 1 });
    expect(entries[0]).toMatchObject({ details: ['Telefon: 1 → 2'], reason: 'Person Timo Becker geändert' });
  });

  it('stops where a row was made anew, for what followed spoke of the old one', async () => {
    const { id } = await office.get('people.create', { ...BECKER, name: 'Anna Weiß' });
    await office.get('people.save', { id, fields: { ...BECKER, name: 'Anna Weiß', phone: '7' }, reason: '' });
    await office.get('history.undo', {});
    await office.get('history.undo', {});
    expect((await office.get('history.redo', {}))?.name).toBe('Person Anna Weiß angelegt');
    expect(await office.get('history.redo', {})).toBeNull();
    await office.get('history.undo', {});
    expect((await people()).map(([name]) => name)).toEqual(['Timo Becker']);
  });

  it('is over as soon as anything else changed', async () => {
    await office.get('history.undo', {});
    await office.get('people.create', { ...BECKER, name: 'Remo Reichel' });
    expect(await office.get('history.redo', {})).toBeNull();
  });
});
