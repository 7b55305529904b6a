/** From a case to its bill: the calculation order of the HeizkostenV, step by step, exact to the last cent. */
import { centsOf, sumCents } from '../model/money.ts';
import { arrange } from './arranged-case.ts';
import { isStopped, type BillDesk } from './bill-desk.ts';
import type { Bill, BillOutcome } from './bill.ts';
import type { BillingCase } from './billing-case.ts';
import { checkBill } from './checks/check-bill.ts';
import { checkCase } from './checks/check-case.ts';
import { splitCo2OfCase, type CaseCo2 } from './co2-of-case.ts';
import type { MeteredConsumption } from './consumption.ts';
import { co2Line, costLines, separationLine, stockLines } from './cost-lines.ts';
import { directCharges, type DirectCharges } from './direct-charges.ts';
import { distributePot, type PotPositions, type ScopedAmount } from './distribute-pots.ts';
import { ENGINE } from './engine.ts';
import { finding, inOrder, isBlocking, type Finding } from './findings.ts';
import { distributeFurtherCosts, type FurtherCosts } from './further-costs.ts';
import {
  consumptionByPot,
  hotWaterOfHouse,
  meterColdWater,
  meterPot,
  type MeteredPot,
} from './meter-house.ts';
import type { Pot } from './metered.ts';
import { outcomeOf } from './outcome.ts';
import { costsOfPeriod, type PeriodCosts, type PlantTarget } from './period-costs.ts';
import { fillPots, type Pots } from './pots.ts';
import { prove } from './proof.ts';
import { riskSheet } from './risk-sheet.ts';
import { separatePlant, type Separated } from './separate-plant.ts';
import { unitLines, userLines } from './statements.ts';
import { AmountTooLargeError, Trace, type Figure } from './trace.ts';
import { TimeMeasures } from './user-change.ts';
import { splitAmongScopes } from './user-groups.ts';

export type PerPot<T> = Readonly<Record<Pot, T>>;

/** Costs, consumption and further costs: what the case brings. */
export interface Entered {
  readonly costs: PeriodCosts;
  readonly metered: PerPot<MeteredPot | null>;
  readonly coldWater: MeteredConsumption | null;
  readonly further: FurtherCosts;
  readonly direct: DirectCharges;
}

/** The pots with what led to them. */
export interface Filled {
  readonly co2: CaseCo2 | null;
  readonly separated: Separated;
  readonly pots: Pots;
}

export type Positions = PerPot<PotPositions | null>;

function perPot<T>(make: (pot: Pot) => T): PerPot<T> {
  return { heating: make('heating'), hotWater: make('hotWater') };
}

function enter(desk: BillDesk): Entered {
  const { trace, arranged, findings } = desk;
  const costs = costsOfPeriod(trace, arranged.given);
  findings.push(...costs.findings);
  const metered = perPot((pot) => meterPot(desk, pot));
  const coldWater = meterColdWater(desk, costs);
  const further = distributeFurtherCosts(trace, arranged, costs.costs, coldWater);
  const direct = directCharges(arranged, costs.costs);
  findings.push(...further.findings, ...direct.findings);
  return { costs, metered, coldWater, further, direct };
}

/** All costs of the plant by target; the landlord's CO2 share comes off first (§ 7 Abs. 1 CO2KostAufG). */
function plantPots(trace: Trace, costs: PeriodCosts, co2: CaseCo2 | null, separated: Separated): Pots {
  const of = (target: PlantTarget): Figure[] => [
    ...costs.costs.filter(({ cost }) => cost.target === target).map(({ inPeriod }) => inPeriod),
    ...costs.stocks.filter(({ stock }) => stock.target === target).map(({ use }) => use.amount),
  ];
  const landlordCo2 = co2?.byTarget ?? new Map<PlantTarget, Figure>();
  const sorted = { joint: of('joint'), heating: of('heating'), hotWater: of('hotWater'), landlordCo2 };
  return fillPots(trace, sorted, separated.alpha);
}

function fill(desk: BillDesk, { costs, metered }: Entered): Filled | null {
  const { trace, arranged, findings } = desk;
  const co2 = splitCo2OfCase(trace, arranged, costs.emissions);
  findings.push(...co2.findings);
  const hotWater = hotWaterOfHouse(metered.hotWater);
  const separated = separatePlant({ trace, arranged, costs, hotWater, co2: co2.split });
  if (!('alpha' in separated)) {
    findings.push(...separated);
    return null;
  }
  findings.push(...separated.findings);
  if (isStopped(desk)) return null;
  return { co2: co2.split, separated, pots: plantPots(trace, costs, co2.split, separated) };
}

function distribute(
  desk: BillDesk,
  pot: Pot,
  amount: Figure,
  metered: MeteredPot | null,
): PotPositions | null {
  if (!metered) return null;
  const { trace, time, arranged, findings } = desk;
  const split = splitAmongScopes(trace, arranged, pot, amount, metered.scopes);
  if (!split.ok) {
    findings.push(...split.error);
    return null;
  }
  const scoped = metered.scopes.map((scope): ScopedAmount => ({
    scope,
    amount: split.value.get(scope.id) ?? amount,
    consumption: metered.consumption.get(scope.id) ?? null,
  }));
  const positions = distributePot({ trace, time, arranged, pot }, scoped);
  if (positions.ok) return positions.value;
  findings.push(...positions.error);
  return null;
}

function write(desk: BillDesk, entered: Entered, filled: Filled, positions: Positions): Bill {
  const { trace, arranged, findings } = desk;
  const { given } = arranged;
  const { costs, metered, further } = entered;
  const consumption = consumptionByPot(metered);
  const hotWater = hotWaterOfHouse(metered.hotWater);
  const checked = { arranged, costs, separated: filled.separated, consumption, hotWater };
  const outcome = outcomeOf(desk, entered, filled, positions);
  const users = userLines(desk, outcome);
  const lines = {
    costs: costLines(costs),
    stocks: stockLines(costs),
    co2: filled.co2 && co2Line(filled.co2),
    units: unitLines(arranged, outcome),
    users,
    pots: [positions.heating, positions.hotWater].flatMap((pot) => pot?.lines ?? []),
  };
  const rests = [positions.heating, positions.hotWater, ...further.costs].map(
    (each) => each?.rest ?? centsOf(0),
  );
  const all: readonly Finding[] = inOrder([...findings, ...checkBill(checked, lines)]);
  return {
    engine: ENGINE,
    property: given.property.id,
    period: given.period,
    ...lines,
    separation: separationLine(filled.separated),
    estimates: [metered.heating, metered.hotWater].flatMap((pot) =>
      [...(pot?.consumption.values() ?? [])].flatMap(({ estimates }) => estimates),
    ),
    risk: riskSheet(trace, users, all, given.property.ownersAssociation),
    proof: prove(lines.costs, lines.stocks, users, lines.co2, sumCents(rests)),
    findings: all,
    figures: trace.figures,
  };
}

function compute(given: BillingCase, findings: Finding[]): BillOutcome {
  const refused = (): BillOutcome => ({ kind: 'refused', findings: inOrder(findings) });
  const trace = new Trace();
  const time = new TimeMeasures(trace, given.rules.userChange.degreeDayTable);
  const desk: BillDesk = { arranged: arrange(given), trace, time, findings };
  const entered = enter(desk);
  if (isStopped(desk)) return refused();
  const filled = fill(desk, entered);
  if (!filled) return refused();
  const { amounts } = filled.pots;
  const positions = perPot((pot) => distribute(desk, pot, amounts[pot], entered.metered[pot]));
  if (isStopped(desk)) return refused();
  const bill = write(desk, entered, filled, positions);
  const { difference } = bill.proof;
  if (difference === 0) return { kind: 'billed', bill };
  // The last of all checks: whatever lets a cent appear or vanish, no such bill leaves the engine.
  findings.push(finding('SUMS_DO_NOT_CLOSE', ['proof'], { differenceCents: String(difference) }));
  return refused();
}

/**
 * Bills one property for one period. Blocking findings refuse the bill; warnings stand beside it. The same case
 * gives the same bill on every machine, in whatever order its lists are written.
 */
export function billProperty(given: BillingCase): BillOutcome {
  const findings = checkCase(given);
  if (findings.some(isBlocking)) return { kind: 'refused', findings: inOrder(findings) };
  try {
    return compute(given, findings);
  } catch (error) {
    if (!(error instanceof AmountTooLargeError)) throw error;
    const tooLarge = finding('AMOUNT_TOO_LARGE', [error.figure]);
    return { kind: 'refused', findings: inOrder([...findings, tooLarge]) };
  }
}
