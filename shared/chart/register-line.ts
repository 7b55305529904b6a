/** Geometry of a register over time: points by day above a zero line, a new stroke wherever the register starts anew. */
import { addDays, countDays, type PlainDate } from '../model/plain-date.ts';
import { niceScale } from './nice-scale.ts';

export interface LinePoint {
  readonly day: PlainDate;
  readonly value: number;
  /** Read by hand: its mark differs in shape. */
  readonly isByHand: boolean;
}

/** The room the chart has, in pixels. */
export interface LineRoom {
  readonly width: number;
  readonly height: number;
  /** Left of the plot, for the numbers of the axis. */
  readonly axisWidth: number;
  /** Below the zero line, for the days. */
  readonly footHeight: number;
  /** Above the plot and at its right, so that no mark is cut off. */
  readonly margin: number;
}

export interface PlacedPoint extends LinePoint {
  readonly x: number;
  readonly y: number;
}

export interface LineGeometry {
  /** Each stroke rises; where the register falls a new one begins. */
  readonly strokes: readonly (readonly PlacedPoint[])[];
  readonly ticks: readonly { readonly y: number; readonly value: number }[];
  readonly days: readonly { readonly x: number; readonly day: PlainDate }[];
  readonly zeroY: number;
  readonly left: number;
  readonly right: number;
}

const MOST_TICKS = 4;
const MOST_DAYS = 5;
/** Room of a written day with its distance to the next one. */
const DAY_WIDTH = 100;

/** Lays out points that are in order of their days; the origin is the top left corner, `y` grows downwards. */
export function layRegisterLine(points: readonly LinePoint[], room: LineRoom): LineGeometry {
  const scale = niceScale(Math.max(0, ...points.map(({ value }) => value)), MOST_TICKS);
  const [left, right] = [room.axisWidth, room.width - room.margin];
  const zeroY = room.height - room.footHeight;
  const [first, last] = [points[0]?.day, points.at(-1)?.day];
  const span = first === undefined || last === undefined ? 0 : countDays(first, last) - 1;
  const xOf = (day: PlainDate): number =>
    first === undefined || span === 0 ? left : left + ((countDays(first, day) - 1) / span) * (right - left);
  const yOf = (value: number): number => zeroY - (Math.max(0, value) / scale.end) * (zeroY - room.margin);
  const placed = points.map((point) => ({ ...point, x: xOf(point.day), y: yOf(point.value) }));
  return {
    strokes: strokesOf(placed),
    ticks: scale.ticks.map((value) => ({ value, y: yOf(value) })),
    days: daysOf(first, span, { left, right }),
    zeroY,
    left,
    right,
  };
}

function strokesOf(placed: readonly PlacedPoint[]): PlacedPoint[][] {
  const strokes: PlacedPoint[][] = [];
  for (const point of placed) {
    const stroke = strokes.at(-1);
    const before = stroke?.at(-1);
    if (stroke === undefined || before === undefined || point.value < before.value) strokes.push([point]);
    else stroke.push(point);
  }
  return strokes;
}

/** A handful of days at even distances, the first and the last among them, as many as can stand side by side. */
function daysOf(
  first: PlainDate | undefined,
  span: number,
  { left, right }: Pick<LineGeometry, 'left' | 'right'>,
): LineGeometry['days'] {
  if (first === undefined) return [];
  if (span === 0) return [{ x: left, day: first }];
  const gaps = Math.max(1, Math.min(MOST_DAYS - 1, span, Math.floor((right - left) / DAY_WIDTH)));
  return Array.from({ length: gaps + 1 }, (_, index) => {
    const days = Math.round((index * span) / gaps);
    return { x: left + (days / span) * (right - left), day: addDays(first, days) };
  });
}
