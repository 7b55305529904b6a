import { describe, expect, it } from 'vitest';
import {
  addBill,
  billsOf,
  cancelBill,
  findBill,
  makeFinal,
  markChecked,
  noteDispatch,
  openBill,
  removeDraft,
  takeCheckBack,
} from '#office/store/bills.ts';
import { changeMasterData } from '#office/store/change.ts';
import { destroyErasureKey } from '#office/store/erasure-keys.ts';
import {
  NOW,
  STAFF,
  codeOf,
  officeFixture,
  valueOf,
  type OfficeFixture,
} from '../../../../support/office-folder.ts';
import { buildSmallHouse, changed, day, type SmallHouse } from '../../../../support/small-house.ts';

const CONTENT = { caseJson: '{"tenant":"Timo Becker"}', resultJson: '{"total":"1433.15"}' };

function draft(office: OfficeFixture, house: SmallHouse, correctsBillId: number | null = null): number {
  return changed(office, (change) =>
    addBill(change, {
      periodId: house.period,
      correctsBillId,
      correctionReason: correctsBillId === null ? null : 'Gasrechnung berichtigt',
      engineVersion: '1.0.0',
      ...CONTENT,
    }),
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
    changed(office, (change) => markChecked(change, first));
    expect(findBill(office.store, first)?.finalisedAt).toBeNull();
    changed(office, (change) => makeFinal(change, first));
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
    changed(office, (change) => makeFinal(change, id));
    const act = { action: 'bill.change' };
    const back = changeMasterData(office.store, office.desk, act, (change) => takeCheckBack(change, id));
    const gone = changeMasterData(office.store, office.desk, act, (change) => removeDraft(change, id));
    const other = changeMasterData(office.store, office.desk, act, (change) =>
      change.update('bills', id, { sealed_result: Buffer.from('other') }),
    );
    expect([back, gone, other].map(codeOf)).toEqual(['BILL_FROZEN', 'BILL_FROZEN', 'BILL_FROZEN']);
    changed(office, (change) => cancelBill(change, id));
    expect(findBill(office.store, id)?.state).toBe('cancelled');
  });

  it('know who drafted, checked and dispatched them, and why they correct another', async () => {
    const office = await officeFixture();
    const house = buildSmallHouse(office);
    const first = draft(office, house);
    changed(office, (change) => markChecked(change, first));
    expect(findBill(office.store, first)).toMatchObject({
      draftedBy: STAFF.id,
      checkedBy: STAFF.id,
      checkedAt: NOW.toISOString(),
    });
    changed(office, (change) => takeCheckBack(change, first));
    expect(findBill(office.store, first)).toMatchObject({ state: 'draft', checkedBy: null, checkedAt: null });
    changed(office, (change) => makeFinal(change, first));
    changed(office, (change) => noteDispatch(change, first, { on: day('2026-03-02'), way: 'post' }));
    expect(findBill(office.store, first)).toMatchObject({
      dispatchedOn: '2026-03-02',
      dispatchWay: 'post',
      dispatchedBy: STAFF.id,
    });
    const second = draft(office, house, first);
    expect(findBill(office.store, second)?.correctionReason).toBe('Gasrechnung berichtigt');
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
