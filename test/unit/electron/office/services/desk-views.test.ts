import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSPHRASE, WindowOffice } from './window-office.ts';

let office: WindowOffice;

beforeAll(async () => {
  office = new WindowOffice();
  await office.create();
});
afterAll(() => office.stop());

const DUE = { list: '/billing', name: 'Fällige', view: '{"sort":[]}' };
const VACANT = { list: '/units', name: 'Leere', view: '{"filters":{}}' };

describe('saved views', () => {
  it('are kept by list and name, the later one in place of the earlier', async () => {
    await office.get('views.save', DUE);
    await office.get('views.save', VACANT);
    const later = { ...DUE, view: '{"sort":[{"id":"due","desc":false}]}' };
    expect(await office.get('views.save', later)).toEqual([VACANT, later]);
  });

  it('are a step that can be taken back and again', async () => {
    await office.get('views.remove', { list: '/units', name: 'Leere' });
    expect(await office.get('history.undo', {})).toMatchObject({ name: 'Ansicht „Leere“ gelöscht' });
    expect((await office.get('views.list', {})).map(({ name }) => name)).toContain('Leere');
    await office.get('history.redo', {});
    expect((await office.get('views.list', {})).map(({ name }) => name)).toEqual(['Fällige']);
    await expect(office.ask('views.remove', { list: '/units', name: 'Leere' })).resolves.toMatchObject({
      error: { code: 'GONE' },
    });
  });

  it('are each employee’s own', async () => {
    const { id } = await office.get('staff.add', {
      name: 'Berta Buche',
      initials: 'BB',
      passphrase: PASSPHRASE,
      rights: [],
    });
    await office.get('vault.switchStaff', { staffId: id, passphrase: PASSPHRASE });
    expect(await office.get('views.list', {})).toEqual([]);
  });
});
