/** Takes both pots through their scopes: shares, the 25 % switch, and the cents of units and users (§§ 6 to 9b). */
import { centsOf, sumCents, type Cents } from '../model/money.ts';
import { isZero, rational, toShortDecimal, ZERO } from '../model/rational.ts';
import { fail, succeed, type Result } from '../model/result.ts';
import { firstVacancy, type ArrangedCase } from './arranged-case.ts';
import type { PotLine, Quantity } from './bill.ts';
import type { HeatingBaseKey } from './case/rules.ts';
import { fractionOf, type Decimal } from './case/values.ts';
import type { MeteredConsumption } from './consumption.ts';
import { distributeBase, distributeConsumption, type PotDesk } from './distribute-pot.ts';
import { keyFigure } from './distribution-keys.ts';
import { affectedShare, switchesToBaseKey } from './estimate.ts';
import { finding, type Finding } from './findings.ts';
import type { Pot } from './metered.ts';
import { splitPot, type PotShares } from './pots.ts';
import { centsOfFigure, preciseValue, type Figure, type Trace } from './trace.ts';
import type { TimeMeasures } from './user-change.ts';
import type { Scope } from './user-groups.ts';

/** Base and consumption cost of a unit or user; no consumption cost where the base key rules all of it. */
export interface PositionFigures {
  readonly base: Figure;
  readonly consumption: Figure | null;
}

/** The positions of one pot by unit and by user, over all its scopes. */
export interface PotPositions {
  readonly units: ReadonlyMap<string, PositionFigures>;
  readonly users: ReadonlyMap<string, PositionFigures>;
  readonly lines: readonly PotLine[];
  readonly rest: Cents;
}

export interface PotsDesk {
  readonly trace: Trace;
  readonly time: TimeMeasures;
  readonly arranged: ArrangedCase;
  readonly pot: Pot;
}

/** A scope with what was recorded in it; `consumption` is null where the pot is exempt (§ 11). */
export interface ScopedAmount {
  readonly scope: Scope;
  readonly amount: Figure;
  readonly consumption: MeteredConsumption | null;
}

function rulesOf(
  { arranged, pot }: PotsDesk,
  { group }: Scope,
): { readonly percent: Decimal; readonly baseKey: HeatingBaseKey } | null {
  const { rules } = arranged.given;
  if (pot === 'hotWater') {
    const own = group?.hotWater ?? rules.hotWater;
    return own ? { percent: own.consumptionPercent, baseKey: 'livingArea' } : null;
  }
  const own = group?.heating ?? rules.heating;
  return own ? { percent: own.consumptionPercent, baseKey: own.baseKey } : null;
}

/** Whether more than 25 % of the area of the scope lacks a recorded value; figures `<scope>.<pot>.affected…`. */
function switched(desk: PotsDesk, { scope, consumption }: ScopedAmount): boolean {
  const { trace, pot } = desk;
  if (!consumption) return false;
  const affected = [...consumption.units.values()]
    .map(({ affectedArea }) => affectedArea)
    .filter((area) => area !== null);
  if (affected.length === 0) return false;
  const id = `${scope.id}.${pot}.affected`;
  const areas = scope.units.map(({ unit }) => keyFigure(trace, unit, 'livingArea'));
  const together = trace.derive(`${id}.area`, 'AREAS_TOGETHER', affected, 'm2');
  const whole = trace.derive(`${id}.totalArea`, 'AREAS_TOGETHER', areas, 'm2');
  return switchesToBaseKey(affectedShare(trace, id, together, whole));
}

function price(share: Figure, whole: Figure, decimals = 6): string | null {
  if (isZero(whole.value)) return null;
  const { numerator, denominator } = preciseValue(share);
  return toShortDecimal(
    rational(numerator * whole.value.denominator, denominator * whole.value.numerator * 100n),
    decimals,
  );
}

function quantity(figure: Figure): Quantity {
  return { value: toShortDecimal(figure.value, 6), figure: figure.id };
}

function lineOf(
  desk: PotsDesk,
  { scope, amount }: ScopedAmount,
  shares: PotShares,
  keys: { readonly baseKey: HeatingBaseKey; readonly base: Figure; readonly consumption: Figure | null },
  byBaseKeyOnly: boolean,
): PotLine {
  const percent = preciseValue(shares.consumptionShare);
  return {
    pot: desk.pot,
    group: scope.group?.id ?? null,
    total: centsOfFigure(amount),
    base: centsOfFigure(shares.base),
    consumption: centsOfFigure(shares.consumption),
    consumptionPercent: toShortDecimal(rational(percent.numerator * 100n, percent.denominator), 4),
    byBaseKeyOnly,
    baseKey: keys.baseKey,
    baseTotal: quantity(keys.base),
    consumptionUnit: keys.consumption?.unit ?? '',
    consumptionTotal: keys.consumption
      ? quantity(keys.consumption)
      : { value: '0', figure: shares.consumption.id },
    pricePerBase: price(shares.base, keys.base) ?? '0',
    pricePerConsumption: keys.consumption && price(shares.consumption, keys.consumption),
    figure: amount.id,
  };
}

function pair(
  into: Map<string, PositionFigures>,
  base: ReadonlyMap<string, Figure>,
  consumption: ReadonlyMap<string, Figure> | undefined,
): void {
  for (const [id, figure] of base) into.set(id, { base: figure, consumption: consumption?.get(id) ?? null });
}

/** Distributes one pot over all its scopes; blocking findings when a scope cannot be distributed. */
export function distributePot(
  desk: PotsDesk,
  scoped: readonly ScopedAmount[],
): Result<PotPositions, readonly Finding[]> {
  const { trace, time, arranged, pot } = desk;
  const { userChange, rounding } = arranged.given.rules;
  const units = new Map<string, PositionFigures>();
  const users = new Map<string, PositionFigures>();
  const lines: PotLine[] = [];
  const rests: Cents[] = [];
  const findings: Finding[] = [];
  for (const part of scoped) {
    const rules = rulesOf(desk, part.scope);
    if (!rules) {
      findings.push(finding('SHARE_RULES_MISSING', [part.scope.id], { pot }));
      continue;
    }
    const { baseKey } = rules;
    const potDesk: PotDesk = {
      trace,
      time,
      period: arranged.period,
      rounding,
      pot,
      units: part.scope.units,
      baseKey,
      baseTimeKey: pot === 'heating' ? userChange.heatingBase : (userChange.hotWater ?? 'days'),
      landlordUser: firstVacancy(part.scope.units),
    };
    const byBaseKeyOnly = part.consumption === null || switched(desk, part);
    const shares = byBaseKeyOnly
      ? splitPot(trace, part.amount, ZERO, 'NO_CONSUMPTION_SHARE')
      : splitPot(trace, part.amount, fractionOf(rules.percent), 'CONSUMPTION_SHARE');
    const base = distributeBase(potDesk, shares);
    const consumed =
      part.consumption && !byBaseKeyOnly ? distributeConsumption(potDesk, shares, part.consumption) : null;
    if (consumed && 'code' in consumed) {
      findings.push(consumed);
      continue;
    }
    pair(units, base.units, consumed?.units);
    pair(users, base.users, consumed?.users);
    rests.push(base.rest, consumed?.rest ?? centsOf(0));
    lines.push(
      lineOf(
        desk,
        part,
        shares,
        { baseKey, base: base.whole, consumption: consumed?.whole ?? null },
        byBaseKeyOnly,
      ),
    );
  }
  return findings.length > 0 ? fail(findings) : succeed({ units, users, lines, rest: sumCents(rests) });
}
