/** Turns what a document says into the bytes of its file. */
import type { Block, PrintedDocument } from '../model/printed-document.ts';
import { PRINT_COLOURS } from '#shared/chart/print-colours.ts';
import { DOCUMENT_TEXT } from '#shared/text/documents.de.ts';
import { drawBalance, drawTransfer } from './draw-balance.ts';
import { drawBars } from './draw-bars.ts';
import { drawCode, drawHeading, drawList, drawNotice, drawParagraph } from './draw-blocks.ts';
import { drawHead } from './draw-head.ts';
import { drawTable } from './draw-table.ts';
import { Flow } from './flow.ts';
import { MARGINS, mm } from './paper.ts';
import { Sheet } from './sheet.ts';
import { baselineIn, TYPE } from './type-styles.ts';

/** Draws a document whose texts are known to be printable. The same document gives the same bytes. */
export async function drawDocument(document: PrintedDocument): Promise<Uint8Array> {
  const sheet = new Sheet({
    title: `${document.title} ${document.documentNumber}`,
    author: document.office.name,
    subject: document.description,
    issuedOn: document.issuedOn,
  });
  const flow = new Flow(sheet);
  for (const [index, section] of document.sections.entries()) {
    flow.startPage(section.orientation);
    if (index === 0) drawHead(flow, document);
    for (const block of section.blocks) drawBlock(flow, block);
  }
  sheet.forEachPage((page, pages) => drawFooter(sheet, document, page, pages));
  return sheet.finish();
}

function drawBlock(flow: Flow, block: Block): void {
  switch (block.kind) {
    case 'heading':
      return drawHeading(flow, block.level, block.text);
    case 'paragraph':
      return drawParagraph(flow, block.text, TYPE[block.style ?? 'body']);
    case 'list':
      return drawList(flow, block.items);
    case 'table':
      return drawTable(flow, block.table);
    case 'balance':
      return drawBalance(flow, block.balance);
    case 'transfer':
      return drawTransfer(flow, block.transfer);
    case 'notice':
      return drawNotice(flow, block.title, block.items);
    case 'bars':
      return drawBars(flow, block.bars, block.alternative);
    case 'code':
      return drawCode(flow, block.groups);
  }
}

/** Who sent it, its number and which of how many pages this is: on every page. */
function drawFooter(sheet: Sheet, document: PrintedDocument, page: number, pages: number): void {
  const left = MARGINS.left;
  const right = sheet.size.width - MARGINS.right;
  const top = sheet.size.height - mm(15);
  sheet.artifact('Pagination', () => {
    sheet.rule(left, right, top, PRINT_COLOURS.hairline);
    const baseline = baselineIn(top + 3, TYPE.footer);
    sheet.print(document.office.name, left, baseline, TYPE.footer);
    const place = DOCUMENT_TEXT.footer(document.documentNumber, page, pages);
    sheet.print(place, right, baseline, TYPE.footer, 'right');
  });
}
