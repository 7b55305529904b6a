/** Paints the bar chart of the consumption information. */
import { layBars, type Bar, type BarComparison, type BarGroup } from '#shared/chart/bar-comparison.ts';
import { PRINT_COLOURS } from '#shared/chart/print-colours.ts';
import { formatDecimal, formatQuantity } from '#shared/text/format.ts';
import type { Flow } from './flow.ts';
import { mm } from './paper.ts';
import type { Sheet } from './sheet.ts';
import { baselineIn, TYPE } from './type-styles.ts';

const ROOM = { labelWidth: mm(38), valueWidth: mm(26), barHeight: 13 };
const AXIS_LABEL = TYPE.footer;
const STRONG = { ...TYPE.detail, weight: 'semibold' } as const;

/** Draws the chart as one figure; `alternative` says in words what it shows, numbers included. */
export function drawBars(flow: Flow, bars: BarComparison, alternative: string): void {
  const { sheet, left } = flow;
  const geometry = layBars(bars, { ...ROOM, width: flow.width });
  const height = geometry.height + AXIS_LABEL.leading + 4;
  flow.need(height);
  const top = flow.y;
  sheet.tag(
    sheet.root,
    'Figure',
    () => {
      for (const group of geometry.groups) {
        drawGroup(sheet, group, bars.unit, left, top, geometry.ticks);
        const axisX = left + geometry.axisX;
        sheet.line(axisX, top + group.top, axisX, top + group.bottom, PRINT_COLOURS.ink, 0.75);
      }
      for (const tick of geometry.ticks) {
        const isLast = tick === geometry.ticks.at(-1);
        const text = isLast ? formatQuantity(tick.value, 0, bars.unit) : formatDecimal(tick.value, 0);
        const baseline = baselineIn(top + geometry.height + 2, AXIS_LABEL);
        sheet.print(text, left + tick.x, baseline, AXIS_LABEL, 'centre');
      }
    },
    { alt: alternative, bbox: [left, top, flow.right, top + height] },
  );
  flow.y = top + height + 10;
}

function drawGroup(
  sheet: Sheet,
  group: BarGroup,
  unit: string,
  left: number,
  top: number,
  ticks: readonly { readonly x: number }[],
): void {
  sheet.print(group.title, left, baselineIn(top + group.titleY, STRONG), STRONG);
  for (const tick of ticks) {
    const x = left + tick.x;
    sheet.line(x, top + group.top, x, top + group.bottom, PRINT_COLOURS.hairline);
  }
  for (const bar of group.bars) drawBar(sheet, bar, unit, left, top);
}

function drawBar(sheet: Sheet, bar: Bar, unit: string, left: number, top: number): void {
  const x = left + bar.x;
  const y = top + bar.y;
  const colour = PRINT_COLOURS[bar.colour];
  if (bar.style === 'outline') sheet.outline(x, y, bar.width, bar.height, colour, 1);
  else sheet.fill(x, y, bar.width, bar.height, colour);
  const baseline = y + bar.height / 2 + 3;
  const valueStyle = bar.style === 'solid' ? STRONG : TYPE.detail;
  sheet.print(bar.label, x - 6, baseline, TYPE.detail, 'right');
  const value = formatQuantity(bar.value, 0, unit);
  sheet.fill(x + bar.width + 2, y, sheet.widthOf(value, valueStyle) + 6, bar.height, PRINT_COLOURS.paper);
  sheet.print(value, x + bar.width + 5, baseline, valueStyle);
}
