/** Tenancies desk: who uses what from when to when, the vacancies between, and the paste from a spreadsheet. */
import { randomUUID } from 'node:crypto';
import type { HandlersOf } from '#shared/contract/handler.ts';
import type { Occupancy, Prepayment, tenanciesDesk } from '#shared/contract/tenancies.ts';
import { addDays, type PlainDate } from '#shared/model/plain-date.ts';
import { fail, succeed } from '#shared/model/result.ts';
import type { Tenancy, TenancyId } from '#shared/model/tenancy.ts';
import type { Unit } from '#shared/model/unit.ts';
import { counted } from '#shared/text/plural.ts';
import type { Change } from '../store/change.ts';
import { removePrepayment, removeTenancy, updateTenancy } from '../store/corrections.ts';
import { findPerson } from '../store/people.ts';
import { findProperty, listProperties, listUnits } from '../store/properties.ts';
import {
  addPrepayment,
  addTenancy,
  findTenancy,
  prepaymentsOf,
  tenanciesOfUnit,
} from '../store/tenancies.ts';
import { listAllTenancies, listAllUnits } from '../store/whole-office.ts';
import { officeDayOf } from './office-day.ts';
import { readGrid } from './tenancy-grid.ts';
import {
  findRowWithoutUnit,
  judgeRows,
  writeRows,
  type JudgedRow,
  type PasteTarget,
} from './tenancy-import.ts';
import { goneFailure, type WorkingOffice } from './working-office.ts';

const TOUCHES = ['tenancies', 'units', 'people', 'properties'] as const;

/** A paste that was previewed and may be applied. */
interface PreparedPaste {
  readonly token: string;
  readonly target: PasteTarget;
  readonly rows: readonly JudgedRow[];
}

export function createTenanciesDesk(office: WorkingOffice): HandlersOf<typeof tenanciesDesk> {
  let prepared: PreparedPaste | null = null;

  return {
    'tenancies.list': ({ propertyId, unitId }) =>
      succeed(
        listOccupancies(
          office,
          (unit) =>
            (propertyId === undefined || unit.propertyId === propertyId) &&
            (unitId === undefined || unit.id === unitId),
        ),
      ),
    'tenancies.create': (fields) => {
      const added = office.step({
        action: 'tenancy.add',
        name: `Einzug ${nameOf(office, fields.personId)}`,
        touches: TOUCHES,
        work: (change) => addTenancy(change, fields),
        undo: removeTenancy,
      });
      return added.ok ? succeed({ id: added.value }) : added;
    },
    'tenancies.save': ({ id, fields, reason }) => {
      const before = findTenancy(office.session.store, id);
      if (before === null) return goneFailure();
      const saved = office.step({
        action: 'tenancy.change',
        name: `Mietverhältnis ${nameOf(office, fields.personId)} geändert`,
        reason,
        touches: TOUCHES,
        work: (change) => updateTenancy(change, id, fields),
        undo: (change) => updateTenancy(change, id, before),
      });
      return saved.ok ? succeed({ id }) : saved;
    },
    'tenancies.remove': ({ id }) => {
      const { store } = office.session;
      const before = findTenancy(store, id);
      if (before === null) return goneFailure();
      const paid = prepaymentsOf(store, id);
      const removed = office.step({
        action: 'tenancy.remove',
        name: `Mietverhältnis ${nameOf(office, before.personId)} entfernt`,
        touches: TOUCHES,
        work: (change) => removeTenancy(change, id),
        undo: (change) => {
          const tenancyId = addTenancy(change, before);
          for (const { paidOn, amount } of paid) addPrepayment(change, { tenancyId, paidOn, amount });
        },
      });
      return removed.ok ? succeed(null) : removed;
    },
    'tenancies.prepayments': ({ id }) => succeed(prepaymentRows(office, id)),
    'tenancies.savePrepayments': ({ id, rows, reason }) => {
      if (findTenancy(office.session.store, id) === null) return goneFailure();
      const before = prepaymentRows(office, id);
      const saved = office.step({
        action: 'tenancy.savePrepayments',
        name: 'Vorauszahlungen gespeichert',
        reason,
        touches: ['tenancies'],
        work: (change) => replacePrepayments(change, id, rows),
        undo: (change) => replacePrepayments(change, id, before),
      });
      return saved.ok ? succeed(prepaymentRows(office, id)) : saved;
    },
    'tenancies.previewPaste': ({ propertyId, rows, columns }) => {
      const { store, clock } = office.session;
      const property = findProperty(store, propertyId);
      if (property === null) return goneFailure();
      const grid = readGrid(rows, officeDayOf(clock()), columns);
      const units = listUnits(store, propertyId);
      const target: PasteTarget = {
        propertyId,
        addressLines: property.addressLines,
        units,
        tenancies: units.flatMap(({ id }) => tenanciesOfUnit(store, id)),
        people: new Map(office.people.map((person) => [person.id, person])),
      };
      prepared = { token: randomUUID(), target, rows: judgeRows(grid.rows, target) };
      return succeed({
        columns: grid.columns,
        hasHeader: grid.hasHeader,
        rows: prepared.rows.map(({ shown }) => shown),
        token: prepared.token,
      });
    },
    'tenancies.applyPaste': ({ token, skip }) => {
      if (prepared === null || prepared.token !== token)
        return fail({
          code: 'PREVIEW_OUTDATED',
          message: 'Diese Vorschau gilt nicht mehr. Bitte fügen Sie die Tabelle noch einmal ein.',
        });
      const { target, rows } = prepared;
      const skipped = new Set(skip);
      const isWritten = ({ shown }: JudgedRow): boolean =>
        !skipped.has(shown.rowNumber) && (shown.verdict === 'new' || shown.verdict === 'changed');
      const chosen = rows.filter(isWritten);
      const orphan = findRowWithoutUnit(chosen, target);
      if (orphan !== null)
        return fail({
          code: 'UNIT_SKIPPED',
          message: `Zeile ${orphan.shown.rowNumber} gehört zu einer Nutzeinheit, deren Zeile ausgelassen wird. Bitte lassen Sie beide aus oder keine.`,
        });
      const written = office.step({
        action: 'tenancies.import',
        name: `${counted('de', chosen.length, 'Zeile', 'Zeilen')} eingefügt`,
        touches: TOUCHES,
        work: (change) => writeRows(change, chosen, target),
        undo: (change, done) => done.undo(change),
      });
      if (!written.ok) return written;
      prepared = null;
      return succeed({
        written: written.value.rows,
        left: rows
          .filter((row) => !isWritten(row) && row.shown.verdict !== 'unchanged')
          .map(({ shown }) => shown),
      });
    },
  };
}

function nameOf(office: WorkingOffice, id: Tenancy['personId']): string {
  const { store, vault } = office.session;
  return findPerson(store, vault, id)?.name ?? 'gelöscht';
}

function prepaymentRows(office: WorkingOffice, id: TenancyId): Prepayment[] {
  return prepaymentsOf(office.session.store, id).map(({ paidOn, amount }) => ({
    paidOn,
    amountCents: amount,
  }));
}

function replacePrepayments(change: Change, tenancyId: TenancyId, rows: readonly Prepayment[]): void {
  for (const { id } of prepaymentsOf(change.store, tenancyId)) removePrepayment(change, tenancyId, id);
  for (const { paidOn, amountCents } of rows)
    addPrepayment(change, { tenancyId, paidOn, amount: amountCents });
}

function listOccupancies(office: WorkingOffice, isWanted: (unit: Unit) => boolean): Occupancy[] {
  const { store, clock } = office.session;
  const today = officeDayOf(clock());
  const propertyNames = new Map(listProperties(store).map(({ id, name }) => [id, name]));
  const personNames = new Map(office.people.map(({ id, name }) => [id, name]));
  const tenancies = Map.groupBy(listAllTenancies(store), ({ unitId }) => unitId);
  return listAllUnits(store)
    .filter(isWanted)
    .flatMap((unit) => {
      const place = {
        unitId: unit.id,
        unitName: unit.name,
        propertyId: unit.propertyId,
        propertyName: propertyNames.get(unit.propertyId) ?? '',
      };
      const ofUnit = tenancies.get(unit.id) ?? [];
      if (ofUnit.length === 0) return [{ kind: 'vacancy', from: null, to: null, ...place } as const];
      return ofUnit.flatMap((tenancy, index): Occupancy[] => {
        const { id, personId, from, to } = tenancy;
        const tenantName = personNames.get(personId) ?? 'gelöscht';
        const status = statusOf(tenancy, today);
        const gap = gapAfter(tenancy, ofUnit[index + 1] ?? null);
        return [
          { kind: 'tenancy', id, personId, tenantName, from, to, status, ...place },
          ...(gap === null ? [] : [{ kind: 'vacancy', ...gap, ...place } as const]),
        ];
      });
    });
}

function statusOf({ from, to }: Tenancy, today: PlainDate): 'future' | 'running' | 'ended' {
  if (from > today) return 'future';
  return to !== null && to < today ? 'ended' : 'running';
}

/** The days between a tenancy and the next one; open-ended after the last. Null when there are none. */
function gapAfter(
  { to }: Tenancy,
  next: Tenancy | null,
): { readonly from: PlainDate; readonly to: PlainDate | null } | null {
  if (to === null) return null;
  const from = addDays(to, 1);
  if (next === null) return { from, to: null };
  return from < next.from ? { from, to: addDays(next.from, -1) } : null;
}
