/** The consumption of every unit and user of a pot: read, stated, or determined (§§ 9a, 9b HeizkostenV). */
import type { PlainDate } from '../model/plain-date.ts';
import { unitOfDevice } from './allocator-units.ts';
import { devicesOfKind, type ArrangedCase, type ArrangedUnit, type User } from './arranged-case.ts';
import type { EstimateLine } from './bill.ts';
import type { Device } from './case/devices.ts';
import type { TimeKey } from './case/rules.ts';
import { measureDevice, mountedIn, type Stretch } from './device-consumption.ts';
import { finding, isBlocking, type Finding } from './findings.ts';
import {
  changeDays,
  daysReadOn,
  inexactEvaporatorReadings,
  missingInterimReadings,
} from './interim-readings.ts';
import { UNIT_METERS, type Metered } from './metered.ts';
import { settleOpenEstimates, type Determined, type OpenEstimate } from './open-estimates.ts';
import { isStated, statedConsumption } from './stated-consumption.ts';
import type { Figure, FigureUnit, Trace } from './trace.ts';
import { userPartOfStretch, type TimeMeasures } from './user-change.ts';

/** The consumption of one unit; `affectedArea` is the area whose value was determined, null when all was read. */
export interface UnitConsumption {
  readonly quantity: Figure;
  readonly byUser: ReadonlyMap<string, Figure>;
  readonly affectedArea: Figure | null;
}

/** The consumption of all supplied units by their id. */
export interface MeteredConsumption {
  readonly unit: FigureUnit;
  readonly units: ReadonlyMap<string, UnitConsumption>;
  readonly estimates: readonly EstimateLine[];
  readonly findings: readonly Finding[];
}

/** What reading one pot needs. */
export interface ConsumptionDesk {
  readonly trace: Trace;
  readonly time: TimeMeasures;
  readonly arranged: ArrangedCase;
  readonly metered: Metered;
  readonly timeKey: TimeKey;
}

/** A unit half-way: what was read, and what is still to be determined. */
export interface UnitDraft {
  readonly arranged: ArrangedUnit;
  readonly unit: FigureUnit;
  readonly stretches: readonly Stretch[];
  readonly byUser: ReadonlyMap<string, readonly Figure[]>;
  readonly open: readonly OpenEstimate[];
  readonly findings: readonly Finding[];
}

function readDevices(desk: ConsumptionDesk, arranged: ArrangedUnit, devices: readonly Device[]): UnitDraft {
  const { trace, metered } = desk;
  const { period, given } = desk.arranged;
  const tolerance = given.rules.readingToleranceDays;
  const cuts = changeDays(arranged.users);
  const stretches: Stretch[] = [];
  const open: OpenEstimate[] = [];
  const findings: Finding[] = [];
  for (const device of devices) {
    const days = mountedIn(device, period);
    if (!days) continue;
    if (device.estimate) {
      open.push({ id: `device.${device.id}`, days, request: device.estimate, device });
      continue;
    }
    const measured = measureDevice(trace, device, { days, cuts, tolerance });
    stretches.push(...measured.stretches);
    findings.push(...measured.findings);
  }
  const units = new Set(devices.map(unitOfDevice));
  if (units.size > 1)
    findings.push(finding('MIXED_EQUIPMENT', [`unit.${arranged.unit.id}`], { pot: metered }));
  const [first] = units;
  return { arranged, unit: first ?? 'units', stretches, byUser: new Map(), open, findings };
}

function draftUnit(desk: ConsumptionDesk, arranged: ArrangedUnit): UnitDraft {
  const { trace, time, timeKey, metered } = desk;
  const { statedUnits } = desk.arranged.given;
  const devices = devicesOfKind(arranged, UNIT_METERS[metered]).filter((device) =>
    mountedIn(device, desk.arranged.period),
  );
  if (devices.length > 0) return readDevices(desk, arranged, devices);
  const unit = statedUnits[metered];
  const nothing = { arranged, unit, stretches: [], byUser: new Map(), open: [], findings: [] };
  const request = metered === 'coldWater' ? undefined : arranged.unit.estimates?.[metered];
  if (request) {
    const id = `unit.${arranged.unit.id}.${metered}.estimate`;
    return { ...nothing, open: [{ id, days: desk.arranged.period, request, device: null }] };
  }
  const about = [`unit.${arranged.unit.id}`];
  if (!isStated(arranged, metered))
    return { ...nothing, findings: [finding('CONSUMPTION_MISSING', about, { pot: metered })] };
  const stated = statedConsumption({ trace, time, timeKey, metered, unit }, arranged);
  return stated.ok ? { ...nothing, byUser: stated.byUser } : { ...nothing, findings: stated.findings };
}

function isSupplied({ unit }: ArrangedUnit, metered: Metered): boolean {
  return metered === 'coldWater' || unit.supplied[metered];
}

/** The changes of user that somebody read: by a meter, or by stating what one of the two users used. */
function readOn({ arranged, stretches, byUser }: UnitDraft, metered: Metered): Set<PlainDate> {
  if (byUser.size === 0) return daysReadOn(stretches);
  const isSilent = (user: User): boolean => user.tenancy?.consumption?.[metered] === undefined;
  const { users } = arranged;
  return new Set(
    users
      .slice(0, -1)
      .filter((user, index) => !isSilent(user) || !users.slice(index + 1, index + 2).every(isSilent))
      .map((user) => user.period.to),
  );
}

function changeFindings(desk: ConsumptionDesk, draft: UnitDraft): Finding[] {
  if (draft.findings.some(isBlocking) || draft.arranged.users.length === 1) return [];
  return [
    ...missingInterimReadings(desk.arranged, draft.arranged, desk.metered, readOn(draft, desk.metered)),
    ...(desk.metered === 'heating' ? inexactEvaporatorReadings(desk.arranged, draft.arranged) : []),
  ];
}

function completeUnit(
  { trace, time, timeKey, metered }: ConsumptionDesk,
  draft: UnitDraft,
  determined: Determined | undefined,
): UnitConsumption {
  const { unit, users } = draft.arranged;
  const stretches = [...draft.stretches, ...(determined?.stretches ?? [])];
  const byUser = new Map<string, Figure>();
  for (const user of users) {
    const parts = stretches
      .map((stretch) => userPartOfStretch(trace, time, timeKey, user, stretch))
      .filter((part) => part !== null);
    byUser.set(
      user.id,
      trace.derive(
        `user.${user.id}.${metered}.quantity`,
        'USER_CONSUMPTION',
        [...(draft.byUser.get(user.id) ?? []), ...parts],
        draft.unit,
      ),
    );
  }
  const id = `unit.${unit.id}.${metered}.quantity`;
  return {
    quantity: trace.derive(id, 'UNIT_CONSUMPTION', [...byUser.values()], draft.unit),
    byUser,
    affectedArea: determined?.affectedArea ?? null,
  };
}

/** The consumption of every unit of a group (or of the property) that a pot supplies. */
export function meterConsumption(
  desk: ConsumptionDesk,
  scope: string,
  units: readonly ArrangedUnit[],
): MeteredConsumption {
  const drafts = units.filter((unit) => isSupplied(unit, desk.metered)).map((unit) => draftUnit(desk, unit));
  const findings = drafts.flatMap((draft) => [...draft.findings, ...changeFindings(desk, draft)]);
  const counted = [...new Set(drafts.map((draft) => draft.unit))];
  if (counted.length > 1) findings.push(finding('MIXED_EQUIPMENT', [scope], { pot: desk.metered }));
  const settled = settleOpenEstimates(desk, scope, drafts);
  findings.push(...settled.findings);
  const consumption = new Map(
    drafts.map((draft) => [
      draft.arranged.unit.id,
      completeUnit(desk, draft, settled.byUnit.get(draft.arranged.unit.id)),
    ]),
  );
  return { unit: counted[0] ?? 'units', units: consumption, estimates: settled.lines, findings };
}
