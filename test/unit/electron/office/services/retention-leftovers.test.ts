import { describe, expect, it } from 'vitest';
import { historyPage } from '#office/services/audit-history.ts';
import { eraseExpired, expiredData } from '#office/services/retention.ts';
import { checkAudit } from '#office/store/audit.ts';
import type { Change } from '#office/store/change.ts';
import { removePerson, removePrepayment } from '#office/store/corrections.ts';
import { addPerson, findPerson } from '#office/store/people.ts';
import { addPrepayment, addTenancy, endTenancy, prepaymentsOf } from '#office/store/tenancies.ts';
import { centsOf } from '#shared/model/money.ts';
import { valueOf } from '../../../../support/office-folder.ts';
import { changed, day } from '../../../../support/small-house.ts';
import { sessionFixture, type SessionFixture } from '../../../../support/session.ts';

const VISITOR = { name: 'Vera Vorübergehend', addressLines: ['Am Stollen 19'], phone: null, email: null };

/** A session whose clock the test turns, and changes made by that clock. */
async function fixtureOn(date: string) {
  let now = new Date(`${date}T12:00:00.000Z`);
  const fixture = await sessionFixture(() => now);
  const desk = { ...fixture.office.desk, clock: () => now };
  return {
    ...fixture,
    change: <T>(work: (change: Change) => T): T => changed({ ...fixture.office, desk }, work),
    turnTo: (next: string) => (now = new Date(`${next}T12:00:00.000Z`)),
  };
}

/** Everything a signed-in employee can still read of the past, as text. */
function toldBy({ session }: SessionFixture): string {
  return JSON.stringify(historyPage(session, 1_000));
}

describe('three full years after a tenancy', () => {
  it('what was paid for it goes, even while the tenant lives on in the house', async () => {
    const fixture = await fixtureOn('2023-06-30');
    const { house, session } = fixture;
    const laterTenancy = fixture.change((change) => {
      endTenancy(change, house.tenancy, day('2023-08-31'));
      addPrepayment(change, { tenancyId: house.tenancy, paidOn: day('2023-03-01'), amount: centsOf(12_345) });
      const unitId = house.unit;
      const later = addTenancy(change, { unitId, personId: house.tenant, from: day('2023-09-01'), to: null });
      addPrepayment(change, { tenancyId: later, paidOn: day('2023-10-01'), amount: centsOf(6_789) });
      return later;
    });
    fixture.turnTo('2026-12-31');
    expect(valueOf(expiredData(session)).prepayments).toEqual([]);
    fixture.turnTo('2027-01-01');
    const list = valueOf(expiredData(session));
    expect(list).toMatchObject({ prepayments: [{ erasureKeyId: 2 }], persons: [], traces: [] });
    valueOf(eraseExpired(session, list));
    expect(prepaymentsOf(session.store, house.tenancy)).toEqual([]);
    expect(prepaymentsOf(session.store, laterTenancy)).toHaveLength(1);
    expect(
      historyPage(session, 2)
        .flatMap(({ details }) => details)
        .join(),
    ).not.toContain('123,45');
    expect(findPerson(session.store, session.vault, house.tenant)).not.toBeNull();
  });

  it('nothing of the tenancy can be read any more, neither in a table nor in the audit', async () => {
    const fixture = await fixtureOn('2023-06-30');
    const { house, session } = fixture;
    const { tenancy } = house;
    const mistaken = { tenancyId: tenancy, paidOn: day('2023-04-01'), amount: centsOf(98_765) };
    fixture.change((change) => {
      endTenancy(change, tenancy, day('2023-08-31'));
      addPrepayment(change, { ...mistaken, amount: centsOf(12_345) });
      removePrepayment(change, tenancy, addPrepayment(change, mistaken));
    });
    for (const known of ['Becker', '123,45', '987,65']) expect(toldBy(fixture)).toContain(known);
    fixture.turnTo('2027-01-01');
    valueOf(eraseExpired(session, valueOf(expiredData(session))));
    for (const gone of ['Becker', '123,45', '987,65']) expect(toldBy(fixture)).not.toContain(gone);
    expect(checkAudit(session.store, session.vault.auditKeys).ok).toBe(true);
  });
});

describe('somebody without a tenancy', () => {
  it.each([['was removed again'], ['never rented anything']])(
    'who %s leaves no trace for ever',
    async (how) => {
      const fixture = await fixtureOn('2022-06-30');
      const { session } = fixture;
      const visitor = fixture.change((change) => addPerson(change, VISITOR));
      if (how === 'was removed again') fixture.change((change) => removePerson(change, visitor));
      expect(toldBy(fixture)).toContain(VISITOR.name);
      fixture.turnTo('2025-12-31');
      expect(valueOf(expiredData(session)).traces).toEqual([]);
      fixture.turnTo('2026-01-01');
      const list = valueOf(expiredData(session));
      expect(list.traces).toEqual([{ erasureKeyId: 3, lastAt: '2022-06-30T12:00:00.000Z' }]);
      valueOf(eraseExpired(session, list));
      expect(toldBy(fixture)).not.toContain(VISITOR.name);
      expect(findPerson(session.store, session.vault, visitor)).toBeNull();
      expect(valueOf(expiredData(session)).traces).toEqual([]);
    },
  );

  it('stays as long as he lets a property', async () => {
    const fixture = await fixtureOn('2022-06-30');
    fixture.turnTo('2060-01-01');
    expect(valueOf(expiredData(fixture.session)).traces).toEqual([]);
  });
});
