/** The risk sheet: which rights to cut the bill gives whom, with euros; for the landlord, never on the bill. */
import { sumCents } from '../model/money.ts';
import type { ReductionRight, RiskLine, RiskSheet, UserLine } from './bill.ts';
import type { Finding, FindingCode } from './findings.ts';
import { reductionOf, rightOf } from './reductions.ts';
import { centsOfFigure, type Figure, type Trace } from './trace.ts';

/** The right a finding gives; courts may disagree about it. */
interface Trigger {
  readonly right: ReductionRight;
  readonly contested: boolean;
}

const TRIGGERS: Partial<Record<FindingCode, Trigger>> = {
  HOT_WATER_HEAT_NOT_MEASURED: { right: 'R15', contested: false },
  PREMETER_MISSING: { right: 'R15', contested: false },
  INTERIM_READING_OMITTED: { right: 'R15', contested: false },
  BILLED_BY_BASE_KEY: { right: 'R15', contested: true },
  NOT_REMOTE_READABLE: { right: 'R3_remote', contested: false },
  INFORMATION_INCOMPLETE: { right: 'R3_info', contested: false },
  INFORMATION_MISSING: { right: 'R3_info', contested: false },
  CO2_DATA_MISSING: { right: 'R3_co2', contested: false },
};

const RIGHTS: readonly ReductionRight[] = ['R15', 'R3_remote', 'R3_info', 'R3_co2'];

const WHOLE_HOUSE = '';

/** Owners of an association have none of the rights of § 12 against it (§ 12 Abs. 1 S. 4). */
function hasRights(ownersAssociation: boolean, right: ReductionRight): boolean {
  return !ownersAssociation || right === 'R3_co2';
}

/** Findings about units concern the users of those units; all others concern the whole house. */
function byUnit(findings: readonly Finding[]): Map<string, Finding[]> {
  const index = new Map<string, Finding[]>();
  for (const item of findings) {
    const units = item.about.filter((about) => about.startsWith('unit.'));
    for (const key of units.length === 0 ? [WHOLE_HOUSE] : units) {
      const known = index.get(key);
      if (known) known.push(item);
      else index.set(key, [item]);
    }
  }
  return index;
}

function isExcused(found: Finding): boolean {
  return found.code === 'HOT_WATER_HEAT_NOT_MEASURED' && found.evidence['why'] === 'unreasonableEffort';
}

/** What triggers a right for a user: the findings, and the one pot they are about if it is only one. */
interface Triggered {
  readonly findings: readonly Finding[];
  readonly contested: boolean;
}

function triggersOf(findings: readonly Finding[]): Map<ReductionRight, Triggered> {
  const found = new Map<ReductionRight, Triggered>();
  for (const item of findings) {
    const trigger = TRIGGERS[item.code];
    if (!trigger) continue;
    const before = found.get(trigger.right);
    found.set(trigger.right, {
      findings: [...(before?.findings ?? []), item],
      contested: (before?.contested ?? true) && trigger.contested,
    });
  }
  return found;
}

/** The narrower base, when every trigger is about the same pot: only the cost that was wrongly billed. */
function narrowerBase(trace: Trace, user: UserLine, { findings }: Triggered): Figure | null {
  const pots = new Set(
    findings.map((item) => (item.code === 'HOT_WATER_HEAT_NOT_MEASURED' ? 'hotWater' : item.evidence['pot'])),
  );
  const [pot] = pots;
  if (pots.size !== 1 || pot === undefined) return null;
  return trace.figures.get(`user.${user.id}.${pot}`) ?? null;
}

function baseOf(trace: Trace, user: UserLine): Figure | null {
  const parts = [`user.${user.id}.heating`, `user.${user.id}.hotWater`]
    .map((id) => trace.figures.get(id))
    .filter((figure) => figure !== undefined);
  if (parts.length === 0) return null;
  return trace.derive(`user.${user.id}.heatingBill`, 'REDUCTION_BASE', parts, 'ct');
}

function lineOf(
  trace: Trace,
  user: UserLine,
  right: ReductionRight,
  triggered: Triggered,
  base: Figure,
): RiskLine {
  const id = `risk.${user.id}.${right}`;
  const amount = reductionOf(trace, id, right, base);
  const narrower = right === 'R15' ? narrowerBase(trace, user, triggered) : null;
  return {
    right,
    user: user.id,
    triggers: [...new Set(triggered.findings.map((item) => item.code))].toSorted(),
    ...rightOf(right),
    base: centsOfFigure(base),
    amount: centsOfFigure(amount),
    contested: triggered.contested,
    otherReading: narrower && {
      base: centsOfFigure(narrower),
      amount: centsOfFigure(reductionOf(trace, `${id}.other`, right, narrower)),
    },
    figure: amount.id,
  };
}

/** The risk sheet of a bill, from its findings; tenants only, the landlord has no right against himself. */
export function riskSheet(
  trace: Trace,
  users: readonly UserLine[],
  findings: readonly Finding[],
  ownersAssociation: boolean,
): RiskSheet {
  const index = byUnit(findings.filter((item) => item.code in TRIGGERS && !isExcused(item)));
  const everywhere = index.get(WHOLE_HOUSE) ?? [];
  const lines: RiskLine[] = [];
  for (const user of users) {
    const own = [...everywhere, ...(index.get(`unit.${user.unit}`) ?? [])];
    if (user.kind === 'vacancy' || own.length === 0) continue;
    const triggered = triggersOf(own);
    const base = baseOf(trace, user);
    for (const right of RIGHTS) {
      const trigger = triggered.get(right);
      if (base && trigger && hasRights(ownersAssociation, right))
        lines.push(lineOf(trace, user, right, trigger, base));
    }
  }
  return { lines, total: sumCents(lines.map((line) => line.amount)) };
}
