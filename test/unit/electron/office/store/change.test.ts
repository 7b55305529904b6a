import { describe, expect, it } from 'vitest';
import { auditEntries, auditHead, checkAudit } from '#office/store/audit.ts';
import { changeMasterData } from '#office/store/change.ts';
import { addPerson } from '#office/store/people.ts';
import { addUnit, findUnit, updateUnit } from '#office/store/properties.ts';
import { decimalTextOf } from '#shared/model/decimal-text.ts';
import { NOW, STAFF, codeOf, officeFixture } from '../../../../support/office-folder.ts';
import { TENANT, buildSmallHouse, changed, flatOf } from '../../../../support/small-house.ts';

describe('a change of master data', () => {
  it('leaves an entry for every row: who, when, what, old and new, why', async () => {
    const office = await officeFixture();
    const house = buildSmallHouse(office);
    const before = auditHead(office.store).seq;
    const smaller = { ...flatOf(house.property, 'Stadtoase-Suite'), heatedAreaM2: decimalTextOf('70') };
    changed(office, (change) => updateUnit(change, house.unit, smaller), 'Aufmaß vom März');
    const [entry, ...rest] = auditEntries(office.store, before);
    expect(rest).toEqual([]);
    expect(entry).toMatchObject({
      seq: before + 1,
      at: NOW.toISOString(),
      actor: STAFF.id,
      action: 'test.change',
      subject: `units:${house.unit}`,
    });
    expect(JSON.parse(entry?.payload ?? '')).toEqual({
      old: { heated_area_m2: '80' },
      new: { heated_area_m2: '70' },
      reason: 'Aufmaß vom März',
    });
  });

  it('leaves none when nothing differs', async () => {
    const office = await officeFixture();
    const house = buildSmallHouse(office);
    const before = auditHead(office.store);
    changed(office, (change) => updateUnit(change, house.unit, flatOf(house.property, 'Stadtoase-Suite')));
    expect(auditHead(office.store)).toEqual(before);
  });

  it('keeps all of its rows and entries, or none', async () => {
    const office = await officeFixture();
    const house = buildSmallHouse(office);
    const before = auditHead(office.store);
    const twice = changeMasterData(office.store, office.desk, { action: 'unit.add' }, (change) => {
      addUnit(change, flatOf(house.property, 'Urbaner Rückzugsort'));
      addUnit(change, flatOf(house.property, 'Urbaner Rückzugsort'));
    });
    expect(codeOf(twice)).toBe('ALREADY_EXISTS');
    expect(() =>
      changeMasterData(office.store, office.desk, { action: 'unit.add' }, (change) => {
        addUnit(change, flatOf(house.property, 'Urbaner Rückzugsort'));
        throw new Error('a bug');
      }),
    ).toThrow('a bug');
    expect(auditHead(office.store)).toEqual(before);
    expect(office.store.database.prepare('select count(*) as n from units').get()).toEqual({ n: 1 });
    expect(office.store.database.prepare('select is_open from audit_gate').get()).toEqual({ is_open: 0 });
  });

  it('tells of people only under their own key', async () => {
    const office = await officeFixture();
    changed(office, (change) => addPerson(change, TENANT), 'Anruf von Frau Becker');
    const entries = [...auditEntries(office.store)];
    expect(entries).toHaveLength(1);
    expect(entries[0]?.payload).toBe('{}');
    expect(entries[0]?.personal).not.toBeNull();
    expect(entries[0]?.personal?.includes('Becker')).toBe(false);
  });

  it('never repeats an id, so that a sealed column is bound to one row for ever', async () => {
    const office = await officeFixture();
    const house = buildSmallHouse(office);
    const second = changed(office, (change) => addUnit(change, flatOf(house.property, 'Zweite')));
    changed(office, (change) => change.remove('units', second));
    const third = changed(office, (change) => {
      expect(change.nextId('units')).toBe(second + 1);
      return addUnit(change, flatOf(house.property, 'Dritte'));
    });
    expect(third).toBe(second + 1);
    expect(findUnit(office.store, second)).toBeNull();
  });

  it('throws for a row that does not exist: that is a bug, not a failure', async () => {
    const office = await officeFixture();
    expect(() => changed(office, (change) => change.remove('rooms', change.nextId('rooms')))).toThrow(
      'no row',
    );
  });

  it('can note what is no row', async () => {
    const office = await officeFixture();
    changed(office, (change) => change.note('vault', { exported: 'audit' }));
    expect([...auditEntries(office.store)].map((entry) => entry.subject)).toEqual(['vault']);
    expect(checkAudit(office.store, office.vault.auditKeys).ok).toBe(true);
  });
});
