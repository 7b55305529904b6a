/** The scopes a pot is distributed in: the whole property, or each user group that has meters of its own (§ 6 Abs. 2). */
import { isZero, sum } from '../model/rational.ts';
import { fail, succeed, type Result } from '../model/result.ts';
import type { ArrangedCase, ArrangedUnit } from './arranged-case.ts';
import type { Group, HeatingBaseKey } from './case/rules.ts';
import { exactly, fractionOf } from './case/values.ts';
import { measureDevice, mountedIn } from './device-consumption.ts';
import { keyFigure, unitOfKey } from './distribution-keys.ts';
import { finding, isBlocking, type Finding } from './findings.ts';
import { GROUP_METERS, type Pot } from './metered.ts';
import { splitAmongGroups, type GroupMeasure } from './premeter.ts';
import type { Figure, Trace } from './trace.ts';

/** One scope with the units in it; `group` is null for the property as a whole. */
export interface Scope {
  readonly id: string;
  readonly group: Group | null;
  readonly units: readonly ArrangedUnit[];
}

export interface Scopes {
  readonly scopes: readonly Scope[];
  readonly findings: readonly Finding[];
}

function suppliedUnits({ units }: ArrangedCase, pot: Pot): ArrangedUnit[] {
  return units.filter(({ unit }) => unit.supplied[pot]);
}

function isMetered({ houseDevices }: ArrangedCase, group: Group, pot: Pot): boolean {
  return (
    group.metered[pot] !== undefined ||
    houseDevices.some((device) => device.group === group.id && device.kind === GROUP_METERS[pot])
  );
}

/**
 * The scopes of a pot. Groups count only when each of those it supplies has a meter of its own; a difference of
 * meters is none (BGH VIII ZR 57/07), and without them the recorded consumption is billed as it is, with the right
 * to cut 15 % (BGH VIII ZR 329/14).
 */
export function scopesOf(arranged: ArrangedCase, pot: Pot): Scopes {
  const units = suppliedUnits(arranged, pot);
  const whole = { id: 'property', group: null, units };
  if (arranged.groups.length === 0 || !arranged.given.rules.premeter)
    return { scopes: [whole], findings: [] };
  const groups = arranged.groups.filter((group) => units.some(({ unit }) => unit.group === group.id));
  const unmetered = groups.filter((group) => !isMetered(arranged, group, pot));
  if (unmetered.length === groups.length) return { scopes: [whole], findings: [] };
  const groupless = units.filter(({ unit }) => !groups.some((group) => group.id === unit.group));
  const findings = [
    ...unmetered.map((group) => finding('PREMETER_MISSING', [`group.${group.id}`], { pot })),
    ...groupless.map(({ unit }) => finding('UNIT_WITHOUT_GROUP', [`unit.${unit.id}`], { pot })),
  ];
  if (findings.length > 0) return { scopes: [whole], findings };
  return {
    scopes: groups.map((group) => ({
      id: `group.${group.id}`,
      group,
      units: units.filter(({ unit }) => unit.group === group.id),
    })),
    findings,
  };
}

function recordedBy(
  trace: Trace,
  arranged: ArrangedCase,
  group: Group,
  pot: Pot,
): { readonly figure: Figure | null; readonly findings: readonly Finding[] } {
  const id = `group.${group.id}.${pot}.recorded`;
  const stated = group.metered[pot];
  if (stated !== undefined) {
    const unit = pot === 'heating' ? 'kWh' : 'm3';
    return { figure: trace.given(id, 'GROUP_RECORDED', exactly(stated), unit), findings: [] };
  }
  const { period, given } = arranged;
  const findings: Finding[] = [];
  const quantities: Figure[] = [];
  for (const device of arranged.houseDevices) {
    const days = mountedIn(device, period);
    if (device.group !== group.id || device.kind !== GROUP_METERS[pot] || !days) continue;
    const measured = measureDevice(trace, device, {
      days,
      cuts: [],
      tolerance: given.rules.readingToleranceDays,
    });
    findings.push(...measured.findings);
    quantities.push(...measured.stretches.map((stretch) => stretch.quantity));
  }
  const [first] = quantities;
  return {
    figure: first ? trace.derive(id, 'GROUP_RECORDED_BY_METERS', quantities, first.unit) : null,
    findings,
  };
}

/** Splits a pot among its scopes: the figure of each by the scope's id, or the findings why it cannot be. */
export function splitAmongScopes(
  trace: Trace,
  arranged: ArrangedCase,
  pot: Pot,
  amount: Figure,
  scopes: readonly Scope[],
): Result<ReadonlyMap<string, Figure>, readonly Finding[]> {
  const { premeter } = arranged.given.rules;
  const grouped = scopes.filter((scope): scope is Scope & { group: Group } => scope.group !== null);
  if (grouped.length === 0 || !premeter) return succeed(new Map(scopes.map((scope) => [scope.id, amount])));
  const findings: Finding[] = [];
  const measures: GroupMeasure[] = [];
  const baseKey: HeatingBaseKey = pot === 'heating' ? premeter.key : 'livingArea';
  for (const { group, units } of grouped) {
    const recorded = recordedBy(trace, arranged, group, pot);
    findings.push(...recorded.findings);
    if (!recorded.figure) continue;
    const keys = units.map(({ unit }) => keyFigure(trace, unit, baseKey));
    const key = trace.derive(`group.${group.id}.${pot}.key`, 'GROUP_KEY', keys, unitOfKey(baseKey));
    measures.push({ id: group.id, recorded: recorded.figure, key });
  }
  if (isZero(sum(measures.map((measure) => measure.recorded.value))))
    findings.push(finding('POT_WITHOUT_CONSUMPTION', [`pot.${pot}`], { pot }));
  if (findings.some(isBlocking)) return fail(findings);
  const split = splitAmongGroups(trace, amount, pot, fractionOf(premeter.consumptionPercent), measures);
  return succeed(new Map([...split].map(([id, figure]) => [`group.${id}`, figure])));
}
