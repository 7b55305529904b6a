/** Paints a register over time: points and lines above a zero line; readings by hand are squares. */
import { useRef } from 'react';
import { layRegisterLine, type PlacedPoint } from '#shared/chart/register-line.ts';
import type { HistoryPoint } from '#shared/contract/meters.ts';
import { formatDate, formatShortDecimal } from '#shared/text/format.ts';
import { useText } from '../../lib/text.tsx';
import { Picture, usePictureWidth } from '../../ui/chart/picture.tsx';

const HEIGHT = 280;
const LEAST_WIDTH = 320;
const AXIS = 72;
const FOOT = 26;
const MARGIN = 34;
const MARK = 3;

export function RegisterChart({ points }: { readonly points: readonly HistoryPoint[] }) {
  const text = useText();
  const words = text.meters;
  const frame = useRef<HTMLDivElement>(null);
  const width = usePictureWidth(frame, LEAST_WIDTH);
  const unit = points[0]?.unit;
  if (unit === undefined) return <p className="muted">{words.historyEmpty}</p>;
  const geometry = layRegisterLine(
    points.map(({ day, value, isReadByHand }) => ({ day, value: Number(value), isByHand: isReadByHand })),
    { width, height: HEIGHT, axisWidth: AXIS, footHeight: FOOT, margin: MARGIN },
  );
  return (
    <div className="chart register-chart" ref={frame}>
      <Picture name={words.historyAlternative(points.length)} width={width} height={HEIGHT}>
        <text x={0} y={14}>
          {words.historyChart(words.registerUnits[unit])}
        </text>
        {geometry.ticks.map(({ y, value }) => (
          <g key={value}>
            <line
              className={value === 0 ? 'chart-zero' : 'chart-grid'}
              x1={geometry.left}
              x2={geometry.right}
              y1={y}
              y2={y}
            />
            <text x={AXIS - 8} y={y + 4} textAnchor="end">
              {formatShortDecimal(value, 0, 3)}
            </text>
          </g>
        ))}
        {geometry.days.map(({ x, day }, index) => (
          <text
            key={day}
            x={x}
            y={HEIGHT - 6}
            textAnchor={index === 0 ? 'start' : index === geometry.days.length - 1 ? 'end' : 'middle'}
          >
            {formatDate(day)}
          </text>
        ))}
        {geometry.strokes.map((stroke) => (
          <Stroke key={stroke[0]?.day} stroke={stroke} />
        ))}
      </Picture>
    </div>
  );
}

function Stroke({ stroke }: { readonly stroke: readonly PlacedPoint[] }) {
  return (
    <>
      <polyline className="register-line" points={stroke.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {stroke.map(({ day, x, y, isByHand, value }) =>
        isByHand ? (
          <rect
            key={`${day} ${value}`}
            className="register-by-hand"
            x={x - MARK - 1}
            y={y - MARK - 1}
            width={2 * MARK + 2}
            height={2 * MARK + 2}
          />
        ) : (
          <circle key={`${day} ${value}`} className="register-point" cx={x} cy={y} r={MARK} />
        ),
      )}
    </>
  );
}
