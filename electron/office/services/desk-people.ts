/** People desk: landlords and tenants, and what they let and rent. */
import type { HandlersOf, Readable } from '#shared/contract/handler.ts';
import type { peopleDesk, PersonSummary, Person as PersonView } from '#shared/contract/people.ts';
import type { OfficeFailure } from '#shared/contract/failure.ts';
import { PLAIN_DELIVERY, type Person, type PersonId } from '#shared/model/person.ts';
import type { PlainDate } from '#shared/model/plain-date.ts';
import { succeed, type Result } from '#shared/model/result.ts';
import { removePerson } from '../store/corrections.ts';
import { addPerson, findPerson, updatePerson } from '../store/people.ts';
import { listProperties } from '../store/properties.ts';
import { listAllTenancies, listAllUnits } from '../store/whole-office.ts';
import { officeDayOf } from './office-day.ts';
import { readSettings } from './office-settings.ts';
import { firstDayAfterRetention } from './retention-rules.ts';
import { goneFailure, type WorkingOffice } from './working-office.ts';

const TOUCHES = ['people', 'properties', 'tenancies', 'units'] as const;

export function createPeopleDesk(office: WorkingOffice): HandlersOf<typeof peopleDesk> {
  function view(id: PersonId): Result<Readable<PersonView>, OfficeFailure> {
    const { store, vault } = office.session;
    const person = findPerson(store, vault, id);
    if (person === null) return goneFailure();
    const ties = tiesOf(office, id);
    const erasableFrom = erasableFromOf(ties, readSettings(store).retention.readingYears);
    return succeed({ ...person, delivery: person.delivery ?? PLAIN_DELIVERY, ...ties, erasableFrom });
  }

  return {
    'people.list': () => succeed(listSummaries(office)),
    'people.get': ({ id }) => view(id),
    'people.create': (fields) => {
      const added = office.step({
        action: 'person.add',
        name: `Person ${fields.name} angelegt`,
        touches: TOUCHES,
        work: (change) => addPerson(change, fields),
        undo: removePerson,
      });
      return added.ok ? succeed({ id: added.value }) : added;
    },
    'people.save': ({ id, fields, reason }) => {
      const { store, vault } = office.session;
      const before = findPerson(store, vault, id);
      if (before === null) return goneFailure();
      const saved = office.step({
        action: 'person.change',
        name: `Person ${fields.name} geändert`,
        reason,
        touches: TOUCHES,
        work: (change) => updatePerson(change, id, fields),
        undo: (change) => updatePerson(change, id, before),
      });
      return saved.ok ? view(id) : saved;
    },
    'people.remove': ({ id }) => {
      const { store, vault } = office.session;
      const before = findPerson(store, vault, id);
      if (before === null) return goneFailure();
      const removed = office.step({
        action: 'person.remove',
        name: `Person ${before.name} entfernt`,
        touches: TOUCHES,
        work: (change) => removePerson(change, id),
        undo: (change) => void addPerson(change, before),
      });
      return removed.ok ? succeed(null) : removed;
    },
  };
}

function listSummaries(office: WorkingOffice): Readable<PersonSummary>[] {
  const { store, clock } = office.session;
  const today = officeDayOf(clock());
  const landlords = new Set(listProperties(store).map(({ landlordId }) => landlordId));
  const unitNames = new Map(listAllUnits(store).map(({ id, name }) => [id, name]));
  // Time order within a unit: a running tenancy wins over the later of two ended ones.
  const rented = new Map<PersonId, { readonly unit: string; readonly until: string }>();
  for (const { personId, unitId, from, to } of listAllTenancies(store)) {
    const until = to ?? '9999-12-31';
    const known = rented.get(personId);
    if (from <= today && (known === undefined || known.until < until))
      rented.set(personId, { unit: unitNames.get(unitId) ?? '', until });
  }
  return office.people.map((person: Person) => ({
    ...person,
    delivery: person.delivery ?? PLAIN_DELIVERY,
    isLandlord: landlords.has(person.id),
    rents: rented.get(person.id)?.unit ?? null,
  }));
}

type Ties = Pick<PersonView, 'landlordOf' | 'tenancies'>;

/** The day from which on nothing keeps a former tenant's details; null while she rents, lets or never rented. */
function erasableFromOf({ landlordOf, tenancies }: Ties, years: number): PlainDate | null {
  if (landlordOf.length > 0 || tenancies.length === 0) return null;
  const ends = tenancies.map(({ to }) => to).filter((to) => to !== null);
  const last = ends.toSorted().at(-1);
  return last === undefined || ends.length < tenancies.length ? null : firstDayAfterRetention(last, years);
}

function tiesOf(office: WorkingOffice, id: PersonId): Ties {
  const { store } = office.session;
  const properties = listProperties(store);
  const propertyNames = new Map(properties.map((property) => [property.id, property.name]));
  const units = new Map(listAllUnits(store).map((unit) => [unit.id, unit]));
  return {
    landlordOf: properties
      .filter(({ landlordId }) => landlordId === id)
      .map((property) => ({ propertyId: property.id, name: property.name })),
    tenancies: listAllTenancies(store)
      .filter(({ personId }) => personId === id)
      .flatMap((tenancy) => {
        const unit = units.get(tenancy.unitId);
        if (!unit) return [];
        const propertyName = propertyNames.get(unit.propertyId) ?? '';
        const { from, to } = tenancy;
        const { propertyId } = unit;
        return [{ id: tenancy.id, unitId: unit.id, unitName: unit.name, propertyId, propertyName, from, to }];
      }),
  };
}
