import { describe, expect, it } from 'vitest';
import { auditOf } from '#office/store/audit.ts';
import {
  addMeterKey,
  listMeterKeys,
  openAllMeterKeys,
  openKeysOfMeter,
  openMeterKeysAfter,
  removeMeterKey,
  replaceMeterKey,
} from '#office/store/keys.ts';
import { codeOf, officeFixture, valueOf, type OfficeFixture } from '../../../../support/office-folder.ts';
import { METER_ADDRESS, METER_KEY, changed } from '../../../../support/small-house.ts';

const KEY_LIST = { manufacturer: 'QDS', identification: '12345678', label: 'Lieferung 4711' };

function keysIn(office: OfficeFixture): string[] {
  return valueOf(openKeysOfMeter(office.store, office.vault, METER_ADDRESS)).map(({ key }) =>
    key.toString('hex'),
  );
}

describe('meter keys', () => {
  it('open for their meter, also from a list that named no manufacturer', async () => {
    const office = await officeFixture();
    changed(office, (change) => {
      addMeterKey(change, { ...KEY_LIST, key: METER_KEY });
      addMeterKey(change, { ...KEY_LIST, manufacturer: null, key: Buffer.alloc(16, 2) });
      addMeterKey(change, { ...KEY_LIST, manufacturer: 'TCH', key: Buffer.alloc(16, 3) });
      addMeterKey(change, { ...KEY_LIST, identification: '87654321', key: Buffer.alloc(16, 4) });
    });
    expect(keysIn(office)).toEqual([METER_KEY.toString('hex'), '02'.repeat(16)]);
    expect(valueOf(openAllMeterKeys(office.store, office.vault))).toHaveLength(4);
    const third = valueOf(openMeterKeysAfter(office.store, office.vault, 2, 1));
    expect(third.map(({ id, manufacturer }) => [id, manufacturer])).toEqual([[3, 'TCH']]);
    expect(valueOf(openMeterKeysAfter(office.store, office.vault, 4, 1))).toEqual([]);
    expect(listMeterKeys(office.store)[0]).toEqual({ id: 1, ...KEY_LIST, version: 1 });
  });

  it('are replaced and removed without leaving themselves in the audit', async () => {
    const office = await officeFixture();
    const id = changed(office, (change) => addMeterKey(change, { ...KEY_LIST, key: METER_KEY }));
    changed(office, (change) => replaceMeterKey(change, id, Buffer.alloc(16, 9)));
    expect(keysIn(office)).toEqual(['09'.repeat(16)]);
    changed(office, (change) => removeMeterKey(change, id));
    expect(keysIn(office)).toEqual([]);
    const told = auditOf(office.store, `meter_keys:${id}`).map((entry) => entry.payload);
    expect(told).toHaveLength(3);
    expect(told.join()).not.toContain('09'.repeat(16));
    expect(told[1]).toContain('"sealed_key":"sealed"');
  });

  it('do not open in another row', async () => {
    const office = await officeFixture();
    changed(office, (change) => {
      addMeterKey(change, { ...KEY_LIST, key: METER_KEY });
      addMeterKey(change, { ...KEY_LIST, key: Buffer.alloc(16, 2) });
    });
    office.store.database.transact(() => {
      office.store.database.exec('update audit_gate set is_open = 1');
      office.store.database.exec(
        'update meter_keys set sealed_key = (select sealed_key from meter_keys where id = 1) where id = 2',
      );
    });
    expect(codeOf(openAllMeterKeys(office.store, office.vault))).toBe('ENVELOPE_BROKEN');
  });

  it('have sixteen bytes', async () => {
    const office = await officeFixture();
    for (const length of [0, 15, 17, 32])
      expect(() =>
        changed(office, (change) => addMeterKey(change, { ...KEY_LIST, key: Buffer.alloc(length) })),
      ).toThrow(RangeError);
  });
});
