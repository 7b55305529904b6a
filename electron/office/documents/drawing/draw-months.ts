/** Paints a chart of months as stacked columns: the geometry of the window's chart, in print colours. */
import { PRINT_COLOURS } from '#shared/chart/print-colours.ts';
import { layStackedMonths, type StackedGeometry } from '#shared/chart/stacked-months.ts';
import { toNumber } from '#shared/model/rational.ts';
import { formatDecimal } from '#shared/text/format.ts';
import type { PrintedMonths } from '../model/printed-document.ts';
import type { Flow } from './flow.ts';
import { breakLines } from './line-breaker.ts';
import { mm } from './paper.ts';
import type { Sheet } from './sheet.ts';
import { baselineIn, TYPE } from './type-styles.ts';

const ROOM = { height: mm(38), axisWidth: mm(14), labelWidth: mm(36), labelHeight: 12 };
const HEAD = 14;
const FOOT = 13;
const SWATCH = 7;
const WORDS = TYPE.footer;

/** Draws the chart as one figure; `alternative` says in words what it shows, numbers included. */
export function drawMonths(flow: Flow, chart: PrintedMonths, alternative: string): void {
  const { sheet, left } = flow;
  const series = chart.series.map(({ id, values }) => ({
    id,
    values: values.map((value) => value && toNumber(value)),
  }));
  const geometry = layStackedMonths({ series, lastYear: [] }, { ...ROOM, width: flow.width });
  const height = HEAD + ROOM.height + FOOT;
  flow.need(height);
  const top = flow.y + HEAD;
  sheet.tag(
    sheet.root,
    'Figure',
    () => {
      drawAxis(sheet, chart, geometry, left, top);
      for (const { series: id, x, y, width, height: tall } of geometry.segments)
        drawPart(sheet, chart, id, { x: left + x, y: top + y, width, height: tall });
      sheet.line(
        left + geometry.left,
        top + geometry.zeroY,
        left + geometry.right,
        top + geometry.zeroY,
        PRINT_COLOURS.ink,
        0.75,
      );
      drawNames(sheet, chart, geometry, left, top);
    },
    { alt: alternative, bbox: [left, flow.y, flow.right, flow.y + height] },
  );
  flow.y += height + 8;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Every second room is an outline, so that neighbours differ without colour; the base share is grey. */
function drawPart(sheet: Sheet, { series, colour }: PrintedMonths, id: string, place: Place): void {
  const index = series.findIndex((one) => one.id === id);
  const isBase = series[index]?.isBase === true;
  const rooms = series.slice(0, index).filter(({ isBase: other }) => !other).length;
  const { x, y, width, height } = place;
  if (isBase) sheet.fill(x, y, width, height, PRINT_COLOURS.base);
  else if (rooms % 2 === 0) sheet.fill(x, y, width, height, PRINT_COLOURS[colour]);
  else sheet.fill(x, y, width, height, PRINT_COLOURS.panel);
  const edge = isBase ? PRINT_COLOURS.base : PRINT_COLOURS[colour];
  // The line lies within the part, so that the thinnest one is no higher than its value.
  const inset = Math.min(0.4, height / 2);
  sheet.outline(x + inset, y + inset, width - 2 * inset, Math.max(0.1, height - 2 * inset), edge, 2 * inset);
}

function drawAxis(
  sheet: Sheet,
  { unit, months }: PrintedMonths,
  { ticks, middles, left: from, right: to }: StackedGeometry,
  left: number,
  top: number,
): void {
  sheet.print(unit, left + from - 5, top - 5, WORDS, 'right');
  for (const { y, value } of ticks) {
    sheet.line(left + from, top + y, left + to, top + y, PRINT_COLOURS.hairline);
    sheet.print(
      formatDecimal(value, Number.isInteger(value) ? 0 : 1),
      left + from - 5,
      top + y + 2.5,
      WORDS,
      'right',
    );
  }
  for (const [index, name] of months.entries())
    sheet.print(
      name,
      left + (middles[index] ?? 0),
      baselineIn(top + ROOM.height + 2, WORDS),
      WORDS,
      'centre',
    );
}

function drawNames(
  sheet: Sheet,
  chart: PrintedMonths,
  geometry: StackedGeometry,
  left: number,
  top: number,
): void {
  const edge = left + geometry.right;
  for (const { series: id, y, fromX, fromY } of geometry.labels) {
    const name = chart.series.find((one) => one.id === id)?.name ?? '';
    sheet.line(left + fromX, top + fromY, edge + 2, top + y, PRINT_COLOURS.rule);
    sheet.line(edge + 2, top + y, edge + 6, top + y, PRINT_COLOURS.rule);
    drawPart(sheet, chart, id, { x: edge + 8, y: top + y - SWATCH / 2, width: SWATCH, height: SWATCH });
    const room = ROOM.labelWidth - SWATCH - 14;
    const [first = ''] = breakLines(name, room, (text) => sheet.widthOf(text, TYPE.detail));
    sheet.print(first, edge + SWATCH + 12, top + y + 3, TYPE.detail);
  }
}
