import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ValueOf } from '#shared/contract/contract.ts';
import { encryptedXml, kemArchive, metersInOrder } from '../exchange/kamstrup.ts';
import { workbook } from '../exchange/workbook.ts';
import { allocator, keyOf, telegramLines } from './key-workbench.ts';
import { PASSPHRASE, WindowOffice } from './window-office.ts';

let office: WindowOffice;
beforeEach(async () => {
  office = new WindowOffice();
  await office.create();
});
afterEach(() => office.stop());

function hex(id: string): string {
  return keyOf(id).toString('hex').toUpperCase();
}

/** Lays a file out for the next dialog. */
function layOut(name: string, content: string | Buffer): void {
  const file = path.join(office.folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  office.desktop.answers.push(file);
}

async function choose(
  name: string,
  content: string | Buffer,
): Promise<Extract<ValueOf<'keys.chooseFile'>, { state: 'preview' }>> {
  layOut(name, content);
  const opened = await office.get('keys.chooseFile', {});
  if (opened?.state !== 'preview') throw new Error('no preview');
  return opened;
}

async function states(): Promise<Record<string, string>> {
  const devices = await office.get('keys.list', {});
  return Object.fromEntries(devices.map(({ serial, state }) => [serial, state]));
}

describe('a delivery file', () => {
  const numbers = Array.from({ length: 20 }, (_, at) => String(at + 1).padStart(8, '0'));
  const lines = numbers.map((id) => `QDS;${id};${hex(id)}`);

  it('is previewed, taken over without its bad rows, and undone in one step', async () => {
    const broken = lines.with(3, 'QDS;00000004;zu kurz').with(9, `QDS;123456789;${hex('x')}`);
    const preview = await choose('Lieferung.csv', `Hersteller;Nummer;Schlüssel\n${broken.join('\n')}`);
    expect(preview).toMatchObject({
      format: 'text',
      columns: ['manufacturer', 'serial', 'key'],
      profile: null,
    });
    expect(preview.rows.filter(({ verdict }) => verdict === 'faulty').map(({ line }) => line)).toEqual([
      5, 11,
    ]);
    const result = await office.get('keys.apply', { token: preview.token, skip: [0] });
    expect(result).toMatchObject({ written: 17, confirmed: 0 });
    expect(result.left.map(({ line }) => line)).toEqual([5, 11]);
    expect(Object.keys(await states())).toHaveLength(17);
    await office.get('history.undo', {});
    expect(await office.get('keys.list', {})).toEqual([]);
  });

  it('is taken again after it was taken back, with the keys it brought and not with what is left of them', async () => {
    const preview = await choose('Lieferung.csv', lines.join('\n'));
    await office.get('keys.apply', { token: preview.token, skip: [] });
    const before = await office.get('keys.list', {});
    await office.get('history.undo', {});
    await office.get('history.redo', {});
    expect(await office.get('keys.list', {})).toEqual(before);
    const id = before[0]?.held[0]?.id ?? 0;
    const { key } = await office.get('keys.reveal', { id, reason: 'Probe', passphrase: PASSPHRASE });
    expect(key.replaceAll(' ', '')).toBe(hex(before[0]?.serial ?? ''));
  });

  it('is asked for once where no telegram waits to be read, and can still be taken again after that', async () => {
    const preview = await choose('Lieferung.csv', lines.join('\n'));
    office.told.length = 0;
    const reread = () =>
      office.told.filter((event) => event.type === 'job.progressed' && event.job === 'keys');
    await office.get('keys.apply', { token: preview.token, skip: [] });
    await expect.poll(() => reread().length).toBe(1);
    expect(office.told.filter(({ type }) => type === 'data.changed')).toHaveLength(1);
    await office.get('history.undo', {});
    await expect.poll(() => reread().length).toBe(2);
    expect(await office.get('history.redo', {})).toMatchObject({ name: 'Schlüssel aus Lieferung.csv' });
  });

  it('leaves hash and count in the audit, and no key anywhere but in the vault', async () => {
    const preview = await choose(
      'Lieferung.csv',
      `Hersteller;Nummer;Schlüssel;Key 2\n${lines.join('\n')}\nQDS;1;${hex('a')}0;${hex('b')}`,
    );
    await office.get('keys.mapFile', {
      token: preview.token,
      columns: ['manufacturer', 'serial', 'ignore', 'key'],
    });
    await office.get('keys.mapFile', {
      token: preview.token,
      columns: ['key', 'serial', 'manufacturer', 'ignore'],
    });
    const again = await office.get('keys.mapFile', { token: preview.token, columns: [...preview.columns] });
    await office.get('keys.apply', { token: again.token, skip: [] });
    await office.get('keys.list', {});
    const audit = await office.get('audit.list', { limit: 100 });
    expect(JSON.stringify(audit)).toMatch(/Prüfsumme der Datei: [0-9a-f]{64}/);
    expect(JSON.stringify(audit)).toContain('Zeilen: 22');
    const said = [...office.replies, ...office.told.map((event) => JSON.stringify(event))].join('\n');
    for (const id of [...numbers, 'a', 'b']) expect(said.toUpperCase()).not.toContain(hex(id));
  });

  it('proves keys on stored telegrams, and the telegrams that waited are read', async () => {
    const meters = numbers.slice(0, 3).map((id) => allocator(id));
    layOut('funk.txt', telegramLines(meters, '2026-01-31T21:00:00Z'));
    await office.get('pull.readFile', { isFolder: false });
    await expect.poll(() => office.told.some(({ type }) => type === 'pull.ended')).toBe(true);
    expect(await states()).toMatchObject({ '00000001': 'missing', '00000003': 'missing' });
    const preview = await choose('l.csv', `${lines[0]}\n${lines[1]}\nQDS;00000003;${hex('falsch')}`);
    expect(preview.rows.map(({ proof }) => proof)).toEqual(['confirmed', 'confirmed', 'wrong']);
    expect(await office.get('keys.apply', { token: preview.token, skip: [] })).toMatchObject({
      confirmed: 2,
    });
    expect(await states()).toMatchObject({ '00000001': 'confirmed', '00000003': 'wrong' });
    await expect
      .poll(() => office.told.some((event) => event.type === 'job.progressed' && event.job === 'keys'))
      .toBe(true);
    await office.get('history.undo', {});
    expect(await states()).toMatchObject({ '00000001': 'missing', '00000003': 'missing' });
  });

  it('that Excel has damaged is refused as a whole with the reason', async () => {
    for (const file of [
      `id;key\n00000001;1,23457E+31\n00000002;${hex('x')}`,
      workbook([
        ['Nummer', 'Key'],
        [1234567, hex('x')],
        [1234568, { number: '1.2345E+31' }],
      ]),
    ]) {
      layOut('a.xlsx', file);
      await expect(office.ask('keys.chooseFile', {})).resolves.toMatchObject({
        error: { code: 'DAMAGED_BY_EXCEL', message: expect.stringContaining('in Excel geöffnet') },
      });
    }
  });

  it('from Kamstrup waits for its password and says of a wrong one that it is wrong', async () => {
    const file = kemArchive(encryptedXml(metersInOrder([{ serial: '76348822', key: hex('k') }]), '4711'));
    layOut('20260101_DownloadMeters.zip.kem', file);
    const locked = await office.get('keys.chooseFile', {});
    if (locked?.state !== 'locked') throw new Error('not locked');
    await expect(
      office.ask('keys.unlockFile', { token: locked.token, password: '4712' }),
    ).resolves.toMatchObject({ error: { code: 'PASSWORD_WRONG', field: 'password' } });
    const preview = await office.get('keys.unlockFile', { token: locked.token, password: '4711' });
    expect(preview).toMatchObject({
      format: 'kamstrup',
      rows: [{ serial: '76348822', manufacturer: 'KAM' }],
    });
  });

  it('is recognised by its titles the next time, once its columns have a name', async () => {
    const text = `Nr;Geheim;Sonstiges\n00000001;${hex('1')};x`;
    const first = await choose('a.csv', text);
    const columns = ['serial', 'key', 'label'] as const;
    await office.get('keys.mapFile', { token: first.token, columns: [...columns] });
    await office.get('keys.saveProfile', { token: first.token, name: 'Engelmann 2026' });
    const second = await choose('b.csv', text);
    expect(second).toMatchObject({ profile: 'Engelmann 2026', columns });
  });

  it('is gone with the lock, the next file and the end of the dialog', async () => {
    const before = await choose('vor der Sperre.csv', lines.join('\n'));
    const status = await office.get('vault.status', {});
    await office.get('vault.lock', {});
    const staffId = status.state === 'open' ? status.session.staffId : '';
    await office.get('vault.unlock', { staffId, passphrase: PASSPHRASE });
    await expect(office.ask('keys.apply', { token: before.token, skip: [] })).resolves.toMatchObject({
      error: { code: 'PREVIEW_OUTDATED' },
    });
    const first = await choose('a.csv', lines.join('\n'));
    const second = await choose('b.csv', lines.join('\n'));
    await expect(office.ask('keys.apply', { token: first.token, skip: [] })).resolves.toMatchObject({
      error: { code: 'PREVIEW_OUTDATED' },
    });
    await office.get('keys.closeFile', {});
    await expect(office.ask('keys.apply', { token: second.token, skip: [] })).resolves.toMatchObject({
      error: { code: 'PREVIEW_OUTDATED' },
    });
  });

  it('of a thousand rows is previewed and taken over in a moment', async () => {
    const many = Array.from({ length: 1000 }, (_, at) => String(at + 1).padStart(8, '0'));
    const preview = await choose('groß.csv', many.map((id) => `QDS;${id};${hex(id)}`).join('\n'));
    expect(await office.get('keys.apply', { token: preview.token, skip: [] })).toMatchObject({
      written: 1000,
    });
  });
});

describe('a key by hand', () => {
  it('is checked before it is kept, and refused in a sentence', async () => {
    const typed = {
      manufacturer: 'qds',
      serial: '0000 0001',
      label: '',
      key: hex('1').replace(/.{8}/g, '$& '),
    };
    expect(await office.get('keys.check', typed)).toMatchObject({ verdict: 'new', proof: 'unheard' });
    expect(await office.get('keys.list', {})).toEqual([]);
    expect(await office.get('keys.enter', typed)).toMatchObject({ verdict: 'new' });
    for (const [wrong, sentence] of [
      [typed, 'Ist schon hinterlegt.'],
      [{ ...typed, key: '12' }, '32 Hexadezimalziffern'],
      [{ ...typed, serial: '12' }, 'acht Stellen'],
    ] as const)
      await expect(office.ask('keys.enter', wrong)).resolves.toMatchObject({
        error: { code: 'KEY_REFUSED', message: expect.stringContaining(sentence) },
      });
  });

  it('is forgotten and brought back without ever leaving its envelope', async () => {
    await office.get('keys.enter', {
      manufacturer: 'QDS',
      serial: '00000001',
      label: 'Key A',
      key: hex('1'),
    });
    const [device] = await office.get('keys.list', {});
    const id = device?.held[0]?.id ?? 0;
    await office.get('keys.remove', { id });
    expect(await office.get('keys.list', {})).toEqual([]);
    await office.get('history.undo', {});
    expect(await office.get('keys.list', {})).toEqual([device]);
    const shown = await office.get('keys.reveal', { id, reason: 'Umzug', passphrase: PASSPHRASE });
    expect(shown.key.replaceAll(' ', '')).toBe(hex('1'));
  });
});

describe('the reveal of a key', () => {
  it('asks for the passphrase and a reason, and leaves both deed and reason in the audit, not the key', async () => {
    await office.get('keys.enter', { manufacturer: 'QDS', serial: '00000001', label: '', key: hex('1') });
    const id = (await office.get('keys.list', {}))[0]?.held[0]?.id ?? 0;
    await expect(
      office.ask('keys.reveal', { id, reason: 'Neugier', passphrase: 'falsche Passphrase' }),
    ).resolves.toMatchObject({ error: { code: 'PASSPHRASE_WRONG', field: 'passphrase' } });
    await office.get('keys.reveal', { id, reason: 'Übergabe an Messdienst B', passphrase: PASSPHRASE });
    const audit = JSON.stringify(await office.get('audit.list', { limit: 10 }));
    expect(audit).toContain('Übergabe an Messdienst B');
    expect(audit).toContain('Schlüssel angezeigt');
    expect(audit).not.toContain('Neugier');
    expect(audit.toUpperCase()).not.toContain(hex('1'));
  });

  it('is refused without the right', async () => {
    await office.get('keys.enter', { manufacturer: 'QDS', serial: '00000001', label: '', key: hex('1') });
    const id = (await office.get('keys.list', {}))[0]?.held[0]?.id ?? 0;
    const [me] = await office.get('staff.list', {});
    await office.get('staff.changeRights', { id: me?.id ?? '', rights: ['changeSettings'] });
    await expect(
      office.ask('keys.reveal', { id, reason: 'Umzug', passphrase: PASSPHRASE }),
    ).resolves.toMatchObject({ error: { code: 'RIGHT_MISSING' } });
  });
});
