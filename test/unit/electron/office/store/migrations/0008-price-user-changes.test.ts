import { describe, expect, it } from 'vitest';
import { addUserChange, findUserChange } from '#office/store/user-changes.ts';
import { centsOf } from '#shared/model/money.ts';
import { officeFixture } from '../../../../../support/office-folder.ts';
import { buildSmallHouse, changed, day } from '../../../../../support/small-house.ts';

describe('schema version 8', () => {
  it('keeps what a reading at a change of user cost, if anybody said', async () => {
    const office = await officeFixture();
    const { unit } = buildSmallHouse(office);
    const settled = { unitId: unit, missingWhy: null, reason: '', costBearer: 'leaving' } as const;
    const [priced, open] = changed(office, (change) => [
      addUserChange(change, { ...settled, lastDay: day('2025-09-30'), cost: centsOf(3_500) }),
      addUserChange(change, { ...settled, lastDay: day('2025-10-31'), cost: null }),
    ]);
    expect(findUserChange(office.store, priced ?? 0)?.cost).toBe(3_500);
    expect(findUserChange(office.store, open ?? 0)?.cost).toBeNull();
  });

  it('takes no amount of nothing or less', async () => {
    const office = await officeFixture();
    const { unit } = buildSmallHouse(office);
    for (const cost of [0, -1])
      expect(() =>
        changed(office, (change) =>
          addUserChange(change, {
            unitId: unit,
            lastDay: day('2025-09-30'),
            missingWhy: null,
            reason: '',
            costBearer: 'leaving',
            cost: centsOf(cost),
          }),
        ),
      ).toThrow(/CHECK/);
  });
});
