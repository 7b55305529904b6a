import { describe, expect, it } from 'vitest';
import { importKeys } from '#office/services/import-keys.ts';
import { listMeterKeys, openKeysOfMeter } from '#office/store/keys.ts';
import { auditEntries } from '#office/store/audit.ts';
import { codeOf, valueOf } from '../../../../support/office-folder.ts';
import { sessionFixture } from '../../../../support/session.ts';
import { METER_ADDRESS, METER_KEY } from '../../../../support/small-house.ts';

const KEY = '00112233445566778899aabbccddeeff';
const OTHER = 'ffeeddccbbaa99887766554433221100';

describe('a list of keys', () => {
  it('goes into the vault line by line, the bad ones named and left out', async () => {
    const { session } = await sessionFixture();
    const list = `id;key;manufacturer\n00000001;${KEY};EFE\n00000002;zu kurz;EFE\n00000003;${OTHER};`;
    const report = valueOf(importKeys(session, list, 'Lieferung 1'));
    expect(report).toMatchObject({ added: 2, unchanged: 0, shared: [] });
    expect(report.faults.map((fault) => fault.line)).toEqual([3]);
    const [opened] = valueOf(
      openKeysOfMeter(session.store, session.vault, { manufacturer: 'EFE', id: '00000001' }),
    );
    expect(opened?.key.toString('hex')).toBe(KEY);
    expect(opened?.label).toBe('Lieferung 1');
  });

  it('adds nothing that is there already, and nothing twice', async () => {
    const { session } = await sessionFixture();
    const line = `${METER_ADDRESS.id};${METER_KEY.toString('hex')};${METER_ADDRESS.manufacturer}`;
    const before = listMeterKeys(session.store).length;
    const report = valueOf(importKeys(session, `id;key;manufacturer\n${line}\n${line}\n`, 'noch einmal'));
    expect(report).toMatchObject({ added: 0, unchanged: 2 });
    expect(listMeterKeys(session.store)).toHaveLength(before);
  });

  it('points at meters that share a key, across lists', async () => {
    const { session } = await sessionFixture();
    const list = `id;key\n00000009;${METER_KEY.toString('hex')}`;
    expect(valueOf(importKeys(session, list, 'x')).shared).toEqual(['00000009', METER_ADDRESS.id]);
  });

  it('leaves an entry in the audit for each key, and no key in it', async () => {
    const { session } = await sessionFixture();
    valueOf(importKeys(session, `id;key\n00000001;${KEY}\n00000002;${OTHER}`, 'Lieferung 2'));
    const entries = [...auditEntries(session.store)].filter(({ action }) => action === 'keys.import');
    expect(entries).toHaveLength(2);
    for (const { payload } of entries) {
      expect(payload).toContain('Lieferung 2');
      expect(payload).not.toContain(KEY);
    }
  });

  it('changes nothing when the text is no list', async () => {
    const { session } = await sessionFixture();
    const before = listMeterKeys(session.store);
    expect(codeOf(importKeys(session, 'Sehr geehrte Damen und Herren', 'Brief'))).toBe('NO_KEY_TABLE');
    expect(listMeterKeys(session.store)).toEqual(before);
  });
});
