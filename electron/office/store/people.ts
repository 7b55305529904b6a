/** Landlords and tenants. Their details lie sealed under a key of their own, whose end erases them everywhere. */
import { canonicalJson } from '#shared/model/canonical-json.ts';
import type { Person, PersonDetails, PersonId } from '#shared/model/person.ts';
import type { Change } from './change.ts';
import { createErasureKey, openErasureKey, useErasureKey } from './erasure-keys.ts';
import { query } from './query.ts';
import type { Seals } from './seals.ts';
import type { Store } from './store.ts';

const PERSON_COLUMNS = [
  'id',
  'erasure_key_id as erasureKeyId',
  'details_version as version',
  'sealed_details as sealed',
] as const;

const selectPerson = query<{ id: PersonId }>()((sql, given) =>
  sql.selectFrom('persons').select(PERSON_COLUMNS).where('id', '=', given.id),
);
const selectPersons = query()((sql) => sql.selectFrom('persons').select(PERSON_COLUMNS).orderBy('id'));

interface SealedPerson {
  readonly id: PersonId;
  readonly erasureKeyId: number;
  readonly version: number;
  readonly sealed: Buffer;
}

function placeOf(id: PersonId, version: number) {
  return { table: 'persons', row: id, column: 'sealed_details', version };
}

function fieldsOf({ name, addressLines, phone, email, delivery }: PersonDetails) {
  const fields = { name, addressLines, phone, email };
  if (delivery === undefined) return fields;
  const { billsByEmail, informationByEmail, calls } = delivery.consents;
  const consents = { billsByEmail, informationByEmail, calls };
  return { ...fields, delivery: { addressLines: delivery.addressLines, way: delivery.way, consents } };
}

function open(store: Store, seals: Seals, row: SealedPerson): Person | null {
  const key = openErasureKey(store, seals, row.erasureKeyId);
  if (key === null) return null;
  const details = seals.openUnder(key, placeOf(row.id, row.version), row.sealed);
  key.fill(0);
  if (!details.ok) throw new Error(`the details of person ${row.id} do not open: ${details.error.code}`);
  return { id: row.id, ...(JSON.parse(details.value.toString('utf8')) as PersonDetails) };
}

function seal(change: Change, erasureKeyId: number, id: PersonId, version: number, details: PersonDetails) {
  const plaintext = Buffer.from(canonicalJson(fieldsOf(details)), 'utf8');
  return useErasureKey(change.store, change.seals, erasureKeyId, (key) =>
    change.seals.sealUnder(key, placeOf(id, version), plaintext),
  );
}

/** The person, or null when there is none or her details were erased. */
export function findPerson(store: Store, seals: Seals, id: PersonId): Person | null {
  const row = store.get(selectPerson, { id });
  return row === undefined ? null : open(store, seals, row);
}

/** Everyone whose details are not erased, in the order they were entered. */
export function listPersons(store: Store, seals: Seals): Person[] {
  return store
    .all(selectPersons, {})
    .map((row) => open(store, seals, row))
    .filter((person) => person !== null);
}

/** The key that erases a person, for whatever else is sealed under it. Throws when there is no such person. */
export function erasureKeyOf(store: Store, id: PersonId): number {
  const row = store.get(selectPerson, { id });
  if (row === undefined) throw new Error(`there is no person ${id}`);
  return row.erasureKeyId;
}

export function addPerson(change: Change, details: PersonDetails): PersonId {
  const erasureKeyId = createErasureKey(change, 'person');
  const id = change.nextId('persons');
  const values = {
    id,
    erasure_key_id: erasureKeyId,
    details_version: 1,
    sealed_details: seal(change, erasureKeyId, id, 1, details),
  };
  return change.insert('persons', values, { new: fieldsOf(details), erasureKeyId });
}

/** Replaces a person's details. Throws when she is unknown or erased. */
export function updatePerson(change: Change, id: PersonId, details: PersonDetails): void {
  const row = change.store.get(selectPerson, { id });
  const old = row && open(change.store, change.seals, row);
  if (!row || !old) throw new Error(`there is no person ${id} to change`);
  const version = row.version + 1;
  const patch = {
    details_version: version,
    sealed_details: seal(change, row.erasureKeyId, id, version, details),
  };
  change.update('persons', id, patch, {
    old: fieldsOf(old),
    new: fieldsOf(details),
    erasureKeyId: row.erasureKeyId,
  });
}
