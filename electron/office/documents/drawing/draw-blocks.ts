/** Draws the plain blocks of a document: headings, paragraphs, lists, notices, groups of a code. */
import { PRINT_COLOURS } from '#shared/chart/print-colours.ts';
import type { Flow } from './flow.ts';
import { baselineIn, TYPE, type TypeStyle } from './type-styles.ts';

/** Below a paragraph, as a share of a line. */
const SPACE_BELOW_LINE = 0.45;
const LIST_INDENT = 12;
const NOTICE_PADDING = 9;
const BAR_WIDTH = 2.5;

/** Draws a heading that stands on one page with `announced` points of what follows. */
export function drawHeading(flow: Flow, level: 2 | 3, text: string, announced: number): void {
  const style = level === 2 ? TYPE.heading : TYPE.subheading;
  const lines = flow.linesOf(text, style);
  const above = level === 2 ? 8 : 4;
  flow.need(above + lines.length * style.leading + announced);
  if (!flow.isAtTop) flow.y += above;
  flow.sheet.tag(flow.sheet.root, level === 2 ? 'H2' : 'H3', () => flow.setLines(lines, style));
  flow.y += level === 2 ? 4 : 2;
}

/** The height of a paragraph, the space below it included. */
export function heightOfParagraph(flow: Flow, text: string, style: TypeStyle): number {
  return flow.linesOf(text, style).length * style.leading + SPACE_BELOW_LINE * style.leading;
}

export function drawParagraph(flow: Flow, text: string, style: TypeStyle): void {
  const lines = flow.linesOf(text, style);
  flow.need(lines.length * style.leading);
  flow.sheet.tag(flow.sheet.root, 'P', () => flow.setLines(lines, style));
  flow.y += SPACE_BELOW_LINE * style.leading;
}

export function drawList(flow: Flow, items: readonly string[]): void {
  const { sheet } = flow;
  const list = sheet.open(sheet.root, 'L');
  for (const item of items) {
    const style = TYPE.detail;
    const lines = flow.linesOf(item, style, flow.width - LIST_INDENT);
    flow.need(lines.length * style.leading);
    const element = sheet.open(list, 'LI');
    const baseline = baselineIn(flow.y, style);
    sheet.tag(element, 'Lbl', () => sheet.print('–', flow.left, baseline, style));
    sheet.tag(element, 'LBody', () => flow.setLines(lines, style, flow.left + LIST_INDENT));
    element.end();
    flow.y += 2.5;
  }
  list.end();
  flow.y += 4;
}

/** Something to notice: a tinted panel with a bar at its left, a title and its points. */
export function drawNotice(flow: Flow, title: string, items: readonly string[]): void {
  const { sheet } = flow;
  const textWidth = flow.width - 2 * NOTICE_PADDING;
  const titleLines = flow.linesOf(title, TYPE.subheading, textWidth);
  const itemLines = items.map((item) => flow.linesOf(item, TYPE.detail, textWidth));
  const lineCount = itemLines.reduce((sum, lines) => sum + lines.length, 0);
  const height =
    2 * NOTICE_PADDING +
    titleLines.length * TYPE.subheading.leading +
    lineCount * TYPE.detail.leading +
    items.length * 3;
  flow.need(height);
  const top = flow.y;
  sheet.artifact('Layout', () => {
    sheet.fill(flow.left, top, flow.width, height, PRINT_COLOURS.panel);
    sheet.fill(flow.left, top, BAR_WIDTH, height, PRINT_COLOURS.accent);
  });
  flow.y = top + NOTICE_PADDING;
  const x = flow.left + NOTICE_PADDING;
  sheet.tag(sheet.root, 'P', () => flow.setLines(titleLines, TYPE.subheading, x));
  for (const lines of itemLines) {
    flow.y += 3;
    sheet.tag(sheet.root, 'P', () => flow.setLines(lines, TYPE.detail, x));
  }
  flow.y = top + height + 10;
}

/** A long code in groups, three a line, large enough to be typed from paper without a mistake. */
export function drawCode(flow: Flow, groups: readonly string[]): void {
  const { sheet } = flow;
  const perLine = 3;
  const rows = Math.ceil(groups.length / perLine);
  const rowHeight = TYPE.result.leading + 12;
  flow.need(rows * rowHeight + 12);
  const top = flow.y;
  sheet.artifact('Layout', () =>
    sheet.outline(flow.left, top, flow.width, rows * rowHeight + 8, PRINT_COLOURS.rule),
  );
  flow.y += 10;
  const list = sheet.open(sheet.root, 'L');
  for (const [index, group] of groups.entries()) {
    const column = index % perLine;
    const rowTop = flow.y + Math.floor(index / perLine) * rowHeight;
    const x = flow.left + 12 + (column * (flow.width - 24)) / perLine;
    const element = sheet.open(list, 'LI');
    sheet.tag(element, 'Lbl', () =>
      sheet.print(`${index + 1}`, x, baselineIn(rowTop, TYPE.result), TYPE.label),
    );
    sheet.tag(element, 'LBody', () =>
      sheet.print(group, x + 16, baselineIn(rowTop, TYPE.result), TYPE.result),
    );
    element.end();
  }
  list.end();
  flow.y = top + rows * rowHeight + 20;
}
