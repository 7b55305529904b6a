/** The columns of the list of units; most cells can be edited in place. */
import type { Unit, UnitFields } from '#shared/contract/units.ts';
import { fail, type Result } from '#shared/model/result.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { numberOf, readQuantity, typedQuantity } from '../../lib/amounts.ts';
import { optionsOf } from '../../ui/options.ts';
import type { CellEditing, Column } from '../../ui/table/column.ts';
import { areaFault, fieldsOfUnit } from './unit-draft.ts';

/** Stores changed fields of a unit, or says why not. */
export type WriteUnit = (unit: Unit, fields: UnitFields) => Promise<Result<null, string>>;

type Change = (typed: string) => Result<Partial<UnitFields>, string>;

function editing(
  text: (unit: Unit) => string,
  change: Change,
  write: WriteUnit,
  words: Dictionary,
): CellEditing<Unit> {
  return {
    text,
    write: (unit, typed) => {
      const changed = change(typed);
      if (!changed.ok) return changed;
      const fields = { ...fieldsOfUnit(unit), ...changed.value };
      const fault = areaFault(fields, words);
      return fault ? fail(fault.message) : write(unit, fields);
    },
  };
}

export function unitColumns(
  words: Dictionary,
  write: WriteUnit,
  hasProperty: boolean,
): readonly Column<Unit>[] {
  const { units, properties, common } = words;
  const name: Change = (typed) =>
    typed.trim() === '' ? fail(common.required) : { ok: true, value: { name: typed.trim() } };
  const area =
    (field: 'livingAreaM2' | 'heatedAreaM2'): Change =>
    (typed) => {
      const read = readQuantity(typed);
      return read === null ? fail(common.amountUnreadable) : { ok: true, value: { [field]: read } };
    };
  const property: Column<Unit> = {
    id: 'property',
    title: words.frame.property,
    kind: 'text',
    value: (unit) => unit.propertyName,
    width: 150,
  };
  return [
    {
      id: 'name',
      title: units.name,
      kind: 'text',
      value: (unit) => unit.name,
      width: 130,
      editing: editing((unit) => unit.name, name, write, words),
    },
    ...(hasProperty ? [property] : []),
    {
      id: 'position',
      title: units.position,
      kind: 'text',
      value: (unit) => unit.position,
      width: 150,
      editing: editing(
        (unit) => unit.position,
        (typed) => ({ ok: true, value: { position: typed.trim() } }),
        write,
        words,
      ),
    },
    {
      id: 'kind',
      title: units.kind,
      kind: 'text',
      value: (unit) => units.kinds[unit.kind],
      width: 96,
      editing: {
        ...editing(
          (unit) => unit.kind,
          (typed) => ({ ok: true, value: { kind: typed === 'shop' ? 'shop' : 'flat' } }),
          write,
          words,
        ),
        choices: () => optionsOf(units.kinds),
      },
    },
    {
      id: 'living',
      title: properties.livingArea,
      unit: 'm²',
      kind: 'decimal',
      value: (unit) => numberOf(unit.livingAreaM2),
      width: 136,
      isSummed: true,
      editing: editing((unit) => typedQuantity(unit.livingAreaM2), area('livingAreaM2'), write, words),
    },
    {
      id: 'heated',
      title: properties.heatedArea,
      unit: 'm²',
      kind: 'decimal',
      value: (unit) => numberOf(unit.heatedAreaM2),
      width: 158,
      isSummed: true,
      editing: editing((unit) => typedQuantity(unit.heatedAreaM2), area('heatedAreaM2'), write, words),
    },
    {
      id: 'rooms',
      title: units.rooms,
      kind: 'decimal',
      places: 0,
      value: (unit) => unit.rooms.length,
      width: 84,
    },
    {
      id: 'tenant',
      title: units.tenant,
      kind: 'text',
      value: (unit) => unit.currentTenancy?.tenantName ?? units.vacant,
      width: 150,
    },
    {
      id: 'meters',
      title: units.meters,
      kind: 'decimal',
      places: 0,
      value: (unit) => unit.meterCount,
      width: 112,
      isSummed: true,
    },
  ];
}
