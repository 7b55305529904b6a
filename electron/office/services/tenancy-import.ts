/** Compares a pasted table with a property, row by row, and writes what is new or changed. */
import type { Readable } from '#shared/contract/handler.ts';
import type { PastedRow } from '#shared/contract/tenancies.ts';
import type { Person, PersonDetails } from '#shared/model/person.ts';
import type { PropertyId } from '#shared/model/property.ts';
import { compare, parseDecimal } from '#shared/model/rational.ts';
import type { Tenancy } from '#shared/model/tenancy.ts';
import type { Unit, UnitDetails, UnitId } from '#shared/model/unit.ts';
import type { Change } from '../store/change.ts';
import { removePerson, removeTenancy, removeUnit } from '../store/corrections.ts';
import { addPerson } from '../store/people.ts';
import { addUnit, updateUnit } from '../store/properties.ts';
import { addTenancy } from '../store/tenancies.ts';
import type { GridRemark, GridRow } from './tenancy-grid.ts';

/** What the property holds before the paste. */
export interface PasteTarget {
  readonly propertyId: PropertyId;
  /** The address of tenants who are added: they live in the house. */
  readonly addressLines: readonly string[];
  readonly units: readonly Unit[];
  readonly tenancies: readonly Tenancy[];
  readonly people: ReadonlyMap<Person['id'], Person>;
}

/** A row with its verdict and what it would write. */
export interface JudgedRow {
  readonly shown: Readable<PastedRow>;
  readonly unitName: string;
  readonly unit: { readonly id: UnitId | null; readonly details: UnitDetails } | null;
  readonly tenant: {
    readonly details: PersonDetails;
    readonly from: Tenancy['from'];
    readonly to: Tenancy['to'];
  } | null;
}

/** Judges every row against the property and the rows above it. */
export function judgeRows(rows: readonly GridRow[], target: PasteTarget): JudgedRow[] {
  return rows.map((row, index) => judgeRow(row, target, rows.slice(0, index)));
}

function judgeRow(row: GridRow, target: PasteTarget, above: readonly GridRow[]): JudgedRow {
  const remarks: GridRemark[] = [...row.remarks];
  const known = target.units.find(({ name }) => isSameName(name, row.unitName)) ?? null;
  const isNamedAbove = above.some(({ unitName }) => isSameName(unitName, row.unitName));
  const fault = faultOf(row, known !== null || isNamedAbove);
  if (fault !== null) remarks.push(fault);
  const isFaulty = fault !== null || row.remarks.some(({ column }) => isUnread(row, column));
  const unit = isFaulty ? null : unitOf(row, target.propertyId, known, isNamedAbove);
  const tenant = isFaulty ? null : tenantOf(row, target, known);
  const clash = tenant === null ? null : clashOf(row, target, known, above);
  if (clash !== null) remarks.push(clash);
  const verdict = isFaulty
    ? 'faulty'
    : clash !== null
      ? 'conflict'
      : known === null && !isNamedAbove
        ? 'new'
        : unit !== null || tenant !== null
          ? 'changed'
          : 'unchanged';
  const shown = { rowNumber: row.rowNumber, verdict, cells: [...row.cells], remarks } as const;
  const { unitName } = row;
  return clash === null ? { shown, unitName, unit, tenant } : { shown, unitName, unit: null, tenant: null };
}

/** A remark about a column whose value stayed null says that it could not be read; any other only explains. */
function isUnread(row: GridRow, column: GridRemark['column']): boolean {
  return column !== null && column !== 'ignore' && row[column] === null;
}

function isSameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

function faultOf(row: GridRow, unitIsKnown: boolean): GridRemark | null {
  if (row.unitName === '') return { column: 'unitName', message: 'Der Name der Nutzeinheit fehlt.' };
  if (!unitIsKnown && row.livingAreaM2 === null)
    return { column: 'livingAreaM2', message: 'Eine neue Nutzeinheit braucht ihre Wohnfläche.' };
  const { livingAreaM2: living, heatedAreaM2: heated } = row;
  if (living !== null && Number(living) === 0)
    return { column: 'livingAreaM2', message: 'Die Wohnfläche ist 0.' };
  if (living !== null && heated !== null && isGreater(heated, living))
    return { column: 'heatedAreaM2', message: 'Die beheizte Fläche ist größer als die Wohnfläche.' };
  if (row.tenantName !== null && row.from === null)
    return { column: 'from', message: 'Zum Mieter fehlt der Tag des Einzugs.' };
  if (row.from !== null && row.to !== null && row.to < row.from)
    return { column: 'to', message: 'Der Auszug liegt vor dem Einzug.' };
  return null;
}

function isGreater(a: string, b: string): boolean {
  const [left, right] = [parseDecimal(a), parseDecimal(b)];
  return left !== null && right !== null && compare(left, right) > 0;
}

function unitOf(
  row: GridRow,
  propertyId: PropertyId,
  known: Unit | null,
  isNamedAbove: boolean,
): JudgedRow['unit'] {
  if (isNamedAbove) return null;
  if (known === null) {
    if (row.livingAreaM2 === null) return null;
    const details: UnitDetails = {
      propertyId,
      name: row.unitName,
      kind: /laden|gewerbe|büro|praxis/i.test(row.unitName) ? 'shop' : 'flat',
      position: row.position ?? '',
      livingAreaM2: row.livingAreaM2,
      heatedAreaM2: row.heatedAreaM2 ?? row.livingAreaM2,
    };
    return { id: null, details };
  }
  const { id, ...before } = known;
  const details: UnitDetails = {
    ...before,
    position: row.position ?? before.position,
    livingAreaM2: row.livingAreaM2 ?? before.livingAreaM2,
    heatedAreaM2: row.heatedAreaM2 ?? row.livingAreaM2 ?? before.heatedAreaM2,
  };
  const isSame =
    details.position === before.position &&
    details.livingAreaM2 === before.livingAreaM2 &&
    details.heatedAreaM2 === before.heatedAreaM2;
  return isSame ? null : { id, details };
}

function tenantOf(row: GridRow, target: PasteTarget, known: Unit | null): JudgedRow['tenant'] {
  const { tenantName, from, to, phone, email } = row;
  if (tenantName === null || from === null) return null;
  const isThere = target.tenancies.some(
    (tenancy) =>
      tenancy.unitId === known?.id &&
      tenancy.from === from &&
      tenancy.to === to &&
      isSameName(target.people.get(tenancy.personId)?.name ?? '', tenantName),
  );
  if (isThere) return null;
  return { details: { name: tenantName, addressLines: target.addressLines, phone, email }, from, to };
}

function clashOf(
  row: GridRow,
  target: PasteTarget,
  known: Unit | null,
  above: readonly GridRow[],
): GridRemark | null {
  const stays = [
    ...target.tenancies.filter(({ unitId }) => unitId === known?.id),
    ...above
      .filter(({ unitName, tenantName }) => tenantName !== null && isSameName(unitName, row.unitName))
      .flatMap(({ from, to }) => (from === null ? [] : [{ from, to }])),
  ];
  const overlaps = stays.some(
    ({ from, to }) =>
      row.from !== null && from <= (row.to ?? '9999-12-31') && (to ?? '9999-12-31') >= row.from,
  );
  return overlaps
    ? { column: 'from', message: 'In diesem Zeitraum ist die Nutzeinheit schon vermietet.' }
    : null;
}

/** The first row that adds a tenant to a unit which exists neither in the property nor in the rows before it. */
export function findRowWithoutUnit(rows: readonly JudgedRow[], target: PasteTarget): JudgedRow | null {
  const names = new Set(target.units.map(({ name }) => name.toLowerCase()));
  for (const row of rows) {
    if (row.unit !== null) names.add(row.unitName.toLowerCase());
    if (!names.has(row.unitName.toLowerCase())) return row;
  }
  return null;
}

/** What a written paste added and replaced, so that it can be taken back as one step. */
export interface WrittenPaste {
  readonly rows: number;
  readonly undo: (change: Change) => void;
}

/** Writes the judged rows; call it inside one change, so that all of them are kept or none. */
export function writeRows(change: Change, rows: readonly JudgedRow[], target: PasteTarget): WrittenPaste {
  const undoing: ((change: Change) => void)[] = [];
  const unitIds = new Map(target.units.map(({ id, name }) => [name.toLowerCase(), id]));
  for (const { unitName, unit, tenant } of rows) {
    if (unit?.id === null) {
      const id = addUnit(change, unit.details);
      unitIds.set(unit.details.name.toLowerCase(), id);
      undoing.push((undo) => removeUnit(undo, id));
    } else if (unit) {
      const before = target.units.find(({ id }) => id === unit.id);
      updateUnit(change, unit.id, unit.details);
      if (before) undoing.push((undo) => updateUnit(undo, before.id, before));
    }
    if (!tenant) continue;
    const unitId = unitIds.get(unitName.toLowerCase());
    if (unitId === undefined) throw new Error('a judged row names a unit of the property');
    const personId = addPerson(change, tenant.details);
    const tenancyId = addTenancy(change, { unitId, personId, from: tenant.from, to: tenant.to });
    undoing.push((undo) => {
      removeTenancy(undo, tenancyId);
      removePerson(undo, personId);
    });
  }
  return { rows: rows.length, undo: (undo) => undoing.toReversed().forEach((step) => step(undo)) };
}
