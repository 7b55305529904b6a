/** Turns what a document says into the bytes of its file. */
import { PRINT_COLOURS } from '#shared/chart/print-colours.ts';
import { DOCUMENT_TEXT } from '#shared/text/documents/common.ts';
import type { Block, PrintedDocument } from '../model/printed-document.ts';
import { drawBalance, drawTransfer } from './draw-balance.ts';
import { drawBars } from './draw-bars.ts';
import {
  drawCode,
  drawHeading,
  drawList,
  drawNotice,
  drawParagraph,
  heightOfParagraph,
} from './draw-blocks.ts';
import { drawHead } from './draw-head.ts';
import { drawMonths } from './draw-months.ts';
import { beginningOfTable, drawTable } from './draw-table.ts';
import { Flow } from './flow.ts';
import { breakLines } from './line-breaker.ts';
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
    flow.startSection(section.orientation);
    if (index === 0) drawHead(flow, document);
    for (const [place, block] of section.blocks.entries()) {
      drawBlock(flow, block, section.blocks.slice(place + 1));
    }
  }
  sheet.forEachPage((page, pages) => {
    drawFooter(sheet, document, page, pages);
    drawMark(sheet, document.edition?.mark);
  });
  return sheet.finish();
}

/** Enough of any other block to see what it is: the head of a table and some rows, a chart's first bars. */
const BEGINNING_OF_BLOCK = 84;

/** How much of what follows a heading must stand below it: all paragraphs, then the beginning of something else. */
function announcedHeight(flow: Flow, following: readonly Block[]): number {
  let height = 0;
  for (const block of following) {
    if (block.kind === 'table') return height + beginningOfTable(flow, block.table, BEGINNING_OF_BLOCK);
    if (block.kind !== 'paragraph') return height + BEGINNING_OF_BLOCK;
    height += heightOfParagraph(flow, block.text, TYPE[block.style ?? 'body']);
  }
  return height;
}

function drawBlock(flow: Flow, block: Block, following: readonly Block[]): void {
  switch (block.kind) {
    case 'heading':
      return drawHeading(flow, block.level, block.text, announcedHeight(flow, following));
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
    case 'months':
      return drawMonths(flow, block.chart, block.alternative);
    case 'code':
      return drawCode(flow, block.groups);
  }
}

/** On every page: who sent it (as much of a long name as one line holds), its number, which page of how many. */
function drawFooter(sheet: Sheet, document: PrintedDocument, page: number, pages: number): void {
  const left = MARGINS.left;
  const right = sheet.size.width - MARGINS.right;
  const top = sheet.size.height - mm(15);
  sheet.artifact('Pagination', () => {
    sheet.rule(left, right, top, PRINT_COLOURS.hairline);
    const baseline = baselineIn(top + 3, TYPE.footer);
    const number = DOCUMENT_TEXT.number(document.documentNumber, document.edition?.checkNumber);
    const place = DOCUMENT_TEXT.footer(number, page, pages);
    const room = right - left - sheet.widthOf(place, TYPE.footer) - mm(4);
    const [name = ''] = breakLines(document.office.name, room, (text) => sheet.widthOf(text, TYPE.footer));
    sheet.print(name, left, baseline, TYPE.footer);
    sheet.print(place, right, baseline, TYPE.footer, 'right');
  });
}

const MARK_HEIGHT = mm(9);

/** A strip along the upper edge of every page, which no copy of a single page loses. */
function drawMark(sheet: Sheet, mark: string | undefined): void {
  if (mark === undefined) return;
  sheet.artifact('Pagination', () => {
    sheet.fill(0, 0, sheet.size.width, MARK_HEIGHT, PRINT_COLOURS.panel);
    const baseline = baselineIn((MARK_HEIGHT - TYPE.strong.leading) / 2, TYPE.strong);
    sheet.print(mark, sheet.size.width / 2, baseline, TYPE.strong, 'centre');
  });
}
