/** Carries out a change of user inside one transaction, and takes it back again. */
import type { InterimChoice, TenantChangeFields } from '#shared/contract/tenant-change.ts';
import type { MeterId } from '#shared/model/meter.ts';
import { PLAIN_DELIVERY, type Person, type PersonId } from '#shared/model/person.ts';
import type { PlainDate } from '#shared/model/plain-date.ts';
import type { Property } from '#shared/model/property.ts';
import type { Tenancy, TenancyId } from '#shared/model/tenancy.ts';
import type { Change } from '../store/change.ts';
import { removePerson, removeTenancy } from '../store/corrections.ts';
import { addPerson, updatePerson } from '../store/people.ts';
import { addManualReading } from '../store/readings.ts';
import { addTenancy, endTenancy } from '../store/tenancies.ts';
import { addUserChange, removeUserChange } from '../store/user-changes.ts';
import { entryOf, quantityOf, registerOf, type Proposed } from './interim-proposals.ts';

/** Everything a change is made from, looked up before. */
export interface PlannedChange {
  readonly fields: TenantChangeFields;
  readonly property: Property;
  readonly leaving: Tenancy;
  readonly leaver: Person;
  readonly proposed: readonly Proposed[];
}

/** What was added, to be taken away again. */
export interface DoneChange {
  readonly id: number;
  readonly tenancy: TenancyId | null;
  readonly person: PersonId | null;
  readonly entries: readonly number[];
}

export function makeChange(change: Change, plan: PlannedChange): DoneChange {
  const { fields, leaving, leaver } = plan;
  endTenancy(change, leaving.id, fields.lastDay);
  if (fields.newAddress.length > 0)
    updatePerson(change, leaver.id, {
      ...leaver,
      delivery: { ...(leaver.delivery ?? PLAIN_DELIVERY), addressLines: fields.newAddress },
    });
  const { next } = fields;
  const person = next.kind === 'new' ? addPerson(change, newcomer(next.name, plan.property)) : null;
  const arriving = next.kind === 'known' ? next.personId : person;
  const tenancy =
    next.kind === 'vacancy' || arriving === null
      ? null
      : addTenancy(change, { unitId: fields.unitId, personId: arriving, from: next.from, to: leaving.to });
  const entries = fields.readings.flatMap((choice) => noteReading(change, plan, choice) ?? []);
  const id = addUserChange(change, {
    unitId: fields.unitId,
    lastDay: fields.lastDay,
    missingWhy: fields.missing?.why ?? null,
    reason: fields.missing?.reason ?? '',
    costBearer: fields.costBearer,
    cost: fields.costCents,
  });
  return { id, tenancy, person, entries };
}

export function takeBackChange(
  change: Change,
  { fields, leaving, leaver }: PlannedChange,
  { id, tenancy, person, entries }: DoneChange,
): void {
  removeUserChange(change, id);
  for (const entry of entries) change.removeManualEntry(entry);
  if (tenancy !== null) removeTenancy(change, tenancy);
  if (person !== null) removePerson(change, person);
  endTenancy(change, leaving.id, leaving.to);
  if (fields.newAddress.length > 0) updatePerson(change, leaver.id, leaver);
}

/** Whoever moves in lives where the house stands. */
function newcomer(name: string, { addressLines }: Property) {
  return { name, addressLines, phone: null, email: null };
}

/** Writes down what no telegram of the day says; null where nothing is to be written. */
function noteReading(
  change: Change,
  { fields, proposed }: PlannedChange,
  choice: InterimChoice,
): number | null {
  const own = proposed.find(({ meter }) => meter.meter.id === choice.meterId);
  if (!own || choice.kind === 'none') return null;
  const entry =
    choice.kind === 'proposed'
      ? entryOf(own)
      : {
          display: choice.value,
          method: choice.kind,
          note: choice.kind === 'read' ? 'Nutzerwechsel: Übergabeprotokoll' : 'Nutzerwechsel: geschätzt',
        };
  if (entry === null) return null;
  return addManualReading(change, {
    origin: 'readOnSite',
    method: entry.method,
    note: entry.note,
    reading: readingOf(own, fields.lastDay, registerOf(own.meter, entry.display)),
  });
}

function readingOf({ meter }: Proposed, date: PlainDate, value: ReturnType<typeof registerOf>) {
  const meterId: MeterId = meter.meter.id;
  const quantity = quantityOf(meter);
  return { meterId, register: 'current', quantity, value, date, dateInferred: false, storage: 0 } as const;
}
