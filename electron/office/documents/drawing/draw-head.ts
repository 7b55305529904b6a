/** The top of the first page: a letter head after DIN 5008 form B, or the plain head of a sheet for the files. */
import { PRINT_COLOURS } from '#shared/chart/print-colours.ts';
import type { Fact, Office, PrintedDocument } from '../model/printed-document.ts';
import type { Flow } from './flow.ts';
import { FORM_B, MARGINS, mm } from './paper.ts';
import { baselineIn, TYPE, type TypeStyle } from './type-styles.ts';

const LABEL_WIDTH = mm(27);
const SMALLEST_ADDRESS: TypeStyle = { ...TYPE.address, size: 7, leading: 7.8 };
const ADDRESS_STYLES: readonly TypeStyle[] = [
  TYPE.address,
  { ...TYPE.address, size: 9.5, leading: 11 },
  { ...TYPE.address, size: 8.5, leading: 9.6 },
  SMALLEST_ADDRESS,
];
const FACT_GAP = 2;

/** Draws the head with the subject; the cursor stands where the text begins. */
export function drawHead(flow: Flow, document: PrintedDocument): void {
  if (document.recipient === undefined) drawSheetHead(flow, document);
  else drawLetterHead(flow, document, document.recipient);
}

function drawLetterHead(flow: Flow, document: PrintedDocument, recipient: readonly string[]): void {
  const { sheet } = flow;
  drawSender(flow, document.office);
  drawAddress(flow, recipient);
  const { x, top, width } = FORM_B.informationBlock;
  const blockEnd = drawFacts(flow, document.facts, { x, top, width });
  drawMarks(flow);
  flow.y = Math.max(FORM_B.subjectTop, blockEnd + mm(6));
  const lines = flow.linesOf(document.title, TYPE.subject);
  sheet.tag(sheet.root, 'H1', () => flow.setLines(lines, TYPE.subject));
  flow.y += mm(3);
}

/** Name in large type, address and ways to reach the office below, the return line above the address. */
function drawSender(flow: Flow, office: Office): void {
  const { sheet, left } = flow;
  const contact = [...office.address, office.phone, office.email].filter((part) => part !== undefined);
  const top = mm(16);
  const nameLines = flow.linesOf(office.name, TYPE.sender);
  flow.y = top;
  sheet.tag(sheet.root, 'P', () => flow.setLines(nameLines, TYPE.sender));
  flow.y += 2;
  const contactLines = flow.linesOf(contact.join(' · '), TYPE.label);
  sheet.tag(sheet.root, 'P', () => flow.setLines(contactLines, TYPE.label));
  const { returnLineBottom, width } = FORM_B.addressField;
  const returnLines = flow.linesOf([office.name, ...office.address].join(' · '), TYPE.returnLine, width);
  flow.y = returnLineBottom - returnLines.length * TYPE.returnLine.leading;
  sheet.artifact('Layout', () => {
    flow.setLines(returnLines, TYPE.returnLine, left);
    sheet.rule(left, left + width, flow.y + 0.5, PRINT_COLOURS.hairline);
  });
}

/** The window shows six lines; an address of more is set in the largest size that fits. */
function drawAddress(flow: Flow, recipient: readonly string[]): void {
  const { sheet } = flow;
  const { x, top, width, height } = FORM_B.addressField;
  const linesIn = (style: TypeStyle): string[] =>
    recipient.flatMap((line) => flow.linesOf(line, style, width));
  const fitting = ADDRESS_STYLES.find((style) => linesIn(style).length * style.leading <= height);
  const style = fitting ?? SMALLEST_ADDRESS;
  flow.y = top;
  sheet.tag(sheet.root, 'P', () => flow.setLines(linesIn(style), style, x));
}

/** Label and value, line under line; gives back where the block ends. */
function drawFacts(
  flow: Flow,
  facts: readonly Fact[],
  place: { readonly x: number; readonly top: number; readonly width: number },
): number {
  const { sheet } = flow;
  let y = place.top;
  for (const { label, value } of facts) {
    const labelLines = flow.linesOf(label, TYPE.label, LABEL_WIDTH - 4);
    const valueLines = flow.linesOf(value, TYPE.detail, place.width - LABEL_WIDTH);
    const rowTop = y;
    sheet.tag(sheet.root, 'P', () => {
      for (const [index, line] of labelLines.entries()) {
        const baseline = baselineIn(rowTop + index * TYPE.detail.leading, TYPE.detail);
        sheet.print(line, place.x, baseline, TYPE.label);
      }
      for (const [index, line] of valueLines.entries()) {
        const baseline = baselineIn(rowTop + index * TYPE.detail.leading, TYPE.detail);
        sheet.print(line, place.x + LABEL_WIDTH, baseline, TYPE.detail);
      }
    });
    y += Math.max(labelLines.length, valueLines.length) * TYPE.detail.leading + FACT_GAP;
  }
  return y;
}

/** Fold marks and hole mark, short strokes at the left edge. */
function drawMarks(flow: Flow): void {
  const { sheet } = flow;
  sheet.artifact('Layout', () => {
    for (const y of FORM_B.foldMarks) sheet.line(mm(4), y, mm(8), y, PRINT_COLOURS.rule, 0.4);
    sheet.line(mm(4), FORM_B.holeMark, mm(10), FORM_B.holeMark, PRINT_COLOURS.rule, 0.4);
  });
}

function drawSheetHead(flow: Flow, document: PrintedDocument): void {
  const { sheet } = flow;
  flow.y = MARGINS.top;
  const office = flow.linesOf([document.office.name, ...document.office.address].join(' · '), TYPE.label);
  sheet.tag(sheet.root, 'P', () => flow.setLines(office, TYPE.label));
  flow.y += mm(4);
  const title = flow.linesOf(document.title, TYPE.subject);
  sheet.tag(sheet.root, 'H1', () => flow.setLines(title, TYPE.subject));
  flow.y = drawFacts(flow, document.facts, { x: flow.left, top: flow.y + mm(2), width: flow.width }) + mm(4);
}
