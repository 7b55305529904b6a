/** Determines the values nobody could read, once everything that can be read was read (§ 9a Abs. 1 HeizkostenV). */
import type { Period } from '../model/period.ts';
import { toShortDecimal } from '../model/rational.ts';
import type { EstimateLine } from './bill.ts';
import { affectedAreaOf, type AffectedArea } from './affected-area.ts';
import type { Device, EstimateRequest } from './case/devices.ts';
import { exactly } from './case/values.ts';
import type { ConsumptionDesk, UnitDraft } from './consumption.ts';
import { measureDevice, type Stretch } from './device-consumption.ts';
import { keyFigure } from './distribution-keys.ts';
import { estimateConsumption } from './estimate.ts';
import { finding, type Finding } from './findings.ts';
import type { Figure } from './trace.ts';

/** A value still to be determined: of one device, or of a whole unit. */
export interface OpenEstimate {
  /** The id its figure will have. */
  readonly id: string;
  readonly days: Period;
  readonly request: EstimateRequest;
  readonly device: Device | null;
}

/** What was determined for a unit, and the area it stands for. */
export interface Determined {
  readonly stretches: readonly Stretch[];
  readonly affectedArea: Figure;
}

export interface SettledEstimates {
  readonly byUnit: ReadonlyMap<string, Determined>;
  readonly lines: readonly EstimateLine[];
  readonly findings: readonly Finding[];
}

type Recorded = { readonly quantity: Figure; readonly area: Figure } | null;

/** The recorded consumption of all units without an open value, and their area. */
function recordedInScope(
  { trace, metered }: ConsumptionDesk,
  scope: string,
  drafts: readonly UnitDraft[],
): Recorded {
  const complete = drafts.filter((draft) => draft.open.length === 0);
  const [first] = complete;
  if (!first) return null;
  const quantities = complete.flatMap((draft) => [
    ...draft.stretches.map((stretch) => stretch.quantity),
    ...[...draft.byUser.values()].flat(),
  ]);
  return {
    quantity: trace.derive(`${scope}.${metered}.readUnits`, 'RECORDED', quantities, first.unit),
    area: trace.derive(
      `${scope}.${metered}.readUnits.area`,
      'RECORDED_AREA',
      complete.map((draft) => keyFigure(trace, draft.arranged.unit, 'livingArea')),
      'm2',
    ),
  };
}

/** The area an estimate stands for: as stated, else the unit's. */
function areaOf({ trace }: ConsumptionDesk, draft: UnitDraft, { id, request }: OpenEstimate): Figure {
  return request.affectedAreaM2 === undefined
    ? keyFigure(trace, draft.arranged.unit, 'livingArea')
    : trace.given(`${id}.area`, 'AFFECTED_AREA', exactly(request.affectedAreaM2), 'm2');
}

function affectedBy({ id, request, device }: OpenEstimate, area: Figure): AffectedArea {
  return { room: device?.room ?? id, area, isPart: isByArea(request) };
}

function isByArea({ method }: EstimateRequest): boolean {
  return method === 'average' || method === 'comparableRooms';
}

/** A single meter among several says nothing about its own area: the methods by area need it stated. */
function lacksArea(draft: UnitDraft, { request, device }: OpenEstimate): boolean {
  const shared = draft.stretches.length > 0 || draft.open.length > 1;
  return isByArea(request) && device !== null && shared && request.affectedAreaM2 === undefined;
}

function measuredPart(desk: ConsumptionDesk, { id, request, device }: OpenEstimate): Figure | null {
  if (request.method !== 'degreeDays' || request.consumption !== undefined || !device) return null;
  const tolerance = desk.arranged.given.rules.readingToleranceDays;
  const { stretches } = measureDevice(desk.trace, device, {
    id: `${id}.measured`,
    days: request.measured,
    cuts: [],
    tolerance,
  });
  return stretches[0]?.quantity ?? null;
}

function lineOf(
  metered: EstimateLine['pot'],
  draft: UnitDraft,
  open: OpenEstimate,
  result: Figure,
  area: Figure,
) {
  const { request, device } = open;
  return {
    unit: draft.arranged.unit.id,
    device: device?.id ?? null,
    pot: metered,
    method: request.method,
    why: request.why,
    reason: request.reason,
    decidedBy: request.decidedBy ?? null,
    result: { value: toShortDecimal(result.value, 3), figure: result.id },
    affectedAreaM2: toShortDecimal(area.value, 2),
  };
}

/** Determines every open value of the units in scope. */
export function settleOpenEstimates(
  desk: ConsumptionDesk,
  scope: string,
  drafts: readonly UnitDraft[],
): SettledEstimates {
  const { trace, time, timeKey, metered } = desk;
  const byUnit = new Map<string, Determined>();
  const lines: EstimateLine[] = [];
  const findings: Finding[] = [];
  const needsAverage = drafts.some((draft) => draft.open.some((open) => open.request.method === 'average'));
  const recorded = needsAverage ? recordedInScope(desk, scope, drafts) : null;
  for (const draft of drafts.filter(({ open }) => open.length > 0)) {
    const stretches: Stretch[] = [];
    const areas: AffectedArea[] = [];
    for (const open of draft.open) {
      const area = areaOf(desk, draft, open);
      const quantity = lacksArea(draft, open)
        ? null
        : estimateConsumption(trace, open.request, {
            id: open.id,
            unit: draft.unit,
            area,
            recorded,
            days: open.days,
            measure: (days) => time.measure(timeKey, days),
            measured: measuredPart(desk, open),
          });
      const about = [open.id];
      if (!quantity) {
        findings.push(finding('ESTIMATE_WITHOUT_BASIS', about, { method: open.request.method }));
        continue;
      }
      stretches.push({ period: open.days, quantity });
      areas.push(affectedBy(open, area));
      if (metered !== 'coldWater') lines.push(lineOf(metered, draft, open, quantity, area));
      const code = open.request.method === 'degreeDays' ? 'ESTIMATE_BY_DEGREE_DAYS' : 'ESTIMATED_VALUE';
      findings.push(finding(code, about, { method: open.request.method, reason: open.request.reason }));
    }
    byUnit.set(draft.arranged.unit.id, {
      stretches,
      affectedArea: affectedAreaOf(trace, draft.arranged.unit, metered, areas),
    });
  }
  return { byUnit, lines, findings };
}
