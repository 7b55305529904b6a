import { describe, expect, it } from 'vitest';
import { auditOf } from '#office/store/audit.ts';
import { destroyErasureKey } from '#office/store/erasure-keys.ts';
import { addPerson, erasureKeyOf, findPerson, listPersons, updatePerson } from '#office/store/people.ts';
import type { PersonId } from '#shared/model/person.ts';
import { officeFixture } from '../../../../support/office-folder.ts';
import { LANDLORD, TENANT, changed } from '../../../../support/small-house.ts';

describe('people', () => {
  it('come back as they were entered', async () => {
    const office = await officeFixture();
    const ids = changed(office, (change) => [addPerson(change, LANDLORD), addPerson(change, TENANT)]);
    expect(listPersons(office.store, office.vault)).toEqual([
      { id: ids[0], ...LANDLORD },
      { id: ids[1], ...TENANT },
    ]);
    expect(findPerson(office.store, office.vault, 99 as PersonId)).toBeNull();
  });

  it('keep how letters reach them, and say nothing where nobody said anything', async () => {
    const office = await officeFixture();
    const delivery = {
      addressLines: ['Postfach 12'],
      way: 'email',
      consents: { billsByEmail: true, informationByEmail: false, calls: false },
    } as const;
    const id = changed(office, (change) => addPerson(change, { ...TENANT, delivery }));
    expect(findPerson(office.store, office.vault, id)?.delivery).toEqual(delivery);
    changed(office, (change) => updatePerson(change, id, TENANT));
    expect(findPerson(office.store, office.vault, id)).toEqual({ id, ...TENANT });
  });

  it('change, and the old ciphertext does not fit the new version', async () => {
    const office = await officeFixture();
    const id = changed(office, (change) => addPerson(change, TENANT));
    const row = () =>
      office.store.database.prepare('select * from persons').get() as { readonly sealed_details: Buffer };
    const old = row().sealed_details;
    changed(office, (change) => updatePerson(change, id, { ...TENANT, phone: null }));
    expect(findPerson(office.store, office.vault, id)?.phone).toBeNull();
    expect(row().sealed_details.equals(old)).toBe(false);
    expect(auditOf(office.store, `persons:${id}`)).toHaveLength(2);
  });

  it('are gone for good when their key is destroyed, in their record and in the audit', async () => {
    const office = await officeFixture();
    const [landlord, tenant] = changed(office, (change) => [
      addPerson(change, LANDLORD),
      addPerson(change, TENANT),
    ]);
    if (landlord === undefined || tenant === undefined) throw new Error('both were added');
    changed(office, (change) => destroyErasureKey(change, erasureKeyOf(office.store, tenant)));
    expect(findPerson(office.store, office.vault, tenant)).toBeNull();
    expect(listPersons(office.store, office.vault).map((person) => person.id)).toEqual([landlord]);
    expect(() => changed(office, (change) => updatePerson(change, tenant, TENANT))).toThrow('no person');
  });

  it("cannot be put into each other's rows", async () => {
    const office = await officeFixture();
    const ids = changed(office, (change) => [addPerson(change, LANDLORD), addPerson(change, TENANT)]);
    office.store.database.transact(() => {
      office.store.database.exec('update audit_gate set is_open = 1');
      office.store.database.exec(
        'update persons set (sealed_details, erasure_key_id) = (select sealed_details, erasure_key_id from persons where id = 1) where id = 2',
      );
    });
    expect(() => findPerson(office.store, office.vault, ids[1] as PersonId)).toThrow('ENVELOPE_BROKEN');
  });
});
