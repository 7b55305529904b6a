/** Geometry of the chart that compares this period with the previous one: horizontal bars with their numbers. */
import { niceScale } from './nice-scale.ts';
import type { PrintColour } from './print-colours.ts';

/** One kind of consumption in two periods, and what an average user of the same category has. */
export interface BarPair {
  readonly label: string;
  readonly colour: PrintColour;
  readonly now: number;
  /** Missing in the first year and for a new user. */
  readonly before?: number;
  readonly average?: number;
}

export interface BarComparison {
  readonly unit: string;
  readonly nowLabel: string;
  readonly beforeLabel: string;
  readonly averageLabel: string;
  readonly pairs: readonly BarPair[];
}

/** The room the chart has, in the painter's own unit. */
export interface BarRoom {
  readonly width: number;
  /** Left of the bars, for the names of the periods. */
  readonly labelWidth: number;
  /** Right of the longest bar, for its number. */
  readonly valueWidth: number;
  readonly barHeight: number;
}

/** The previous period is an outline and the average a thin bar: the three differ without colour. */
export type BarStyle = 'solid' | 'outline' | 'thin';

export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly label: string;
  readonly value: number;
  readonly colour: PrintColour;
  readonly style: BarStyle;
}

export interface BarGroup {
  readonly title: string;
  readonly titleY: number;
  /** The stretch of the axis beside the group's bars. */
  readonly top: number;
  readonly bottom: number;
  readonly bars: readonly Bar[];
}

export interface BarGeometry {
  readonly height: number;
  readonly axisX: number;
  readonly ticks: readonly { readonly x: number; readonly value: number }[];
  readonly groups: readonly BarGroup[];
}

/** All in terms of a bar's height: the chart keeps its proportions at any size. */
const TITLE = 1.35;
const GAP_IN_GROUP = 0.3;
const GAP_BETWEEN_GROUPS = 0.6;
const AXIS_OVERHANG = 0.2;
const THIN = 0.4;

/** Lays out the bars; the origin is the top left corner, `y` grows downwards. */
export function layBars(chart: BarComparison, room: BarRoom): BarGeometry {
  const values = chart.pairs.flatMap((pair) => [pair.now, pair.before ?? 0, pair.average ?? 0]);
  const scale = niceScale(Math.max(0, ...values), 5);
  const plotWidth = room.width - room.labelWidth - room.valueWidth;
  const lengthOf = (value: number): number => (Math.max(0, value) / scale.end) * plotWidth;
  const unit = room.barHeight;
  let y = 0;
  const groups = chart.pairs.map((pair) => {
    const titleY = y;
    y += TITLE * unit;
    const top = y - AXIS_OVERHANG * unit;
    const bars = barsOf(chart, pair).map((bar) => {
      const { label, value, colour, style } = bar;
      const height = style === 'thin' ? THIN * unit : unit;
      const barTop = y + (unit - height) / 2;
      y += (1 + GAP_IN_GROUP) * unit;
      return { x: room.labelWidth, y: barTop, width: lengthOf(value), height, label, value, colour, style };
    });
    const bottom = y - (GAP_IN_GROUP - AXIS_OVERHANG) * unit;
    y += GAP_BETWEEN_GROUPS * unit;
    return { title: pair.label, titleY, top, bottom, bars };
  });
  return {
    height: groups.at(-1)?.bottom ?? 0,
    axisX: room.labelWidth,
    ticks: scale.ticks.map((value) => ({ x: room.labelWidth + lengthOf(value), value })),
    groups,
  };
}

function barsOf(chart: BarComparison, pair: BarPair): Pick<Bar, 'label' | 'value' | 'colour' | 'style'>[] {
  const { now, before, average, colour } = pair;
  return [
    { label: chart.nowLabel, value: now, colour, style: 'solid' },
    ...(before === undefined
      ? []
      : [{ label: chart.beforeLabel, value: before, colour, style: 'outline' } as const]),
    ...(average === undefined
      ? []
      : [{ label: chart.averageLabel, value: average, colour: 'base', style: 'thin' } as const]),
  ];
}
