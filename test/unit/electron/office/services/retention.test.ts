import { describe, expect, it } from 'vitest';
import { historyPage } from '#office/services/audit-history.ts';
import { eraseExpired, expiredData } from '#office/services/retention.ts';
import { checkAudit } from '#office/store/audit.ts';
import { addBill, makeFinal, openBill } from '#office/store/bills.ts';
import { insertBundles, lastBundleId } from '#office/store/bundles.ts';
import { findPerson, listPersons } from '#office/store/people.ts';
import { addManualReading, readingsOfMeter } from '#office/store/readings.ts';
import { recordOutcomes } from '#office/store/telegrams.ts';
import { addPrepayment, addTenancy, endTenancy, prepaymentsOf } from '#office/store/tenancies.ts';
import { centsOf } from '#shared/model/money.ts';
import { codeOf, valueOf } from '../../../../support/office-folder.ts';
import { METER_ADDRESS, changed, day } from '../../../../support/small-house.ts';
import { sessionFixture, type SessionFixture } from '../../../../support/session.ts';

const EVER = { from: day('2000-01-01'), to: day('2099-12-31') };
let now = new Date('2022-06-30T12:00:00.000Z');

/** A year's end seen from June 2022: a tenant moves out, telegrams come in, a bill is made final. */
async function lived(): Promise<SessionFixture & { readonly bill: number }> {
  now = new Date('2022-06-30T12:00:00.000Z');
  const fixture = await sessionFixture(() => now);
  const { house } = fixture;
  const office = { ...fixture.office, desk: { ...fixture.office.desk, clock: () => now } };
  const reading = {
    meterId: house.meter,
    register: 'current',
    quantity: 'allocation',
    value: { mantissa: 100n, exponent: 0, unit: 'HCA' },
    date: day('2022-06-30'),
    dateInferred: false,
    storage: 0,
  } as const;
  const bundle = {
    source: 'file',
    topic: 'a',
    key: null,
    payload: Buffer.from('a'),
    receivedAt: now,
    lastModified: null,
    state: 'stored',
    telegrams: [{ bytes: Buffer.from([1]), address: METER_ADDRESS, receivedAt: now, rssiDbm: null }],
  } as const;
  valueOf(insertBundles(office.store, [bundle]));
  valueOf(
    recordOutcomes(
      office.store,
      [{ telegramId: 1, outcome: 'ok', verifiedBy: 'mac', readings: [reading] }],
      now,
    ),
  );
  const bill = changed(office, (change) => {
    endTenancy(change, house.tenancy, day('2023-08-31'));
    addPrepayment(change, { tenancyId: house.tenancy, paidOn: day('2023-03-01'), amount: centsOf(12_000) });
    addManualReading(change, { reading, origin: 'readOnSite', note: 'Auszug' });
    const id = addBill(change, {
      periodId: house.period,
      correctsBillId: null,
      correctionReason: null,
      engineVersion: '1',
      caseJson: '{"tenant":"Timo Becker"}',
      resultJson: '{}',
    });
    makeFinal(change, id);
    return id;
  });
  return { ...fixture, office, bill };
}

function seenOn(fixture: SessionFixture, date: string) {
  now = new Date(`${date}T12:00:00.000Z`);
  return valueOf(expiredData(fixture.session));
}

describe('retention', () => {
  it('lists what has to go, year by year, before anything goes', async () => {
    const fixture = await lived();
    expect(seenOn(fixture, '2025-12-31')).toMatchObject({
      telegrams: 0,
      manualReadings: 0,
      persons: [],
      bills: [],
    });
    expect(seenOn(fixture, '2026-01-01')).toMatchObject({
      telegrams: 1,
      manualReadings: 1,
      persons: [],
      bills: [],
    });
    expect(seenOn(fixture, '2026-12-31').persons).toEqual([]);
    expect(seenOn(fixture, '2027-01-01').persons).toEqual([
      { id: fixture.house.tenant, erasureKeyId: 2, until: '2023-08-31' },
    ]);
    expect(seenOn(fixture, '2032-12-31').bills).toEqual([]);
    expect(seenOn(fixture, '2033-01-01').bills.map(({ id }) => id)).toEqual([fixture.bill]);
  });

  it('erases telegrams, values and people, and keeps the bill until its own day', async () => {
    const fixture = await lived();
    const { store, vault } = fixture.session;
    valueOf(eraseExpired(fixture.session, seenOn(fixture, '2027-01-01')));
    expect(findPerson(store, vault, fixture.house.tenant)).toBeNull();
    expect(listPersons(store, vault)).toHaveLength(1);
    expect(prepaymentsOf(store, fixture.house.tenancy)).toEqual([]);
    expect(readingsOfMeter(store, fixture.house.meter, EVER)).toEqual([]);
    expect(store.database.prepare('select count(*) as n from telegrams').get()).toEqual({ n: 0 });
    expect(store.database.prepare('select count(*) as n from bundles').get()).toEqual({ n: 0 });
    expect(lastBundleId(store)).toBe(1);
    expect(valueOf(openBill(store, vault, fixture.bill)).caseJson).toContain('Becker');
    valueOf(eraseExpired(fixture.session, seenOn(fixture, '2033-01-01')));
    expect(codeOf(openBill(store, vault, fixture.bill))).toBe('BILL_ERASED');
    expect(seenOn(fixture, '2033-01-01')).toMatchObject({
      telegrams: 0,
      manualReadings: 0,
      persons: [],
      bills: [],
    });
  });

  it('breaks no chain, and the history no longer names anybody', async () => {
    const fixture = await lived();
    const { store, vault } = fixture.session;
    expect(JSON.stringify(historyPage(fixture.session, 1_000))).toContain('Becker');
    valueOf(eraseExpired(fixture.session, seenOn(fixture, '2027-01-01')));
    expect(checkAudit(store, vault.auditKeys).ok).toBe(true);
    const history = historyPage(fixture.session, 1_000);
    expect(JSON.stringify(history)).not.toContain('Becker');
    expect(history[0]).toMatchObject({
      title: 'Daten nach Fristablauf gelöscht',
      details: ['Telegramme: 1', 'Ablesungen: 1', 'Bis: 31.12.2023'],
    });
  });

  it('leaves alone whoever still rents, lets or has moved within the house', async () => {
    const fixture = await lived();
    changed(fixture.office, (change) =>
      addTenancy(change, {
        unitId: fixture.house.unit,
        personId: fixture.house.tenant,
        from: day('2023-10-01'),
        to: null,
      }),
    );
    expect(seenOn(fixture, '2040-01-01').persons).toEqual([]);
  });
});
