/** Tenant change desk: proposes the reading of the day, records the change as one step, writes its confirmation. */
import path from 'node:path';
import { degreeDayTableLabel } from '#shared/billing/degree-days.ts';
import type { HandlersOf } from '#shared/contract/handler.ts';
import type { OfficeFailure } from '#shared/contract/failure.ts';
import type { tenantChangeDesk, TenantChangeFields } from '#shared/contract/tenant-change.ts';
import type { PlainDate } from '#shared/model/plain-date.ts';
import type { PropertyId } from '#shared/model/property.ts';
import { fail, succeed, type Result } from '#shared/model/result.ts';
import type { UnitId } from '#shared/model/unit.ts';
import { renderUserChangeLetter } from '../documents/user-change-letter.ts';
import { billsOf } from '../store/bills.ts';
import { findPerson } from '../store/people.ts';
import { findProperty, findUnit } from '../store/properties.ts';
import { tenanciesOfUnit } from '../store/tenancies.ts';
import { findUserChange } from '../store/user-changes.ts';
import { periodsOf } from './consumption-tariff.ts';
import { proposalsFor, proposedMeterOf } from './interim-proposals.ts';
import { setupOf } from './period-setup.ts';
import { makeChange, takeBackChange, type PlannedChange } from './tenant-change-step.ts';
import { letterOf } from './user-change-letter.ts';
import { goneFailure, type WorkingOffice } from './working-office.ts';
import { writeWhole } from './write-whole.ts';

const TOUCHES = ['tenancies', 'units', 'people', 'properties', 'billing'] as const;

export function createTenantChangeDesk(office: WorkingOffice): HandlersOf<typeof tenantChangeDesk> {
  return {
    'tenantChange.propose': ({ unitId, lastDay }) => {
      const { store, vault } = office.session;
      const unit = findUnit(store, unitId);
      const property = unit && findProperty(store, unit.propertyId);
      if (!unit || !property) return goneFailure();
      const leaving = tenancyOn(office, unitId, lastDay);
      const person = leaving && findPerson(store, vault, leaving.personId);
      return succeed({
        unitName: unit.name,
        propertyId: property.id,
        propertyName: property.name,
        leaving: leaving && {
          personId: leaving.personId,
          name: person?.name ?? 'gelöscht',
          from: leaving.from,
        },
        finalRunId: finalRunOf(office, property.id, lastDay),
        degreeDayTable: tableOf(office, property.id),
        meters: proposalsFor(store, property.id, unitId, lastDay).map(proposedMeterOf),
      });
    },
    'tenantChange.record': (fields) => {
      const plan = planOf(office, fields);
      if (!plan.ok) return plan;
      const recorded = office.step({
        action: 'userChange.record',
        name: `Mieterwechsel ${plan.value.leaver.name}`,
        touches: TOUCHES,
        ...(fields.missing && { reason: fields.missing.reason }),
        work: (change) => makeChange(change, plan.value),
        undo: (change, done) => takeBackChange(change, plan.value, done),
      });
      return recorded.ok ? succeed({ id: recorded.value.id }) : recorded;
    },
    'tenantChange.letter': ({ id }) => letterPdf(office, id),
    'tenantChange.saveLetter': async ({ id }) => {
      const letter = await letterPdf(office, id);
      if (!letter.ok) return letter;
      const { fileName, pdf } = letter.value;
      const file = await office.options.desktop.chooseNewFile('Bestätigung speichern', fileName);
      if (file === null) return succeed(null);
      const written = await writeWhole(file, pdf);
      return written.ok ? succeed({ fileName: path.basename(file) }) : written;
    },
  };
}

/** The confirmation of a change, in memory only. */
async function letterPdf(
  office: WorkingOffice,
  id: number,
): Promise<Result<{ fileName: string; pdf: Uint8Array }, OfficeFailure>> {
  const change = findUserChange(office.session.store, id);
  const letter = change && letterOf(office.session, change, (propertyId) => tableOf(office, propertyId));
  if (!letter) return goneFailure();
  const pdf = await renderUserChangeLetter(letter);
  const fileName = `Nutzerwechsel_${letter.unit}_${letter.leaving.lastDay}.pdf`;
  return pdf.ok ? succeed({ fileName: fileName.replaceAll(/[/\\:*?"<>|]/g, '-'), pdf: pdf.value }) : pdf;
}

/** Who lives in a unit on a day. */
function tenancyOn({ session }: WorkingOffice, unitId: UnitId, day: PlainDate) {
  return (
    tenanciesOfUnit(session.store, unitId).find(
      ({ from, to }) => from <= day && (to === null || to >= day),
    ) ?? null
  );
}

/** The newest final bill of a period that a change on this day would alter. */
function finalRunOf({ session }: WorkingOffice, propertyId: PropertyId, day: PlainDate): number | null {
  const finals = periodsOf(session, propertyId)
    .filter(({ from, to }) => from <= day && day <= to)
    .flatMap(({ id }) => billsOf(session.store, id).filter(({ state }) => state === 'final'));
  return finals.at(-1)?.id ?? null;
}

/** The name of the degree-day table that the newest period chose; else the usual one. */
function tableOf({ session }: WorkingOffice, propertyId: PropertyId): string {
  const [newest] = periodsOf(session, propertyId);
  return degreeDayTableLabel(newest ? setupOf(newest).rules.userChange.degreeDayTable : 'summer92');
}

/** Looks up what the change needs, or says why it cannot be made. */
function planOf(office: WorkingOffice, fields: TenantChangeFields): Result<PlannedChange, OfficeFailure> {
  const { store, vault } = office.session;
  const unit = findUnit(store, fields.unitId);
  const property = unit && findProperty(store, unit.propertyId);
  if (!unit || !property) return goneFailure();
  const leaving = tenancyOn(office, unit.id, fields.lastDay);
  const leaver = leaving && findPerson(store, vault, leaving.personId);
  if (!leaving || !leaver)
    return fail({
      code: 'NOBODY_LEAVES',
      message: 'An diesem Tag ist die Nutzeinheit nicht vermietet. Bitte prüfen Sie den Auszug.',
      field: 'lastDay',
    });
  if (finalRunOf(office, property.id, fields.lastDay) !== null)
    return fail({
      code: 'PERIOD_FINAL',
      message:
        'Der Zeitraum dieses Wechsels ist schon finalisiert abgerechnet. Bitte öffnen Sie die Abrechnung und beginnen Sie dort eine Korrektur.',
      field: 'lastDay',
    });
  if (fields.next.kind !== 'vacancy' && fields.next.from <= fields.lastDay)
    return fail({
      code: 'MOVES_IN_TOO_EARLY',
      message: 'Der Einzug liegt vor dem Auszug. Der nächste Mieter beginnt frühestens am Tag danach.',
      field: 'from',
    });
  const proposed = proposalsFor(store, property.id, unit.id, fields.lastDay);
  if (fields.missing === null && needsReason(fields, proposed))
    return fail({
      code: 'REASON_MISSING',
      message: 'Ein Zählerstand fehlt oder ist geschätzt. Bitte nennen Sie den Grund.',
      field: 'reason',
    });
  return succeed({ fields, property, leaving, leaver, proposed });
}

function needsReason({ readings }: TenantChangeFields, proposed: PlannedChange['proposed']): boolean {
  return proposed.some(({ meter, value }) => {
    const choice = readings.find(({ meterId }) => meterId === meter.meter.id);
    if (choice === undefined || choice.kind === 'none' || choice.kind === 'estimated') return true;
    return choice.kind === 'proposed' && value.quality === 'missing';
  });
}
