/** Statements per second, tagged and with shared faces, against pdfkit as its guide shows it. */
import PdfFile from 'pdfkit';
import type { PrintedDocument } from '#office/documents/model/printed-document.ts';
import { textOf } from '#office/documents/model/table.ts';
import { renderOverallStatement } from '#office/documents/overall-statement.ts';
import { renderTenantStatement, tenantStatement } from '#office/documents/tenant-statement.ts';
import { sampleInput } from '../unit/electron/office/documents/sample-house.ts';
import type { BenchRow } from './bench-row.ts';

const FLATS = 100;
const STATEMENTS = 200;
const NAIVE = 5;
const FONT = new URL('../../resources/fonts/SourceSans3-Regular.ttf', import.meta.url).pathname;

async function measure(n: number, work: (index: number) => Promise<unknown>): Promise<number> {
  const start = performance.now();
  for (let index = 0; index < n; index += 1) await work(index);
  return (performance.now() - start) / 1000;
}

/** The same texts and tables with pdfkit's own means: font by path, its table, untagged. */
async function drawNaively(document: PrintedDocument): Promise<number> {
  const file = new PdfFile({ size: 'A4', font: FONT });
  file.fontSize(9);
  for (const line of [...(document.recipient ?? []), document.title]) file.text(line);
  for (const block of document.sections.flatMap(({ blocks }) => blocks)) {
    if (block.kind === 'paragraph' || block.kind === 'heading') file.text(block.text);
    if (block.kind === 'list') for (const item of block.items) file.text(item);
    if (block.kind === 'table') {
      const width = block.table.columns.length;
      const rows = block.table.rows.map((row) =>
        Array.from({ length: width }, (_, column) => textOf(row.cells[column] ?? '')),
      );
      file.table({ data: [block.table.columns.map(({ head }) => head), ...rows] });
    }
  }
  file.end();
  let size = 0;
  for await (const chunk of file) size += (chunk as Uint8Array).length;
  return size;
}

/** Reports tenants' statements and a landlord's overall statement of the same house. */
export async function run(report: (row: BenchRow) => void): Promise<void> {
  const input = sampleInput(FLATS);
  const tenancies = input.bill.users.filter(({ kind }) => kind === 'tenancy').map(({ id }) => id);
  const jobAt = (index: number) => ({ ...input, tenancyId: tenancies[index % tenancies.length] ?? '' });
  await renderTenantStatement(jobAt(0));
  const naiveSeconds = await measure(NAIVE, (index) => drawNaively(tenantStatement(jobAt(index))));
  const naiveRate = NAIVE / naiveSeconds;
  const seconds = await measure(STATEMENTS, (index) => renderTenantStatement(jobAt(index)));
  report({
    name: 'Einzelabrechnungen, PDF/A-3a und PDF/UA-1',
    n: STATEMENTS,
    seconds,
    rate: STATEMENTS / seconds,
    unit: 'Dokumente/s',
    baseline: 'pdfkit mit Schrift nach Pfad und eigener Tabelle, ohne Auszeichnung',
    ratio: STATEMENTS / seconds / naiveRate,
  });
  const overallSeconds = await measure(1, () => renderOverallStatement(input));
  report({
    name: `Gesamtabrechnung für ${FLATS} Nutzeinheiten`,
    n: 1,
    seconds: overallSeconds,
    rate: 1 / overallSeconds,
    unit: 'Dokumente/s',
    baseline: 'eine Einzelabrechnung, derselbe Weg',
    ratio: seconds / STATEMENTS / overallSeconds,
  });
}
