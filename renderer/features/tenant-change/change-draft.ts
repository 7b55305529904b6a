/** What staff type about a change of user, and what it means. Pure. */
import type { InterimChoice, ProposedMeter, TenantChangeFields } from '#shared/contract/tenant-change.ts';
import { personId } from '#shared/contract/values.ts';
import { addDays, type PlainDate } from '#shared/model/plain-date.ts';
import type { UnitId } from '#shared/model/unit.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { formatDate } from '#shared/text/format.ts';
import { readCents, readQuantity } from '../../lib/amounts.ts';
import { readAddress } from '../../lib/address-lines.ts';
import type { DraftFault, ReadDraft } from '../../lib/draft-form.ts';
import { readDay, type ReadDay } from '../../lib/read-day.ts';

export type Way = InterimChoice['kind'];

export interface ChangeDraft {
  lastDay: string;
  newAddress: string;
  next: 'new' | 'known' | 'vacancy';
  name: string;
  personId: string | null;
  /** Empty for the day after the last one. */
  from: string;
  why: 'impossible' | 'notExactEnough';
  reason: string;
  costBearer: TenantChangeFields['costBearer'];
  /** Empty where nobody says what the reading cost. */
  cost: string;
}

/** A change that ends with this month's last day, as most do. */
export function newChange(lastDay: PlainDate): ChangeDraft {
  return {
    lastDay: formatDate(lastDay),
    newAddress: '',
    next: 'new',
    name: '',
    personId: null,
    from: '',
    why: 'impossible',
    reason: '',
    costBearer: 'landlord',
    cost: '',
  };
}

/** What is typed beside one meter. */
export interface MeterDraft {
  readonly way: Way;
  readonly value: string;
}

export const PLAIN_METER: MeterDraft = { way: 'proposed', value: '' };

/** A meter without a telegram near the day starts without a reading. */
export function meterDraftOf(
  { meterId, proposal }: ProposedMeter,
  typed: ReadonlyMap<number, MeterDraft>,
): MeterDraft {
  const own = typed.get(meterId);
  if (own) return own;
  return proposal.quality === 'missing' ? { way: 'none', value: '' } : PLAIN_METER;
}

/** Whether a reason has to be given: a reading is missing or estimated. */
export function needsReason(
  meters: readonly ProposedMeter[],
  typed: ReadonlyMap<number, MeterDraft>,
): boolean {
  return meters.some((meter) => ['none', 'estimated'].includes(meterDraftOf(meter, typed).way));
}

interface Surroundings {
  readonly unitId: UnitId;
  readonly meters: readonly ProposedMeter[];
  readonly typed: ReadonlyMap<number, MeterDraft>;
  readonly today: PlainDate;
  readonly words: Dictionary;
}

export function readChange(
  draft: ChangeDraft,
  { unitId, meters, typed, today, words }: Surroundings,
): ReadDraft<ChangeDraft, TenantChangeFields> {
  const faults: DraftFault<ChangeDraft>[] = [];
  const lastDay = readDay(draft.lastDay, today, words);
  if (!lastDay.ok) faults.push({ field: 'lastDay', message: lastDay.message });
  const next = readNext(draft, lastDay.ok ? lastDay.day : null, today, words, faults);
  if (lastDay.ok && next !== null && next.kind !== 'vacancy' && next.from <= lastDay.day)
    faults.push({ field: 'from', message: words.tenantChange.tooEarly });
  const hasGap = needsReason(meters, typed);
  if (hasGap && draft.reason.trim() === '') faults.push({ field: 'reason', message: words.common.required });
  const cost = readCents(draft.cost);
  if (draft.cost.trim() !== '' && (cost === null || cost <= 0))
    faults.push({ field: 'cost', message: words.tenantChange.costUnreadable });
  const readings = meters.map((meter) => readingOf(meter, typed));
  if (faults.length > 0 || !lastDay.ok || next === null || readings.includes(null))
    return { ok: false, faults };
  return {
    ok: true,
    fields: {
      unitId,
      lastDay: lastDay.day,
      next,
      newAddress: readAddress(draft.newAddress),
      readings: readings.flatMap((reading) => reading ?? []),
      missing: hasGap ? { why: draft.why, reason: draft.reason.trim() } : null,
      costBearer: draft.costBearer,
      costCents: cost,
    },
  };
}

function readNext(
  draft: ChangeDraft,
  lastDay: PlainDate | null,
  today: PlainDate,
  words: Dictionary,
  faults: DraftFault<ChangeDraft>[],
): TenantChangeFields['next'] | null {
  if (draft.next === 'vacancy') return { kind: 'vacancy' };
  const from = readFirstDay(draft.from, lastDay, today, words);
  if (!from.ok) faults.push({ field: 'from', message: from.message });
  if (draft.next === 'known') {
    if (draft.personId === null) faults.push({ field: 'personId', message: words.common.required });
    if (draft.personId === null || !from.ok) return null;
    return { kind: 'known', personId: personId.parse(Number(draft.personId)), from: from.day };
  }
  if (draft.name.trim() === '') faults.push({ field: 'name', message: words.common.required });
  return draft.name.trim() === '' || !from.ok
    ? null
    : { kind: 'new', name: draft.name.trim(), from: from.day };
}

function readFirstDay(
  typed: string,
  lastDay: PlainDate | null,
  today: PlainDate,
  words: Dictionary,
): ReadDay {
  if (typed.trim() === '' && lastDay !== null) return { ok: true, day: addDays(lastDay, 1) };
  return readDay(typed, today, words);
}

/** Null when a value is wanted and none can be read. */
export function readingOf(
  meter: ProposedMeter,
  typed: ReadonlyMap<number, MeterDraft>,
): TenantChangeFields['readings'][number] | null {
  const { meterId } = meter;
  const { way, value } = meterDraftOf(meter, typed);
  if (way === 'proposed' || way === 'none') return { meterId, kind: way };
  const read = readQuantity(value);
  return read === null ? null : { meterId, kind: way, value: read };
}
