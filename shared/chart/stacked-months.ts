/** Geometry of a chart of stacked columns, one a month, with the year before as an outline behind each. */
import { niceScale } from './nice-scale.ts';

/** One part of every column; a value is null where nothing is known. */
export interface MonthSeries {
  readonly id: string;
  readonly values: readonly (number | null)[];
}

export interface StackedMonths {
  /** Bottom part first. */
  readonly series: readonly MonthSeries[];
  /** The whole column of the same month a year before. */
  readonly lastYear: readonly (number | null)[];
}

/** The room the chart has, in the painter's own unit. */
export interface ColumnRoom {
  readonly width: number;
  readonly height: number;
  /** Left of the columns, for the numbers of the axis. */
  readonly axisWidth: number;
  /** Right of the columns, for the names of the parts. */
  readonly labelWidth: number;
  /** Height of a name, so that none covers another. */
  readonly labelHeight: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Segment extends Box {
  readonly series: string;
  readonly month: number;
  readonly value: number;
}

export interface StackedGeometry {
  readonly zeroY: number;
  readonly left: number;
  readonly right: number;
  readonly ticks: readonly { readonly y: number; readonly value: number }[];
  /** The middle of each month's column. */
  readonly middles: readonly number[];
  readonly segments: readonly Segment[];
  /** The columns of the year before, open at the zero line. */
  readonly outlines: readonly (Box & { readonly month: number; readonly value: number })[];
  /** Where the name of a part stands, beside the last column that has it, and where its line begins. */
  readonly labels: readonly {
    readonly series: string;
    readonly y: number;
    readonly fromX: number;
    readonly fromY: number;
  }[];
}

/** In parts of a month's width. */
const COLUMN = 0.56;
const OUTLINE = 0.76;
const MOST_TICKS = 5;

/** Lays out the columns; the origin is the top left corner, `y` grows downwards. */
export function layStackedMonths(chart: StackedMonths, room: ColumnRoom): StackedGeometry {
  const months = Math.max(1, chart.lastYear.length, ...chart.series.map(({ values }) => values.length));
  const totals = Array.from({ length: months }, (_, month) =>
    chart.series.reduce((total, { values }) => total + (values[month] ?? 0), 0),
  );
  const scale = niceScale(Math.max(0, ...totals, ...chart.lastYear.map((value) => value ?? 0)), MOST_TICKS);
  const [left, right] = [room.axisWidth, room.width - room.labelWidth];
  const monthWidth = (right - left) / months;
  const zeroY = room.height;
  const heightOf = (value: number): number => (value / scale.end) * room.height;
  const columnAt = (month: number, part: number): Pick<Box, 'x' | 'width'> => ({
    x: left + (month + (1 - part) / 2) * monthWidth,
    width: part * monthWidth,
  });
  const segments = totals.flatMap((_, month) => {
    let top = zeroY;
    return chart.series.flatMap(({ id, values }): Segment[] => {
      const value = values[month] ?? 0;
      if (value <= 0) return [];
      const height = heightOf(value);
      top -= height;
      return [{ series: id, month, value, y: top, height, ...columnAt(month, COLUMN) }];
    });
  });
  return {
    zeroY,
    left,
    right,
    ticks: scale.ticks.map((value) => ({ value, y: zeroY - heightOf(value) })),
    middles: totals.map((_, month) => left + (month + 0.5) * monthWidth),
    segments,
    outlines: chart.lastYear.flatMap((value, month) =>
      value === null || value <= 0
        ? []
        : [
            {
              month,
              value,
              y: zeroY - heightOf(value),
              height: heightOf(value),
              ...columnAt(month, OUTLINE),
            },
          ],
    ),
    labels: layLabels(chart.series, segments, room),
  };
}

/** Every part is named once, beside the newest column it stands in; names are pushed apart where they would touch. */
function layLabels(
  series: readonly MonthSeries[],
  segments: readonly Segment[],
  { labelHeight, height }: ColumnRoom,
): StackedGeometry['labels'] {
  const last = segments.reduce((newest, { month }) => Math.max(newest, month), 0);
  const wanted = series
    .flatMap(({ id }) => segments.findLast((one) => one.series === id && one.month === last) ?? [])
    .map((segment) => ({
      series: segment.series,
      fromX: segment.x + segment.width,
      fromY: segment.y + segment.height / 2,
    }))
    .toSorted((a, b) => a.fromY - b.fromY);
  const spaced = spread(
    wanted.map(({ fromY }) => fromY),
    labelHeight,
    height,
  );
  return wanted.map((label, index) => ({ ...label, y: spaced[index] ?? label.fromY }));
}

/** Moves ascending places at least `distance` apart, none below `lowest`. */
function spread(places: readonly number[], distance: number, lowest: number): number[] {
  const down: number[] = [];
  for (const place of places) down.push(Math.max(place, (down.at(-1) ?? -Infinity) + distance));
  const up: number[] = [];
  for (const place of down.toReversed())
    up.push(Math.min(place, (up.at(-1) ?? lowest + distance) - distance));
  return up.toReversed();
}
