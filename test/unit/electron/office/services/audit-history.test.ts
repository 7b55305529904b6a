import { describe, expect, it } from 'vitest';
import { historyOf, historyPage } from '#office/services/audit-history.ts';
import { destroyErasureKey } from '#office/store/erasure-keys.ts';
import { endInstallation, installationsOfMeter } from '#office/store/meters.ts';
import { erasureKeyOf, updatePerson } from '#office/store/people.ts';
import { updateUnit } from '#office/store/properties.ts';
import { addStaffEntry } from '#office/store/staff.ts';
import { endTenancy } from '#office/store/tenancies.ts';
import { hasWordsFor } from '#shared/text/tell-change.ts';
import { STAFF } from '../../../../support/office-folder.ts';
import { sessionFixture } from '../../../../support/session.ts';
import { TENANT, changed, day, flatOf } from '../../../../support/small-house.ts';

describe('the history', () => {
  it('says who changed what, from which value to which, and why', async () => {
    const { session, office, house } = await sessionFixture();
    changed(office, (change) =>
      addStaffEntry(change, { accessId: STAFF.id, name: STAFF.name, initials: 'RR' }),
    );
    changed(
      office,
      (change) => updateUnit(change, house.unit, flatOf(house.property, 'Urbaner Rückzugsort')),
      'Neues Schild',
    );
    const [latest, first] = historyOf(session, `units:${house.unit}`);
    expect(latest).toMatchObject({
      who: 'RR',
      title: 'Nutzeinheit geändert',
      name: 'Urbaner Rückzugsort',
      details: ['Name: Stadtoase-Suite → Urbaner Rückzugsort'],
      reason: 'Neues Schild',
    });
    expect(first?.title).toBe('Nutzeinheit angelegt');
    expect(first?.details).toContain('Beheizte Fläche: 80 m²');
    expect(first?.details).toContain('Liegenschaft: Stadtpark Suites');
  });

  it('opens what concerns people, for those who may see it', async () => {
    const { session, office, house } = await sessionFixture();
    changed(
      office,
      (change) => updatePerson(change, house.tenant, { ...TENANT, phone: '03677 99' }),
      'Anruf',
    );
    changed(office, (change) => endTenancy(change, house.tenancy, day('2025-09-30')), 'Kündigung');
    expect(historyOf(session, `persons:${house.tenant}`)[0]).toMatchObject({
      title: 'Person geändert',
      name: 'Timo Becker',
      reason: 'Anruf',
    });
    const [ended, begun] = historyOf(session, `tenancies:${house.tenancy}`);
    expect(ended).toMatchObject({ details: ['Auszug: leer → 30.09.2025'], reason: 'Kündigung' });
    expect(begun?.details).toContain('Mieter: Timo Becker');
  });

  it('forgets a person whose key was destroyed, and stays whole', async () => {
    const { session, office, house } = await sessionFixture();
    changed(office, (change) => destroyErasureKey(change, erasureKeyOf(office.store, house.tenant)));
    const entries = historyOf(session, `persons:${house.tenant}`);
    expect(entries.map(({ details, reason, name }) => [details, reason, name])).toEqual([
      [['Die persönlichen Angaben wurden nach Fristablauf gelöscht.'], null, null],
    ]);
    expect(JSON.stringify(historyPage(session, 1_000))).not.toContain('Becker');
  });

  it('is paged from the newest to the oldest', async () => {
    const { session, office, house } = await sessionFixture();
    const [installation] = installationsOfMeter(office.store, house.meter);
    changed(office, (change) => installation && endInstallation(change, installation.id, day('2025-12-31')));
    const all = historyPage(session, 1_000);
    const [first, second] = [historyPage(session, 4), historyPage(session, 4, all[3]?.seq)];
    expect([...first, ...second]).toEqual(all.slice(0, 8));
    expect(all[0]?.title).toBe('Einbau geändert');
    expect(all.at(-1)?.seq).toBe(1);
  });

  it('has a German word for every column of every audited table', async () => {
    const { office } = await sessionFixture();
    const guarded = office.store.database
      .prepare(
        "select distinct tbl_name as name from sqlite_schema where type = 'trigger' and name like '%_audited_insert'",
      )
      .all() as { readonly name: string }[];
    // A reading by hand is told by its entry, internal counters by nothing.
    const silent = new Set(['persons.id', 'meter_keys.version']);
    for (const { name: table } of guarded.filter(({ name }) => name !== 'readings')) {
      const columns = office.store.database.prepare('select name from pragma_table_info(?)').all(table) as {
        readonly name: string;
      }[];
      for (const { name: column } of columns.filter(
        ({ name }) => name !== 'id' && !silent.has(`${table}.${name}`),
      ))
        expect([table, column, hasWordsFor(table, column)]).toEqual([table, column, true]);
    }
    expect(guarded.length).toBeGreaterThan(15);
  });
});
