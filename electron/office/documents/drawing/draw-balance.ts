/** The box with the result of a statement, and how to pay it. */
import { PRINT_COLOURS } from '#shared/chart/print-colours.ts';
import { giroCodeMatrix, giroCodeText } from '../giro-code.ts';
import { DOCUMENT_TEXT } from '#shared/text/documents/common.ts';
import type { Balance, GiroTransfer, Transfer } from '../model/printed-document.ts';
import type { Flow } from './flow.ts';
import { mm } from './paper.ts';
import { baselineIn, TYPE } from './type-styles.ts';

const PADDING = 12;
const SPACE_ABOVE = 4;
const STEP = TYPE.body;
const GIRO_SIZE = mm(30);
/** White modules a reader needs around the code (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** How the balance comes about, step by step, and the result in words and large figures. */
export function drawBalance(flow: Flow, balance: Balance): void {
  const { sheet } = flow;
  flow.y += SPACE_ABOVE;
  const height = 2 * PADDING + balance.steps.length * STEP.leading + 8 + TYPE.result.leading;
  flow.need(height);
  const top = flow.y;
  const left = flow.left + PADDING;
  const right = flow.right - PADDING;
  sheet.artifact('Layout', () => {
    sheet.fill(flow.left, top, flow.width, height, PRINT_COLOURS.panel);
    sheet.outline(flow.left, top, flow.width, height, PRINT_COLOURS.ink, 0.75);
  });
  let y = top + PADDING;
  for (const step of balance.steps) {
    const baseline = baselineIn(y, STEP);
    sheet.tag(sheet.root, 'P', () => {
      sheet.print(step.label, left, baseline, STEP);
      sheet.print(step.value, right, baseline, STEP, 'right');
    });
    y += STEP.leading;
  }
  y += 4;
  sheet.artifact('Layout', () => sheet.rule(left, right, y, PRINT_COLOURS.ink, 0.75));
  y += 4;
  sheet.tag(sheet.root, 'P', () => {
    sheet.print(balance.word, left, baselineIn(y, TYPE.result), TYPE.result);
    sheet.print(balance.amount, right, baselineIn(y, TYPE.result), TYPE.result, 'right');
  });
  flow.y = top + height + 12;
}

/** What to do about the balance; at the right a GiroCode, where there is something to pay and an account for it. */
export function drawTransfer(flow: Flow, transfer: Transfer): void {
  const { sheet } = flow;
  const code = transfer.giroCode === undefined ? null : giroCodeText(transfer.giroCode);
  const textWidth = code === null ? flow.width : flow.width - GIRO_SIZE - mm(6);
  const lines = flow.linesOf(transfer.text, TYPE.body, textWidth);
  const valueX = flow.left + mm(32);
  const details = transfer.details.map(({ label, value }) => ({
    label,
    lines: flow.linesOf(value, TYPE.detail, textWidth - mm(32)),
  }));
  const detailLines = details.reduce((sum, detail) => sum + detail.lines.length, 0);
  const height = lines.length * TYPE.body.leading + 5 + detailLines * (TYPE.detail.leading + 1);
  const codeHeight = GIRO_SIZE + TYPE.footer.leading;
  flow.need(Math.max(height, code === null ? 0 : codeHeight));
  const top = flow.y;
  sheet.tag(sheet.root, 'P', () => flow.setLines(lines, TYPE.body));
  flow.y += 5;
  for (const detail of details) {
    sheet.tag(sheet.root, 'P', () => {
      sheet.print(detail.label, flow.left, baselineIn(flow.y, TYPE.detail), TYPE.small);
      flow.setLines(detail.lines, TYPE.detail, valueX);
    });
    flow.y += 1;
  }
  if (code !== null && transfer.giroCode !== undefined) {
    drawGiroCode(flow, code, transfer.giroCode, top);
    flow.y = Math.max(flow.y, top + codeHeight);
  }
  flow.y += 8;
}

function drawGiroCode(flow: Flow, text: string, transfer: GiroTransfer, top: number): void {
  const { sheet } = flow;
  const matrix = giroCodeMatrix(text);
  const module = GIRO_SIZE / (matrix.size + 2 * QUIET_ZONE);
  const left = flow.right - GIRO_SIZE + QUIET_ZONE * module;
  const inset = top + QUIET_ZONE * module;
  const side = matrix.size * module;
  const { caption, alternative } = DOCUMENT_TEXT.giroCode;
  sheet.tag(
    sheet.root,
    'Figure',
    () => {
      for (const run of matrix.runs) {
        sheet.fill(
          left + run.column * module,
          inset + run.row * module,
          run.length * module,
          module,
          PRINT_COLOURS.ink,
        );
      }
      const middle = left + side / 2;
      sheet.print(caption, middle, inset + side + QUIET_ZONE * module + 6, TYPE.footer, 'centre');
    },
    { alt: alternative(transfer), bbox: [left, inset, left + side, top + GIRO_SIZE + TYPE.footer.leading] },
  );
}
