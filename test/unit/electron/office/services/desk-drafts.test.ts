import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSPHRASE, WindowOffice } from './window-office.ts';

let office: WindowOffice;
let staffId = '';

beforeAll(async () => {
  office = new WindowOffice();
  await office.create();
  staffId = (await office.get('staff.list', {}))[0]?.id ?? '';
});
afterAll(() => office.stop());

const FORM = '/people {"name":""}';

async function found(): Promise<string | null> {
  return (await office.get('drafts.find', { form: FORM })).typed;
}

describe('what was typed and not sent', () => {
  it('outlives a lock, which answers nobody meanwhile', async () => {
    await office.get('drafts.keep', { form: FORM, typed: '{"name":"Timo"}' });
    await office.get('vault.lock', {});
    await expect(office.ask('drafts.find', { form: FORM })).resolves.toMatchObject({ ok: false });
    await expect(office.ask('drafts.keep', { form: FORM, typed: null })).resolves.toMatchObject({
      ok: false,
    });
    await office.get('vault.unlock', { staffId, passphrase: PASSPHRASE });
    expect(await found()).toBe('{"name":"Timo"}');
  });

  it('is forgotten when the form was sent or closed, and never more than twenty forms are held', async () => {
    await office.get('drafts.keep', { form: FORM, typed: null });
    expect(await found()).toBeNull();
    await office.get('drafts.keep', { form: FORM, typed: '{"name":"Timo"}' });
    for (let form = 0; form < 20; form += 1)
      await office.get('drafts.keep', { form: `form ${form}`, typed: '{}' });
    expect(await found()).toBeNull();
  });

  it('is nobody else’s, and gone once somebody else was at work', async () => {
    await office.get('drafts.keep', { form: FORM, typed: '{"name":"Timo"}' });
    const { id } = await office.get('staff.add', {
      name: 'Berta Buche',
      initials: 'BB',
      passphrase: PASSPHRASE,
      rights: [],
    });
    await office.get('vault.switchStaff', { staffId: id, passphrase: PASSPHRASE });
    expect(await found()).toBeNull();
    await office.get('vault.switchStaff', { staffId, passphrase: PASSPHRASE });
    expect(await found()).toBeNull();
  });
});
