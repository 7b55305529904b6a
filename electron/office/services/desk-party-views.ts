/** Party views desk: previews of what landlords and tenants get, and the files they get it in. */
import path from 'node:path';
import type { OfficeFailure } from '#shared/contract/failure.ts';
import type { HandlersOf, Readable } from '#shared/contract/handler.ts';
import type { LandlordPreview, TenantPreview, partyViewsDesk } from '#shared/contract/party-views.ts';
import type { CountedUnit } from '#shared/contract/consumption.ts';
import type { Medium } from '#shared/consumption/heat-tariff.ts';
import { fail, succeed, type Result } from '#shared/model/result.ts';
import type { TenancyId } from '#shared/model/tenancy.ts';
import { writeCsv } from '#shared/text/csv.ts';
import type { Period } from '#shared/model/period.ts';
import { renderMonthlyLetter } from '../documents/monthly-letter.ts';
import { findPerson } from '../store/people.ts';
import { findProperty, findUnit, listUnits } from '../store/properties.ts';
import { newestRegisters } from '../store/register-days.ts';
import { addReleasedSum, releasedSumsOf } from '../store/released-sums.ts';
import { findTenancy } from '../store/tenancies.ts';
import { quantityText } from './consumption-counts.ts';
import { statusOf } from './consumption-overview.ts';
import { Tariffs } from './consumption-tariff.ts';
import { landlordSums, releaseKey, shownSums, type LandlordQuestion } from './landlord-sums.ts';
import { officeDayOf } from './office-day.ts';
import { letterMonthsOf, monthlyLetterOf } from './monthly-letter.ts';
import { tenantDataOf } from './tenant-data.ts';
import { landlordRows, tenantRows } from './party-files.ts';
import { goneFailure, type WorkingOffice } from './working-office.ts';
import { writeWhole } from './write-whole.ts';

export function createPartyViewsDesk(office: WorkingOffice): HandlersOf<typeof partyViewsDesk> {
  return {
    'partyViews.landlord': (question) => landlordPreviewOf(office, question),
    'partyViews.releaseLandlord': async (question) => {
      const preview = landlordPreviewOf(office, question);
      if (!preview.ok) return preview;
      const { propertyId, period } = question;
      const fresh = landlordSums(office.session, question).flatMap(({ medium, countedIn, answer }) =>
        answer.state === 'shown' && !answer.wasGiven ? [{ medium, countedIn, answer }] : [],
      );
      if (preview.value.sums.every(({ result }) => result.state === 'refused'))
        return fail({
          code: 'NOTHING_TO_RELEASE',
          message: 'Für diese Auswahl darf keine Summe heraus. Bitte wählen Sie ganze, vergangene Monate.',
        });
      const file = await chooseFile(
        office,
        'Summen für den Vermieter',
        `Verbrauch_${period.from}_${period.to}.csv`,
      );
      if (file === null) return succeed(null);
      // What is out cannot be called back: it is remembered before it is written, and nothing undoes it.
      const noted = office.step({
        action: 'landlord.release',
        name: 'Summen freigegeben',
        touches: ['properties'],
        work: (change) => {
          for (const { medium, countedIn, answer } of fresh)
            addReleasedSum(change, {
              propertyId,
              medium: releaseKey(medium, countedIn),
              ...period,
              unitIds: listUnits(change.store, propertyId)
                .map(({ id }) => id)
                .filter((id) => answer.units.includes(String(id))),
              quantity: quantityText(answer.quantity),
            });
        },
      });
      return noted.ok ? await writeRows(file, landlordRows(preview.value, period)) : noted;
    },
    'partyViews.tenant': ({ tenancyId }) => tenantPreviewOf(office, tenancyId),
    'partyViews.letters': ({ tenancyId }) => {
      const { store } = office.session;
      const tenancy = findTenancy(store, tenancyId);
      const unit = tenancy && findUnit(store, tenancy.unitId);
      if (!tenancy || !unit) return goneFailure();
      return succeed(letterMonthsOf(office.session, unit.propertyId, tenancy));
    },
    'partyViews.letter': ({ tenancyId, month }) => letterPdf(office, tenancyId, month),
    'partyViews.saveLetter': async ({ tenancyId, month }) => {
      const letter = await letterPdf(office, tenancyId, month);
      if (!letter.ok) return letter;
      const { fileName, pdf } = letter.value;
      const file = await chooseFile(office, 'Verbrauchsinformation speichern', fileName);
      return file === null ? succeed(null) : await writeChosen(file, pdf);
    },
    'partyViews.exportTenant': async ({ tenancyId }) => {
      const preview = tenantPreviewOf(office, tenancyId);
      if (!preview.ok) return preview;
      const file = await chooseFile(
        office,
        'Daten des Mieters',
        `Verbrauchsdaten_${preview.value.unitName}.csv`,
      );
      return file === null ? succeed(null) : await writeRows(file, tenantRows(preview.value));
    },
  };
}

function chooseFile({ options }: WorkingOffice, title: string, name: string): Promise<string | null> {
  return options.desktop.chooseNewFile(title, name.replaceAll(/[/\\:*?"<>|]/g, '-'));
}

function writeRows(
  file: string,
  rows: readonly (readonly string[])[],
): Promise<Result<{ fileName: string }, OfficeFailure>> {
  return writeChosen(file, new TextEncoder().encode(writeCsv(rows)));
}

async function writeChosen(
  file: string,
  bytes: Uint8Array,
): Promise<Result<{ fileName: string }, OfficeFailure>> {
  const written = await writeWhole(file, bytes);
  return written.ok ? succeed({ fileName: path.basename(file) }) : written;
}

/** The letter of a month, in memory only. */
async function letterPdf(
  { session }: WorkingOffice,
  tenancyId: TenancyId,
  month: Period,
): Promise<Result<{ fileName: string; pdf: Uint8Array }, OfficeFailure>> {
  const tariffs = new Tariffs(session);
  const letter = monthlyLetterOf(session, (property) => tariffs.newest(property), tenancyId, month);
  if (!letter.ok) return letter;
  const pdf = await renderMonthlyLetter(letter.value);
  const name = `Verbrauchsinformation_${month.from.slice(0, 7)}_${letter.value.documentNumber}.pdf`;
  return pdf.ok ? succeed({ fileName: name, pdf: pdf.value }) : pdf;
}

function landlordPreviewOf(
  { session }: WorkingOffice,
  question: LandlordQuestion,
): Result<Readable<LandlordPreview>, OfficeFailure> {
  const { store, vault } = session;
  const property = findProperty(store, question.propertyId);
  if (property === null) return goneFailure();
  const tariff = new Tariffs(session).newest(property.id);
  return succeed({
    landlordName: findPerson(store, vault, property.landlordId)?.name ?? 'gelöscht',
    unitCount: listUnits(store, property.id).length,
    sums: shownSums(landlordSums(session, question), tariff),
    given: releasedSumsOf(store, property.id)
      .map(({ medium, from, to, unitIds, quantity, releasedAt }) => {
        const [name, countedIn] = medium.split('.') as [Medium, CountedUnit];
        const period = { from, to };
        return { medium: name, countedIn, period, unitCount: unitIds.length, quantity, releasedAt };
      })
      .toReversed(),
  });
}

function tenantPreviewOf(
  { session }: WorkingOffice,
  tenancyId: TenancyId,
): Result<Readable<TenantPreview>, OfficeFailure> {
  const { store, vault, clock } = session;
  const tenancy = findTenancy(store, tenancyId);
  const unit = tenancy && findUnit(store, tenancy.unitId);
  const property = unit && findProperty(store, unit.propertyId);
  if (!tenancy || !unit || !property) return goneFailure();
  const tariff = new Tariffs(session).newest(property.id);
  return succeed({
    tenantName: findPerson(store, vault, tenancy.personId)?.name ?? 'gelöscht',
    unitName: unit.name,
    propertyName: property.name,
    from: tenancy.from,
    to: tenancy.to,
    status: statusOf(session, newestRegisters(store, property.id)),
    ...tenantDataOf(store, property.id, tenancy, tariff, officeDayOf(clock())),
  });
}
