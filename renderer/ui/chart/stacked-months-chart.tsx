/** Paints stacked months as SVG: a zero line, the unit on the axis, names beside the parts, last year as an outline. */
import { useRef } from 'react';
import { layStackedMonths, type StackedGeometry } from '#shared/chart/stacked-months.ts';
import { Picture, usePictureWidth } from './picture.tsx';

export interface ChartSeries {
  readonly id: string;
  /** The base share is grey; what stands for many others has its own pattern of tone. */
  readonly kind: 'base' | 'part' | 'others';
  readonly name: string;
  readonly values: readonly (number | null)[];
}

interface StackedMonthsChartProps {
  /** Spoken name of the picture. */
  readonly name: string;
  readonly unit: string;
  readonly tone: 'heat' | 'hotWater';
  readonly months: readonly { readonly label: string; readonly isComplete: boolean }[];
  readonly series: readonly ChartSeries[];
  readonly lastYear: readonly (number | null)[];
  readonly lastYearName: string;
  readonly writeValue: (value: number) => string;
}

const HEIGHT = 260;
const FOOT = 22;
const HEAD = 24;
const AXIS = 56;
const LABELS = 190;
const LABEL_HEIGHT = 17;
const LEAST_WIDTH = 640;

export function StackedMonthsChart(props: StackedMonthsChartProps) {
  const { name, unit, tone, months, series, lastYear, lastYearName, writeValue } = props;
  const frame = useRef<HTMLDivElement>(null);
  const width = usePictureWidth(frame, LEAST_WIDTH);
  const room = { width, height: HEIGHT, axisWidth: AXIS, labelWidth: LABELS, labelHeight: LABEL_HEIGHT };
  const geometry = layStackedMonths({ series, lastYear }, room);
  const toneOf = new Map(
    series.map(({ id, kind }, index) => [id, kind === 'base' ? 'base' : `${index % 4}`]),
  );
  const nameOf = new Map(series.map((one) => [one.id, one.name]));
  const hasOutline = geometry.outlines.length > 0;
  return (
    <div className="chart" ref={frame}>
      <Picture name={name} tone={tone} width={width} height={HEIGHT + FOOT} head={HEAD}>
        <Axis geometry={geometry} unit={unit} writeValue={writeValue} />
        {geometry.outlines.map((box) => (
          <path
            key={box.month}
            className="chart-outline"
            d={`M${box.x} ${box.y + box.height}V${box.y}H${box.x + box.width}V${box.y + box.height}`}
          >
            <title>{`${lastYearName}: ${writeValue(box.value)} ${unit}`}</title>
          </path>
        ))}
        {geometry.segments.map((box) => (
          <rect
            key={`${box.series}.${box.month}`}
            className="chart-segment"
            data-part={toneOf.get(box.series)}
            data-incomplete={months[box.month]?.isComplete === false ? '' : undefined}
            x={box.x}
            y={box.y}
            width={box.width}
            height={box.height}
          >
            <title>{`${months[box.month]?.label}, ${nameOf.get(box.series)}: ${writeValue(box.value)} ${unit}`}</title>
          </rect>
        ))}
        <line
          className="chart-zero"
          x1={geometry.left}
          x2={geometry.right}
          y1={geometry.zeroY}
          y2={geometry.zeroY}
        />
        {months.map(({ label }, month) => (
          <text
            key={label}
            className="chart-words"
            textAnchor="middle"
            x={geometry.middles[month]}
            y={HEIGHT + 15}
          >
            {label}
          </text>
        ))}
        {geometry.labels.map(({ series: id, y, fromX, fromY }) => (
          <g key={id}>
            <path
              className="chart-leader"
              d={`M${fromX} ${fromY}L${geometry.right + 2} ${y}H${geometry.right + 8}`}
            />
            <rect
              className="chart-segment"
              data-part={toneOf.get(id)}
              x={geometry.right + 10}
              y={y - 5}
              width={9}
              height={9}
            />
            <text className="chart-words" data-strong="" x={geometry.right + 24} y={y + 4}>
              {shorten(nameOf.get(id) ?? '')}
            </text>
          </g>
        ))}
        {hasOutline ? (
          <g>
            <path className="chart-outline" d={`M${geometry.left + 70} ${-8}v-9h14v9`} />
            <text className="chart-words" x={geometry.left + 90} y={-9}>
              {lastYearName}
            </text>
          </g>
        ) : null}
      </Picture>
    </div>
  );
}

const LONGEST_NAME = 26;

function shorten(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}

function Axis({
  geometry: { ticks, left, right },
  unit,
  writeValue,
}: {
  readonly geometry: StackedGeometry;
  readonly unit: string;
  readonly writeValue: (value: number) => string;
}) {
  return (
    <g>
      <text className="chart-words" textAnchor="end" x={left - 8} y={-12}>
        {unit}
      </text>
      {ticks.map(({ y, value }) => (
        <g key={value}>
          <line className="chart-grid" x1={left} x2={right} y1={y} y2={y} />
          <text className="chart-words" textAnchor="end" x={left - 8} y={y + 4}>
            {writeValue(value)}
          </text>
        </g>
      ))}
    </g>
  );
}
