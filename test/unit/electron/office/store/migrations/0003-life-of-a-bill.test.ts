import { describe, expect, it } from 'vitest';
import { changeMasterData, type Change } from '#office/store/change.ts';
import { addBill, cancelBill, findBill, makeFinal, markChecked, noteDispatch } from '#office/store/bills.ts';
import { migrate } from '#office/store/migrations.ts';
import { STAFF, codeOf, officeFixture, type OfficeFixture } from '../../../../../support/office-folder.ts';
import { buildSmallHouse, changed, day } from '../../../../../support/small-house.ts';

function drafted(office: OfficeFixture): number {
  const { period } = buildSmallHouse(office);
  return changed(office, (change) =>
    addBill(change, {
      periodId: period,
      correctsBillId: null,
      correctionReason: null,
      engineVersion: '1',
      caseJson: '{}',
      resultJson: '{}',
    }),
  );
}

function refusal({ store, desk }: OfficeFixture, work: (change: Change) => void): string {
  return codeOf(changeMasterData(store, desk, { action: 'bill.change' }, work));
}

/** Takes the newest step of the schema back, as if an older program had written the file. */
function backToVersion2({ store: { database } }: OfficeFixture): void {
  database.exec('DROP TRIGGER bills_keep_their_makers; DROP TRIGGER bills_stay_dispatched;');
  for (const column of [
    'drafted_by',
    'checked_by',
    'checked_at',
    'correction_reason',
    'dispatched_on',
    'dispatched_by',
    'dispatch_way',
  ])
    database.exec(`ALTER TABLE bills DROP COLUMN ${column}`);
  database.pragma('user_version=2');
}

describe('schema version 3', () => {
  it('finds the drafter of older bills in the audit', async () => {
    const office = await officeFixture();
    const id = drafted(office);
    backToVersion2(office);
    migrate(office.store.database, 3);
    expect(findBill(office.store, id)).toMatchObject({
      draftedBy: STAFF.id,
      checkedBy: null,
      dispatchedOn: null,
    });
    const gate = office.store.database.prepare('select is_open from audit_gate').get();
    expect(gate).toEqual({ is_open: 0 });
  });

  it('freezes with a bill who checked it, and keeps a dispatched one from being cancelled', async () => {
    const office = await officeFixture();
    const id = drafted(office);
    changed(office, (change) => markChecked(change, id));
    changed(office, (change) => makeFinal(change, id));
    expect(refusal(office, (change) => change.update('bills', id, { checked_by: 'nobody' }))).toBe(
      'BILL_FROZEN',
    );
    expect(refusal(office, (change) => change.update('bills', id, { drafted_by: 'nobody' }))).toBe(
      'BILL_FROZEN',
    );
    changed(office, (change) => noteDispatch(change, id, { on: day('2026-03-02'), way: 'landlord' }));
    expect(refusal(office, (change) => cancelBill(change, id))).toBe('BILL_FROZEN');
    changed(office, (change) => noteDispatch(change, id, null));
    changed(office, (change) => cancelBill(change, id));
    expect(findBill(office.store, id)?.state).toBe('cancelled');
  });
});
