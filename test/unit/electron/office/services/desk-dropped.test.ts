import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encryptedXml, kemArchive, metersInOrder } from '../exchange/kamstrup.ts';
import { workbook } from '../exchange/workbook.ts';
import { allocator, keyOf, telegramLines } from './key-workbench.ts';
import { WindowOffice } from './window-office.ts';

let office: WindowOffice;
beforeEach(async () => {
  office = new WindowOffice();
  await office.create();
});
afterEach(() => office.stop());

const AT = '2026-01-31T21:00:00Z';
const KEY = keyOf('00000001').toString('hex').toUpperCase();

function drop(name: string, content: string | Buffer) {
  return office.ask('dropped.read', { name, modifiedAt: AT, content: Buffer.from(content) });
}

describe('a file dropped on the window', () => {
  it('is a delivery by its content, whatever its name is', async () => {
    for (const [name, content, state] of [
      ['Bild.png', `QDS;00000001;${KEY}`, 'preview'],
      ['nur Schlüssel.txt', `${KEY}\n${keyOf('2').toString('hex')}`, 'preview'],
      ['Geräte.csv', 'Hersteller;Nummer;Typ\nQDS;00000001;HKV', 'preview'],
      [
        'a.zip',
        workbook([
          ['Nummer', 'Schlüssel'],
          ['00000001', KEY],
        ]),
        'preview',
      ],
      [
        'b.txt',
        kemArchive(encryptedXml(metersInOrder([{ serial: '76348822', key: KEY }]), '4711')),
        'locked',
      ],
    ] as const)
      expect(await drop(name, content)).toMatchObject({
        ok: true,
        value: { kind: 'delivery', opened: { state, fileName: name } },
      });
  });

  it('is taken over like a chosen one', async () => {
    const reply = await drop('Lieferung.csv', `QDS;00000001;${KEY}`);
    if (!reply.ok || reply.value.kind !== 'delivery') throw new Error('no delivery');
    await office.get('keys.apply', { token: reply.value.opened.token, skip: [] });
    expect(await office.get('keys.list', {})).toMatchObject([{ serial: '00000001', state: 'unheard' }]);
    expect(office.replies.join('\n').toUpperCase()).not.toContain(KEY);
  });

  it('is telegrams by its content, packed or not, and a second time adds nothing', async () => {
    const lines = telegramLines([allocator('00000001')], AT);
    for (const [content, newTelegrams] of [
      [lines, 1],
      [gzipSync(lines), 0],
    ] as const) {
      office.told.length = 0;
      expect(await drop('Lieferung.csv', content)).toEqual({ ok: true, value: { kind: 'telegrams' } });
      await expect.poll(() => office.told.some(({ type }) => type === 'pull.ended')).toBe(true);
      expect((await office.get('pull.status', {})).last).toMatchObject({ newTelegrams, trigger: 'file' });
    }
  });

  it('is never stored as telegrams when it may be keys, however many of its lines are bad', async () => {
    const bad = `${KEY}\n${KEY.slice(2)}\n${KEY}00\n${keyOf('3').toString('hex')}`;
    expect(await drop('Schlüssel.txt', bad)).toMatchObject({ ok: false, error: { code: 'FILE_NOT_KNOWN' } });
    expect((await office.get('pull.status', {})).last).toBeNull();
  });

  it('that is neither gets one sentence with its name and what to do', async () => {
    for (const content of [
      'Sehr geehrte Damen und Herren',
      '{"a": 1}',
      '%PDF-1.7',
      Buffer.from([0, 1, 2, 255]),
    ])
      expect(await drop('Brief.txt', content)).toMatchObject({
        ok: false,
        error: {
          code: 'FILE_NOT_KNOWN',
          message:
            'In „Brief.txt“ stehen weder Schlüssel oder Geräte noch Telegramme. Bitte legen Sie eine Lieferdatei des Herstellers oder eine Datei mit Telegrammen ab.',
        },
      });
  });

  it('that is a damaged delivery is told what is wrong with it', async () => {
    expect(await drop('x.csv', `Nummer;Schlüssel\n00000001;1,23457E+31\n00000002;${KEY}`)).toMatchObject({
      ok: false,
      error: { code: 'DAMAGED_BY_EXCEL' },
    });
  });
});
