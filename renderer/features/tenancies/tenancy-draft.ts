/** What staff type about a tenancy, and what it means. Pure. */
import type { Occupancy, TenancyFields } from '#shared/contract/tenancies.ts';
import { personId } from '#shared/contract/values.ts';
import type { PlainDate } from '#shared/model/plain-date.ts';
import type { UnitId } from '#shared/model/unit.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { formatDate } from '#shared/text/format.ts';
import type { DraftFault, ReadDraft } from '../../lib/draft-form.ts';
import { readDay } from '../../lib/read-day.ts';

export type Tenancy = Extract<Occupancy, { kind: 'tenancy' }>;
export type Vacancy = Extract<Occupancy, { kind: 'vacancy' }>;

export interface TenancyDraft {
  unitId: string | null;
  personId: string | null;
  from: string;
  to: string;
}

export const NEW_TENANCY: TenancyDraft = { unitId: null, personId: null, from: '', to: '' };

export function draftOfTenancy(tenancy: Tenancy): TenancyDraft {
  return {
    unitId: String(tenancy.unitId),
    personId: String(tenancy.personId),
    from: formatDate(tenancy.from),
    to: tenancy.to === null ? '' : formatDate(tenancy.to),
  };
}

/** A new tenancy that fills a vacancy from its first day, where it has one. */
export function draftForVacancy(vacancy: Vacancy): TenancyDraft {
  return {
    ...NEW_TENANCY,
    unitId: String(vacancy.unitId),
    from: vacancy.from === null ? '' : formatDate(vacancy.from),
    to: vacancy.to === null ? '' : formatDate(vacancy.to),
  };
}

export function fieldsOfTenancy({ unitId, personId: tenant, from, to }: Tenancy): TenancyFields {
  return { unitId, personId: tenant, from, to };
}

export function readTenancy(
  draft: TenancyDraft,
  units: readonly { readonly id: UnitId }[],
  today: PlainDate,
  words: Dictionary,
): ReadDraft<TenancyDraft, TenancyFields> {
  const faults: DraftFault<TenancyDraft>[] = [];
  const unit = units.find(({ id }) => String(id) === draft.unitId);
  if (!unit) faults.push({ field: 'unitId', message: words.common.required });
  if (draft.personId === null) faults.push({ field: 'personId', message: words.common.required });
  const from = readDay(draft.from, today, words);
  if (!from.ok) faults.push({ field: 'from', message: from.message });
  const to = draft.to.trim() === '' ? null : readDay(draft.to, today, words);
  if (to !== null && !to.ok) faults.push({ field: 'to', message: to.message });
  if (from.ok && to?.ok === true && to.day < from.day)
    faults.push({ field: 'to', message: words.tenancies.toBeforeFrom });
  if (faults.length > 0 || !unit || draft.personId === null || !from.ok || to?.ok === false)
    return { ok: false, faults };
  return {
    ok: true,
    fields: {
      unitId: unit.id,
      personId: personId.parse(Number(draft.personId)),
      from: from.day,
      to: to?.day ?? null,
    },
  };
}
