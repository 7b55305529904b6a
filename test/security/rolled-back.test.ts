import { cpSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataFolderAt } from '#office/services/data-folder.ts';
import { insertBundles } from '#office/store/bundles.ts';
import { changeMasterData } from '#office/store/change.ts';
import { SqlError, storeFailure } from '#office/store/failures.ts';
import { writeSetting } from '#office/store/settings.ts';
import { addStaffAccess, revokeStaffAccess } from '#office/vault/staff-access.ts';
import type { ArgsOf, ChannelName } from '#shared/contract/contract.ts';
import { CHANNEL_NAMES } from '#shared/contract/channel-names.ts';
import { NOW, STAFF, codeOf, officeFixture, passphrase } from '../support/office-folder.ts';
import { PASSPHRASE, WindowOffice } from '../unit/electron/office/services/window-office.ts';

const BECAUSE = { code: 'ROLLED_BACK', message: 'Die Datenbank ist älter.' } as const;

describe('a store that is closed to changes', () => {
  it('refuses every table to every statement, also past all transactions', async () => {
    const { store } = await officeFixture();
    const tables = store.database
      .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
      .all() as { readonly name: string }[];
    store.closeToChanges(BECAUSE);
    expect(store.database.pragma('query_only')).toBe(1);
    expect(tables.length).toBeGreaterThan(10);
    for (const { name } of tables) {
      const attempts = [
        `delete from "${name}"`,
        `insert into "${name}" default values`,
        `drop table "${name}"`,
      ];
      for (const sql of attempts) expect(() => store.database.exec(sql), sql).toThrow('SQLITE_READONLY');
    }
  });

  it('answers every transaction with the reason, until it is opened again', async () => {
    const { store, desk } = await officeFixture();
    const write = () =>
      changeMasterData(store, desk, { action: 'test.write' }, (change) => writeSetting(change, 'test', 1));
    store.closeToChanges(BECAUSE);
    const bundle = { source: 'file', topic: 'a', key: null, payload: Buffer.from('a'), telegrams: [] };
    const refused = [
      write(),
      insertBundles(store, [{ ...bundle, receivedAt: NOW, lastModified: null, state: 'stored' }]),
      store.attempt(() => store.database.exec('delete from settings')),
    ];
    for (const result of refused) expect(result).toEqual({ ok: false, error: BECAUSE });
    store.openToChanges();
    expect(write().ok).toBe(true);
  });

  it('does not give the reason for a folder that is write-protected', async () => {
    const { store } = await officeFixture();
    const result = store.attempt(() => {
      throw new SqlError('SQLITE_READONLY', 'attempt to write a readonly database');
    });
    expect(result).toEqual(storeFailure('STORE_READ_ONLY'));
  });
});

describe('a vault that is closed to changes', () => {
  it('admits and dismisses nobody', async () => {
    const { vault, deviceSecrets, folder } = await officeFixture();
    const before = readFileSync(path.join(folder, 'vault.json'));
    vault.closeToChanges(BECAUSE);
    const colleague = { id: 'bb', name: 'Bert Birke', initials: 'BB' };
    const text = passphrase('Dohle Esel Falke Gans');
    expect(codeOf(await addStaffAccess(vault, colleague, text, { deviceSecrets }))).toBe('ROLLED_BACK');
    expect(codeOf(revokeStaffAccess(vault, STAFF.id))).toMatch(/ROLLED_BACK|STAFF_LAST/);
    expect(readFileSync(path.join(folder, 'vault.json')).equals(before)).toBe(true);
  });
});

/** What only asks, or opens and ends sessions. Every other channel must leave a rolled-back office as it is. */
const ONLY_ASK: ReadonlySet<ChannelName> = new Set<ChannelName>([
  'vault.create',
  'vault.unlock',
  'vault.unlockWithRecovery',
  'vault.switchStaff',
  'vault.lock',
  'vault.restore',
  'vault.acceptRollback',
]);

function unitRow(name: string): ArgsOf<'units.save'>['rows'][number] {
  const areas = { livingAreaM2: '60', heatedAreaM2: '60' };
  return { id: null, fields: { name, kind: 'flat', position: '', ...areas, rooms: [] } };
}

const SOURCE: ArgsOf<'pull.saveSource'> = {
  region: 'eu-central-1',
  endpoint: 'https://example.test',
  access: { kind: 'keys', accessKeyId: 'AKIA', secretAccessKey: 'geheim' },
};

describe('an office whose files were rolled back', () => {
  const office = new WindowOffice();
  const data = dataFolderAt(path.join(office.folder, 'data'));
  let staffId = '';
  let propertyId = 0;
  let personId = 0;
  let unitId = 0;

  /** Arguments with which each of these would change something in this very office. */
  const CHANGES = (): { readonly [Name in ChannelName]?: () => ArgsOf<Name> } => ({
    'vault.changePassphrase': () => ({
      currentPassphrase: PASSPHRASE,
      newPassphrase: 'Hummel Igel Jacke Kanne',
    }),
    'vault.saveRecoverySheet': () => {
      office.desktop.answers.push(path.join(office.folder, 'blatt.pdf'));
      return {};
    },
    'staff.add': () => ({
      name: 'Bert Birke',
      initials: 'BB',
      passphrase: 'Dohle Esel Falke Gans',
      rights: [],
    }),
    'staff.changeRights': () => ({ id: staffId, rights: ['changeSettings'] }),
    'backup.chooseFolder': () => {
      office.desktop.answers.push(path.join(office.folder, 'andere'));
      return {};
    },
    'backup.create': () => ({}),
    'people.create': () => ({
      name: 'Neu',
      addressLines: ['Weg 1', '98693 Ilmenau'],
      phone: null,
      email: null,
    }),
    'people.remove': () => ({ id: personId }),
    'tenancies.create': () => ({ unitId, personId, from: '2025-01-01', to: null }),
    'units.save': () => ({ propertyId, rows: [unitRow('WE 2')], reason: '' }),
    'units.remove': () => ({ id: unitId }),
    'properties.create': () => ({
      name: 'Neu',
      addressLines: ['Weg 1', '98693 Ilmenau'],
      landlordId: personId,
    }),
    'pull.start': () => ({}),
    'pull.saveSource': () => SOURCE,
    'pull.saveSchedule': () => ({ kind: 'every', minutes: 60 }),
  });

  async function unlock(): Promise<void> {
    await office.get('vault.unlock', { staffId, passphrase: PASSPHRASE });
  }

  /** Everything that would show a change: the vault, the end of the audit, what is in the lists. */
  async function standing(): Promise<unknown> {
    return {
      vault: readFileSync(path.join(data.office, 'vault.json'), 'utf8'),
      audit: await office.get('audit.list', { limit: 5 }),
      pull: await office.get('pull.status', {}),
      people: await office.get('people.list', {}),
    };
  }

  beforeAll(async () => {
    const backups = path.join(office.folder, 'sicherungen');
    await office.create();
    [{ id: staffId } = { id: '' }] = await office.get('staff.list', {});
    office.desktop.answers.push(backups);
    await office.get('backup.chooseFolder', {});
    const person = { name: 'Remo Reichel', addressLines: ['Am Stollen 19'], phone: null, email: null };
    personId = (await office.get('people.create', person)).id;
    const property = { name: 'Haus', addressLines: ['Am Stollen 19'], landlordId: personId };
    propertyId = (await office.get('properties.create', property)).id;
    [unitId = 0] = (await office.get('units.save', { propertyId, rows: [unitRow('WE 1')], reason: '' })).ids;
    await office.get('pull.saveSource', SOURCE);
    await office.get('vault.lock', {});
    cpSync(data.office, `${data.office}.alt`, { recursive: true });
    await unlock();
    await office.get('people.create', { ...person, name: 'Kommt abhanden' });
    await office.get('vault.lock', {});
    rmSync(data.office, { recursive: true });
    cpSync(`${data.office}.alt`, data.office, { recursive: true });
    await unlock();
  });
  afterAll(() => office.stop());

  it('says so', async () => {
    expect(await office.get('vault.status', {})).toMatchObject({ warnings: [{ code: 'ROLLED_BACK' }] });
  });

  it.each(CHANNEL_NAMES.filter((name) => !ONLY_ASK.has(name)))('is left as it is by %s', async (name) => {
    const before = await standing();
    const changes = CHANGES()[name];
    const reply = await office.ask(name, changes?.() ?? {});
    if (changes !== undefined) expect(reply).toMatchObject({ ok: false, error: { code: 'ROLLED_BACK' } });
    expect(await standing()).toEqual(before);
  });

  it('goes on once somebody has accepted it, with his reason in the audit', async () => {
    await office.get('vault.acceptRollback', { reason: 'Platte getauscht' });
    const { entries } = await office.get('audit.list', { limit: 1 });
    expect(entries).toMatchObject([{ initials: 'AA', reason: 'Platte getauscht' }]);
    const person = { name: 'Neu', addressLines: ['Weg 1'], phone: null, email: null };
    await office.get('people.create', person);
    await office.get('staff.add', {
      name: 'B',
      initials: 'BB',
      passphrase: 'Dohle Esel Falke Gans',
      rights: [],
    });
    await office.get('vault.lock', {});
    await unlock();
    expect(await office.get('vault.status', {})).toMatchObject({ warnings: [] });
  });
});
