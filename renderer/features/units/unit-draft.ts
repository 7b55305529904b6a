/** What staff type about a unit, and what it means: areas that fit into each other. Pure. */
import { compare, parseDecimal, sum, ZERO, type Rational } from '#shared/model/rational.ts';
import type { Unit, UnitFields } from '#shared/contract/units.ts';
import type { DecimalText } from '#shared/model/decimal-text.ts';
import type { RoomId } from '#shared/model/unit.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { readQuantity, typedQuantity } from '../../lib/amounts.ts';
import type { DraftFault, ReadDraft } from '../../lib/draft-form.ts';

export interface RoomDraft {
  /** Null for a new room. */
  roomId: RoomId | null;
  name: string;
  area: string;
}

export interface UnitDraft {
  name: string;
  position: string;
  kind: UnitFields['kind'];
  livingAreaM2: string;
  heatedAreaM2: string;
  rooms: RoomDraft[];
}

export const NEW_UNIT: UnitDraft = {
  name: '',
  position: '',
  kind: 'flat',
  livingAreaM2: '',
  heatedAreaM2: '',
  rooms: [],
};

export function draftOfUnit(unit: Unit): UnitDraft {
  return {
    name: unit.name,
    position: unit.position,
    kind: unit.kind,
    livingAreaM2: typedQuantity(unit.livingAreaM2),
    heatedAreaM2: typedQuantity(unit.heatedAreaM2),
    rooms: unit.rooms.map(({ id, name, areaM2 }) => ({ roomId: id, name, area: typedQuantity(areaM2) })),
  };
}

/** The stored fields of a unit, without what the list adds. */
export function fieldsOfUnit(unit: Unit): UnitFields {
  const { name, position, kind, livingAreaM2, heatedAreaM2, rooms } = unit;
  return { name, position, kind, livingAreaM2, heatedAreaM2, rooms };
}

const exact = (decimal: string | null): Rational =>
  decimal === null ? ZERO : (parseDecimal(decimal) ?? ZERO);

/** Whether the heated area and the rooms fit into the unit; the sentence that says what does not. */
export function areaFault(
  fields: Pick<UnitFields, 'livingAreaM2' | 'heatedAreaM2' | 'rooms'>,
  words: Dictionary,
): { readonly field: 'heatedAreaM2' | 'rooms'; readonly message: string } | null {
  const living = exact(fields.livingAreaM2);
  if (compare(exact(fields.heatedAreaM2), living) > 0)
    return { field: 'heatedAreaM2', message: words.units.heatedTooLarge };
  const rooms = sum(fields.rooms.map(({ areaM2 }) => exact(areaM2)));
  return compare(rooms, living) > 0 ? { field: 'rooms', message: words.units.roomsTooLarge } : null;
}

/** An area that may be left empty; undefined when it cannot be read. */
function optionalArea(text: string): DecimalText | null | undefined {
  return text.trim() === '' ? null : (readQuantity(text) ?? undefined);
}

export function readUnit(draft: UnitDraft, words: Dictionary): ReadDraft<UnitDraft, UnitFields> {
  const faults: DraftFault<UnitDraft>[] = [];
  if (draft.name.trim() === '') faults.push({ field: 'name', message: words.common.required });
  const livingAreaM2 = readQuantity(draft.livingAreaM2);
  const heated = optionalArea(draft.heatedAreaM2);
  if (livingAreaM2 === null)
    faults.push({
      field: 'livingAreaM2',
      message: draft.livingAreaM2.trim() === '' ? words.common.required : words.common.amountUnreadable,
    });
  if (heated === undefined) faults.push({ field: 'heatedAreaM2', message: words.common.amountUnreadable });
  const named = draft.rooms.filter(({ name }) => name.trim() !== '');
  const rooms = named.flatMap(({ roomId, name, area }) => {
    const areaM2 = optionalArea(area);
    return areaM2 === undefined ? [] : [{ id: roomId, name, areaM2 }];
  });
  if (rooms.length < named.length) faults.push({ field: 'rooms', message: words.common.amountUnreadable });
  if (faults.length > 0 || livingAreaM2 === null || heated === undefined) return { ok: false, faults };
  const { name, position, kind } = draft;
  const fields = { name, position, kind, livingAreaM2, heatedAreaM2: heated ?? livingAreaM2, rooms };
  const fault = areaFault(fields, words);
  return fault ? { ok: false, faults: [fault] } : { ok: true, fields };
}
