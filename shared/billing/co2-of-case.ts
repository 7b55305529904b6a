/** The CO2 split of a case: does it apply, what did the invoices say, what is taken off which costs (§§ 2, 3, 7). */
import { compare, isZero } from '../model/rational.ts';
import type { ArrangedCase } from './arranged-case.ts';
import type { Property } from './case/property.ts';
import { fractionOf } from './case/values.ts';
import { splitCo2, type Co2Result } from './co2-split.ts';
import { keyFigure } from './distribution-keys.ts';
import { finding, type Finding } from './findings.ts';
import type { Co2Used, PlantTarget } from './period-costs.ts';
import { settleTogether } from './pots.ts';
import { STATUTORY, tableFraction } from './statutory.ts';
import { centsOfFigure, type Figure, type Trace } from './trace.ts';

/** The split with its sums; `byTarget` says which costs the landlord's share comes off, `costs` which it rose in. */
export interface CaseCo2 {
  readonly kg: Figure;
  readonly area: Figure;
  readonly cost: Figure;
  readonly result: Co2Result;
  readonly costs: ReadonlyMap<PlantTarget, Figure>;
  readonly byTarget: ReadonlyMap<PlantTarget, Figure>;
}

export interface Co2Outcome {
  readonly split: CaseCo2 | null;
  readonly findings: readonly Finding[];
}

const WITHOUT_PRICE: ReadonlySet<string> = new Set([
  'firewood',
  'pellets',
  'woodChips',
  'biogas',
  'electricity',
]);

/** Whether CO2KostAufG splits anything for this plant and period at all (§§ 2, 11). */
function applies({ given, period }: ArrangedCase): boolean {
  const { plant }: Property = given.property;
  const since = STATUTORY.dates.co2SplitFrom;
  const newNetwork =
    plant.emissionsTradingNetworkSince !== undefined && plant.emissionsTradingNetworkSince >= since;
  return (
    period.from >= since &&
    given.rules.co2.notApplicable === undefined &&
    plant.kind !== 'heatPump' &&
    !WITHOUT_PRICE.has(plant.fuel ?? '') &&
    !newNetwork
  );
}

function ruleFindings({ given }: ArrangedCase): Finding[] {
  const { co2 } = given.rules;
  const found: Finding[] = [];
  const least = tableFraction(STATUTORY.co2Steps.nonResidentialLandlordPercentMin);
  if (
    co2.use === 'nonResidential' &&
    co2.landlordPercent !== undefined &&
    compare(fractionOf(co2.landlordPercent), least) < 0
  )
    found.push(
      finding('LANDLORD_CO2_SHARE_TOO_LOW', ['rules.co2'], { percent: String(co2.landlordPercent) }),
    );
  if (co2.restrictedBuilding || co2.restrictedSupply)
    found.push(
      finding(co2.restrictionEvidence === undefined ? 'CO2_RESTRICTION_UNPROVEN' : 'CO2_RESTRICTED', [
        'rules.co2',
      ]),
    );
  return found;
}

function sumByTarget(trace: Trace, emissions: readonly Co2Used[]): Map<PlantTarget, Figure> {
  const targets = new Map<PlantTarget, Figure[]>();
  for (const { target, amount } of emissions)
    if (amount) targets.set(target, [...(targets.get(target) ?? []), amount]);
  return new Map(
    [...targets].map(([target, amounts]) => [
      target,
      trace.derive(`co2.cost.${target}`, 'CO2_COSTS_TOGETHER', amounts, 'ct'),
    ]),
  );
}

/** The landlord's cents by what they come off; all of them off one target in almost every house. */
function takeOff(
  trace: Trace,
  landlord: Figure,
  costs: ReadonlyMap<PlantTarget, Figure>,
): Map<PlantTarget, Figure> {
  const targets = [...costs.keys()].toSorted();
  const [only] = targets;
  if (only && targets.length === 1) return new Map([[only, landlord]]);
  const whole = trace.derive('co2.cost.all', 'CO2_COSTS_TOGETHER', [...costs.values()], 'ct');
  const opened = new Map<PlantTarget, Figure>();
  for (const [target, cost] of costs)
    opened.set(target, trace.open(`co2.landlord.${target}`, 'CO2_LANDLORD_PART', [landlord, cost, whole]));
  settleTogether(trace, centsOfFigure(landlord), [...opened.values()], landlord.id);
  return opened;
}

/** Splits the CO2 costs of a case; without the supplier's data nothing is guessed and nothing split. */
export function splitCo2OfCase(
  trace: Trace,
  arranged: ArrangedCase,
  emissions: readonly Co2Used[],
): Co2Outcome {
  const { given, period, units } = arranged;
  if (!applies(arranged)) return { split: null, findings: [] };
  if (given.property.ownersAssociation)
    return { split: null, findings: [finding('CO2_LEFT_TO_OWNERS', ['property'])] };
  const { co2 } = given.rules;
  if (co2.alreadyDeducted !== undefined) return { split: null, findings: [] };
  const findings = ruleFindings(arranged);
  const missing = emissions.filter(({ kg, amount }) => !kg || !amount).map(({ about }) => about);
  if (missing.length > 0 || emissions.length === 0)
    return { split: null, findings: [...findings, finding('CO2_DATA_MISSING', missing.toSorted())] };
  const area = trace.derive(
    'co2.area',
    'TOTAL_LIVING_AREA',
    units.map(({ unit }) => keyFigure(trace, unit, 'livingArea')),
    'm2',
  );
  if (isZero(area.value)) return { split: null, findings: [...findings, finding('CO2_AREA_ZERO', ['co2'])] };
  const known = emissions.map(({ kg }) => kg).filter((kg) => kg !== null);
  const kg = trace.derive('co2.kg', 'CO2_KG_TOGETHER', known, 'kg');
  const costs = sumByTarget(trace, emissions);
  const cost = trace.deriveCents('co2.cost', 'CO2_COST', [...costs.values()]);
  const result = splitCo2(trace, {
    kg,
    cost,
    area,
    period,
    use: co2.use,
    agreedLandlordShare: co2.landlordPercent === undefined ? null : fractionOf(co2.landlordPercent),
    restrictions: { building: co2.restrictedBuilding, supply: co2.restrictedSupply },
  });
  const byTarget = takeOff(trace, result.landlord, costs);
  return { split: { kg, area, cost, result, costs, byTarget }, findings };
}
