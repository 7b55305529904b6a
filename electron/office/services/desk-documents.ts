/** Documents desk: a run's PDFs – one for the preview, one into a file the user names, or all of them into a folder. */
import path from 'node:path';
import type { billingExportDesk } from '#shared/contract/billing.ts';
import type { documentsDesk, RunDocument } from '#shared/contract/documents.ts';
import type { OfficeFailure } from '#shared/contract/failure.ts';
import type { HandlersOf } from '#shared/contract/handler.ts';
import type { Bill } from '#shared/billing/bill.ts';
import { fail, succeed, type Result } from '#shared/model/result.ts';
import type { OpenedRun } from './billing-runs.ts';
import type { BillingWork } from './billing-work.ts';
import { exportDocuments } from './export-documents.ts';
import { planDocuments, type PrintedBill } from './plan-documents.ts';
import { printedBillOf } from './run-documents.ts';
import { goneFailure } from './working-office.ts';
import { writeWhole } from './write-whole.ts';

/** A run that was billed, with what its documents need. */
interface PrintableRun {
  readonly run: OpenedRun;
  readonly bill: Bill;
  readonly printed: PrintedBill;
  readonly checkNumber: string | null;
}

export function createDocumentsDesk(
  work: BillingWork,
): HandlersOf<typeof documentsDesk> & HandlersOf<typeof billingExportDesk> {
  const { office } = work;

  function printable(id: number): Result<PrintableRun, OfficeFailure> {
    const run = work.runs.open(id);
    if (!run.ok) return run;
    const { bill } = run.value;
    if (bill === null)
      return fail({
        code: 'RUN_REFUSED',
        message:
          'Diese Abrechnung ist noch gesperrt. Bitte beheben Sie zuerst die sperrenden Punkte der Prüfliste.',
      });
    const checkNumber = work.runs.checkNumberOf(run.value);
    const printed = printedBillOf(office.session, work.runs, run.value, bill);
    return succeed({ run: run.value, bill, printed, checkNumber });
  }

  async function renderOne(
    id: number,
    wanted: RunDocument,
  ): Promise<Result<{ fileName: string; pdf: Uint8Array }, OfficeFailure>> {
    const run = printable(id);
    if (!run.ok) return run;
    const { printed, bill } = run.value;
    const planned = planDocuments(printed, bill).find(({ document }) => isSame(document, wanted));
    if (planned === undefined) return goneFailure();
    const pdf = await planned.render();
    return pdf.ok ? succeed({ fileName: planned.fileName, pdf: pdf.value }) : pdf;
  }

  return {
    'billing.exportDocuments': async ({ id }) => {
      const run = printable(id);
      if (!run.ok) return run;
      if (run.value.run.info.state !== 'final')
        return fail({
          code: 'RUN_NOT_FINAL',
          message: 'Nur eine finalisierte Abrechnung wird ausgegeben. Bitte finalisieren Sie sie zuerst.',
        });
      const folder = await office.options.desktop.chooseFolder('Ordner für die Dokumente');
      if (folder === null) return succeed(null);
      return await work.runJob('export', async (signal, tell) => {
        const written = await exportDocuments({
          ...run.value.printed,
          folder,
          signal,
          onProgress: (done, total) => tell('Dokumente schreiben', done, total),
        });
        if (!written.ok) return written;
        if (office.isOpen) office.anchor();
        await office.options.desktop.showFolder(folder);
        return succeed({ folder, files: written.value.length, checkNumber: run.value.checkNumber ?? '' });
      });
    },
    'billing.cancelJob': async ({ job }) => {
      await work.cancelJob(job);
      return succeed(null);
    },
    'documents.preview': ({ runId, document }) => renderOne(runId, document),
    'documents.save': async ({ runId, document }) => {
      const rendered = await renderOne(runId, document);
      if (!rendered.ok) return rendered;
      const { fileName, pdf } = rendered.value;
      const file = await office.options.desktop.chooseNewFile('PDF speichern', fileName);
      if (file === null) return succeed(null);
      const written = await writeWhole(file, pdf);
      if (!written.ok) return written;
      await office.options.desktop.showFolder(path.dirname(file));
      return succeed({ fileName: path.basename(file) });
    },
  };
}

function isSame(document: RunDocument, wanted: RunDocument): boolean {
  if (document.kind !== 'statement' || wanted.kind !== 'statement') return document.kind === wanted.kind;
  return document.billId === wanted.billId;
}
