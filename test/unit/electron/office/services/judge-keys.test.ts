import { describe, expect, it } from 'vitest';
import { recognizeColumns } from '#office/exchange/key-columns.ts';
import { readKeyRows } from '#office/exchange/key-rows.ts';
import { readTextTable } from '#office/exchange/text-table.ts';
import { decodeTelegrams } from '#office/services/decode-telegrams.ts';
import { listHeardMeters } from '#office/services/heard-meters.ts';
import { judgeKeys, type JudgedKey } from '#office/services/judge-keys.ts';
import { addMeterKey, openAllMeterKeys } from '#office/store/keys.ts';
import { valueOf } from '../../../../support/office-folder.ts';
import { sessionFixture, type SessionFixture } from '../../../../support/session.ts';
import { changed } from '../../../../support/small-house.ts';
import { encodeMode5 } from '../telegram/encode.ts';
import { allocator, keyOf, receive, receiveBytes } from './key-workbench.ts';

const AT = '2026-01-31T21:00:00Z';

function hex(id: string): string {
  return keyOf(id).toString('hex');
}

function judge({ session }: SessionFixture, text: string): JudgedKey[] {
  const rows = readKeyRows(recognizeColumns(valueOf(readTextTable(text))));
  const held = valueOf(openAllMeterKeys(session.store, session.vault));
  return judgeKeys(rows, { held, heard: listHeardMeters(session.store), makers: new Set() });
}

function hold(fixture: SessionFixture, identification: string, key: Buffer): void {
  changed(fixture.office, (change) =>
    addMeterKey(change, { manufacturer: 'QDS', identification, label: 'früher', key }),
  );
}

function told({ verdict, proof, remarks }: JudgedKey | undefined = judgedNothing()): unknown[] {
  return [verdict, proof, remarks.join(' ')];
}

function judgedNothing(): never {
  throw new Error('no row was judged');
}

describe('the proof of a delivered key', () => {
  it('is at hand at once: it opens the last telegram, does not, or there is none', async () => {
    const fixture = await sessionFixture();
    receive(fixture.session, [allocator('00000001'), allocator('00000002')], AT);
    receive(fixture.session, [allocator('00000004', { security: 'mode7' })], AT);
    const list = `id;key\n00000001;${hex('00000001')}\n00000002;${hex('00000009')}\n00000003;${hex('00000003')}\n00000004;${hex('00000004')}`;
    expect(judge(fixture, list).map(({ verdict, proof }) => [verdict, proof])).toEqual([
      ['new', 'confirmed'],
      ['new', 'wrong'],
      ['new', 'unheard'],
      ['new', 'confirmed'],
    ]);
  });

  it('names the other device when two were swapped', async () => {
    const fixture = await sessionFixture();
    receive(fixture.session, [allocator('00000001'), allocator('00000002')], AT);
    const [row] = judge(fixture, `id;key\n00000001;${hex('00000002')}`);
    expect(row?.remarks.join(' ')).toContain('sondern QDS 00000002. Sind zwei Geräte vertauscht?');
  });

  it('finds the device of a key that stands alone, and asks for the number when it cannot', async () => {
    const fixture = await sessionFixture();
    receive(fixture.session, [allocator('00000001'), allocator('00000002')], AT);
    const [found, lost] = judge(fixture, `${hex('00000002')}\n${hex('00000007')}`);
    expect([found?.manufacturer, found?.serial, found?.verdict]).toEqual(['QDS', '00000002', 'new']);
    expect(told(lost)).toEqual(['faulty', 'unheard', expect.stringContaining('nennt die Datei kein Gerät')]);
  });

  it('looks up the meter, not the radio module that sends for it', async () => {
    const fixture = await sessionFixture();
    const module = { manufacturer: 'AMB', id: '99999999', version: 1, deviceType: 0x31 };
    const { address } = allocator('00000001');
    const records = Buffer.from('0b6e123456', 'hex');
    const bytes = Buffer.from(encodeMode5({ address, key: keyOf('00000001'), accessNo: 1, records }, module));
    receiveBytes(fixture.session, [{ address: module, bytes }], AT);
    expect(judge(fixture, `id;key\n00000001;${hex('00000001')}`)[0]?.proof).toBe('confirmed');
  });
});

describe('the verdict on a delivered key', () => {
  it('is unchanged for what is held or repeated', async () => {
    const fixture = await sessionFixture();
    hold(fixture, '00000001', keyOf('00000001'));
    const line = `00000002;${hex('00000002')}`;
    const rows = judge(fixture, `id;key\n00000001;${hex('00000001')}\n${line}\n${line}`);
    expect(rows.map(told)).toEqual([
      ['unchanged', 'unheard', 'Ist schon hinterlegt.'],
      ['new', 'unheard', ''],
      ['unchanged', 'unheard', 'Wiederholt Zeile 3.'],
    ]);
  });

  it('replaces a key that telegrams have proven wrong, and keeps one that they confirm', async () => {
    const fixture = await sessionFixture();
    receive(fixture.session, [allocator('00000001'), allocator('00000002')], AT);
    hold(fixture, '00000001', keyOf('falsch'));
    hold(fixture, '00000002', keyOf('00000002'));
    valueOf(await decodeTelegrams(fixture.session));
    const rows = judge(fixture, `id;key\n00000001;${hex('00000001')}\n00000002;${hex('00000009')}`);
    expect(rows[0]).toMatchObject({ verdict: 'changed', proof: 'confirmed', replaces: [expect.any(Number)] });
    expect(rows[1]).toMatchObject({ verdict: 'conflict', proof: 'wrong', replaces: [] });
  });

  it('adds a key beside one that nothing speaks against: the decoder tries all', async () => {
    const fixture = await sessionFixture();
    hold(fixture, '00000001', keyOf('erster'));
    expect(judge(fixture, `id;key\n00000001;${hex('00000001')}`)[0]).toMatchObject({
      verdict: 'changed',
      replaces: [],
    });
  });

  it('warns of a key that two devices share, of a default key and of a maker nobody knows', async () => {
    const fixture = await sessionFixture();
    const rows = judge(
      fixture,
      `id;key;flag\n00000001;${hex('x')};QDS\n00000002;${hex('x')};QDS\n00000003;${'51728910E66D83F8'.repeat(2)};XQX`,
    );
    expect(rows.map(({ verdict }) => verdict)).toEqual(['new', 'new', 'new']);
    expect(rows[0]?.remarks.join(' ')).toContain('Denselben Schlüssel hat auch 00000002.');
    expect(rows[1]?.remarks.join(' ')).toContain('00000001');
    expect(rows[2]?.remarks.join(' ')).toMatch(/Standardschlüssel.*XQX/);
  });
});
