import { describe, expect, it } from 'vitest';
import { addBill, billsOf, findBill, openBill, removeDraft, setBillState } from '#office/store/bills.ts';
import { changeMasterData } from '#office/store/change.ts';
import { destroyErasureKey } from '#office/store/erasure-keys.ts';
import {
  NOW,
  codeOf,
  officeFixture,
  valueOf,
  type OfficeFixture,
} from '../../../../support/office-folder.ts';
import { buildSmallHouse, changed, type SmallHouse } from '../../../../support/small-house.ts';

const CONTENT = { caseJson: '{"tenant":"Timo Becker"}', resultJson: '{"total":"1433.15"}' };

function draft(office: OfficeFixture, house: SmallHouse, correctsBillId: number | null = null): number {
  return changed(office, (change) =>
    addBill(change, { periodId: house.period, correctsBillId, engineVersion: '1.0.0', ...CONTENT }),
  );
}

describe('bills', () => {
  it('keep what they were made of, byte for byte and sealed', async () => {
    const office = await officeFixture();
    const id = draft(office, buildSmallHouse(office));
    expect(valueOf(openBill(office.store, office.vault, id))).toEqual(CONTENT);
    const row = office.store.database.prepare('select sealed_case from bills').get() as {
      sealed_case: Buffer;
    };
    expect(row.sealed_case.includes('Becker')).toBe(false);
    expect(() => openBill(office.store, office.vault, 99)).toThrow('no bill');
  });

  it('go from draft to final; a correction is a new version that names the old', async () => {
    const office = await officeFixture();
    const house = buildSmallHouse(office);
    const first = draft(office, house);
    changed(office, (change) => setBillState(change, first, 'checked'));
    expect(findBill(office.store, first)?.finalisedAt).toBeNull();
    changed(office, (change) => setBillState(change, first, 'final'));
    const second = draft(office, house, first);
    expect(
      billsOf(office.store, house.period).map((bill) => [bill.version, bill.state, bill.correctsBillId]),
    ).toEqual([
      [1, 'final', null],
      [2, 'draft', first],
    ]);
    expect(findBill(office.store, first)?.finalisedAt).toBe(NOW.toISOString());
    changed(office, (change) => removeDraft(change, second));
    expect(findBill(office.store, second)).toBeNull();
  });

  it('are frozen when final: nothing but cancelling is left', async () => {
    const office = await officeFixture();
    const id = draft(office, buildSmallHouse(office));
    changed(office, (change) => setBillState(change, id, 'final'));
    const act = { action: 'bill.change' };
    const back = changeMasterData(office.store, office.desk, act, (change) =>
      setBillState(change, id, 'draft'),
    );
    const gone = changeMasterData(office.store, office.desk, act, (change) => removeDraft(change, id));
    const other = changeMasterData(office.store, office.desk, act, (change) =>
      change.update('bills', id, { sealed_result: Buffer.from('other') }),
    );
    expect([back, gone, other].map(codeOf)).toEqual(['BILL_FROZEN', 'BILL_FROZEN', 'BILL_FROZEN']);
    changed(office, (change) => setBillState(change, id, 'cancelled'));
    expect(findBill(office.store, id)?.state).toBe('cancelled');
  });

  it('can be erased when the law no longer asks for them', async () => {
    const office = await officeFixture();
    const id = draft(office, buildSmallHouse(office));
    const { erasure_key_id: keyId } = office.store.database
      .prepare('select erasure_key_id from bills')
      .get() as {
      erasure_key_id: number;
    };
    changed(office, (change) => destroyErasureKey(change, keyId));
    expect(codeOf(openBill(office.store, office.vault, id))).toBe('BILL_ERASED');
  });
});
