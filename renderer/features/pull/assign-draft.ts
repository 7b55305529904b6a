/** What staff say about a device that becomes a meter, and what it means. Pure. */
import type { ArgsOf, ValueOf } from '#shared/contract/contract.ts';
import type { UnknownDevice } from '#shared/contract/pull.ts';
import { propertyId, roomId, unitId } from '#shared/contract/values.ts';
import type { PlainDate } from '#shared/model/plain-date.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import type { DraftFault, ReadDraft } from '../../lib/draft-form.ts';
import { readDay } from '../../lib/read-day.ts';

type UnitRow = ValueOf<'units.list'>[number];

export interface AssignDraft {
  kind: NonNullable<UnknownDevice['kind']> | null;
  propertyId: string | null;
  /** `NOWHERE` for a meter that serves the whole property. */
  unitId: string | null;
  roomId: string | null;
  from: string;
}

/** No unit, or no room. */
export const NOWHERE = 'none';

export function readAssignment(
  { manufacturer, id }: UnknownDevice,
  typed: AssignDraft,
  units: readonly Pick<UnitRow, 'id' | 'propertyId'>[],
  today: PlainDate,
  words: Dictionary,
): ReadDraft<AssignDraft, ArgsOf<'inbox.assign'>> {
  const draft = { ...typed, unitId: unitIn(typed, units) };
  const from = readDay(draft.from, today, words);
  const { kind } = draft;
  if (kind !== null && draft.propertyId !== null && draft.unitId !== null && from.ok)
    return {
      ok: true,
      fields: {
        device: { manufacturer, id },
        kind,
        propertyId: propertyId.parse(Number(draft.propertyId)),
        unitId: draft.unitId === NOWHERE ? null : unitId.parse(Number(draft.unitId)),
        roomId: draft.roomId === null || draft.roomId === NOWHERE ? null : roomId.parse(Number(draft.roomId)),
        from: from.day,
      },
    };
  const missing = (['kind', 'propertyId', 'unitId'] as const)
    .filter((field) => draft[field] === null)
    .map((field): DraftFault<AssignDraft> => ({ field, message: words.common.required }));
  return {
    ok: false,
    faults: from.ok ? missing : [...missing, { field: 'from', message: from.message }],
  };
}

/** The unit chosen before another property was is none of it. */
function unitIn(
  { propertyId: property, unitId: chosen }: AssignDraft,
  units: readonly Pick<UnitRow, 'id' | 'propertyId'>[],
): string | null {
  const isThere = units.some((unit) => String(unit.id) === chosen && String(unit.propertyId) === property);
  return isThere || chosen === NOWHERE ? chosen : null;
}
