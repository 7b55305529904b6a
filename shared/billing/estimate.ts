/** Consumption determined instead of read (§ 9a Abs. 1 HeizkostenV), by one of its methods. */
import type { Period } from '../model/period.ts';
import { isZero, rational } from '../model/rational.ts';
import type { EstimateRequest } from './case/devices.ts';
import { exactly } from './case/values.ts';
import type { Figure, FigureUnit, Trace } from './trace.ts';

/** What the methods draw on besides the request itself; parts that a method needs and are null make it fail. */
export interface EstimateBasis {
  /** Id prefix of the figures, such as `device.H1` or `unit.A.heating`. */
  readonly id: string;
  readonly unit: FigureUnit;
  /** The area the estimate stands for. */
  readonly area: Figure;
  /** Recorded consumption of the building or group, and the area it was recorded in. */
  readonly recorded: { readonly quantity: Figure; readonly area: Figure } | null;
  /** The days the estimate stands for, and how time is weighed. */
  readonly days: Period | null;
  readonly measure: (days: Period) => Figure;
  /** What the device recorded in part of the period. */
  readonly measured: Figure | null;
}

type RequestBy<M extends EstimateRequest['method']> = Extract<EstimateRequest, { method: M }>;

function fromPreviousPeriod(
  trace: Trace,
  request: RequestBy<'previousPeriod'>,
  { id, unit }: EstimateBasis,
): Figure | null {
  const facts = request.period && { from: request.period.from, to: request.period.to };
  const before = trace.given(
    `${id}.previous`,
    'PREVIOUS_CONSUMPTION',
    exactly(request.consumption),
    unit,
    facts,
  );
  if (request.othersNow === undefined || request.othersThen === undefined)
    return trace.derive(id, 'ESTIMATE_PREVIOUS', [before], unit);
  const now = trace.given(`${id}.othersNow`, 'OTHERS_NOW', exactly(request.othersNow), unit);
  const then = trace.given(`${id}.othersThen`, 'OTHERS_THEN', exactly(request.othersThen), unit);
  return isZero(then.value) ? null : trace.derive(id, 'ESTIMATE_PREVIOUS_SCALED', [before, now, then], unit);
}

function fromComparableRooms(
  trace: Trace,
  request: RequestBy<'comparableRooms'>,
  { id, unit, area }: EstimateBasis,
): Figure | null {
  const rooms = request.rooms.map((room, index) => ({
    quantity: trace.given(`${id}.room.${index + 1}`, 'ROOM_CONSUMPTION', exactly(room.consumption), unit, {
      label: room.label,
    }),
    area: trace.given(`${id}.room.${index + 1}.area`, 'ROOM_AREA', exactly(room.areaM2), 'm2', {
      label: room.label,
    }),
  }));
  const quantity = trace.derive(
    `${id}.rooms`,
    'ROOMS_TOGETHER',
    rooms.map((room) => room.quantity),
    unit,
  );
  const areas = trace.derive(
    `${id}.rooms.area`,
    'ROOMS_TOGETHER',
    rooms.map((room) => room.area),
    'm2',
  );
  return isZero(areas.value) ? null : trace.derive(id, 'ESTIMATE_ROOMS', [quantity, area, areas], unit);
}

function fromAverage(trace: Trace, { id, unit, area, recorded }: EstimateBasis): Figure | null {
  if (!recorded || isZero(recorded.area.value)) return null;
  return trace.derive(id, 'ESTIMATE_AVERAGE', [recorded.quantity, area, recorded.area], unit);
}

function fromPartOfPeriod(
  trace: Trace,
  request: RequestBy<'degreeDays'>,
  basis: EstimateBasis,
): Figure | null {
  const { id, unit } = basis;
  const part =
    request.consumption === undefined
      ? basis.measured
      : trace.given(`${id}.part`, 'PART_CONSUMPTION', exactly(request.consumption), unit, {
          ...request.measured,
        });
  const weight = basis.measure(request.measured);
  if (!part || !basis.days || isZero(weight.value)) return null;
  return trace.derive(id, 'ESTIMATE_DEGREE_DAYS', [part, basis.measure(basis.days), weight], unit);
}

/** The determined value as figure `<id>`; null when the basis lacks what the method needs. */
export function estimateConsumption(
  trace: Trace,
  request: EstimateRequest,
  basis: EstimateBasis,
): Figure | null {
  if (request.method === 'previousPeriod') return fromPreviousPeriod(trace, request, basis);
  if (request.method === 'comparableRooms') return fromComparableRooms(trace, request, basis);
  if (request.method === 'degreeDays') return fromPartOfPeriod(trace, request, basis);
  return fromAverage(trace, basis);
}

/** How much of the area had no recorded value, as a figure. */
export function affectedShare(trace: Trace, id: string, affected: Figure, total: Figure): Figure {
  return trace.derive(id, 'AFFECTED_SHARE', [affected, total], 'ratio');
}

/** Whether the share exceeds 25 %, so that the base key alone distributes the pot (§ 9a Abs. 2). */
export function switchesToBaseKey(share: Figure, limit = rational(1, 4)): boolean {
  return share.value.numerator * limit.denominator > limit.numerator * share.value.denominator;
}
