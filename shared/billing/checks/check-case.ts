/** Checks that need no calculation: what a case must not be before anybody computes with it (Prüfliste, blocking part). */
import { addDays, addMonths } from '../../model/plain-date.ts';
import { compare, isZero, sum } from '../../model/rational.ts';
import type { BillingCase } from '../billing-case.ts';
import type { Decimal } from '../case/values.ts';
import { centsIn, exactly, fractionOf } from '../case/values.ts';
import { keyMeasure, statesKey } from '../distribution-keys.ts';
import { finding, type Finding, type FindingCode } from '../findings.ts';
import type { Pot } from '../metered.ts';
import { serialsTwice, swappedMeters } from './swapped-meters.ts';
import { STATUTORY, tableFraction } from '../statutory.ts';

const LIMITS = STATUTORY.shares;

function periodFindings({ period }: BillingCase): Finding[] {
  const longest = addDays(addMonths(period.from, LIMITS.periodMonthsMax), -1);
  return period.to > longest ? [finding('PERIOD_OVER_TWELVE_MONTHS', ['period'], { ...period })] : [];
}

function tenancyFindings({ tenancies, period }: BillingCase): Finding[] {
  const found: Finding[] = [];
  const inOrder = tenancies.toSorted((a, b) => (a.unit + a.from < b.unit + b.from ? -1 : 1));
  for (const [index, tenancy] of inOrder.entries()) {
    const next = inOrder[index + 1];
    if (!next || next.unit !== tenancy.unit) continue;
    if ((tenancy.to ?? period.to) >= next.from)
      found.push(
        finding('TENANCIES_OVERLAP', [`unit.${tenancy.unit}`], {
          first: tenancy.id,
          second: next.id,
          from: next.from,
        }),
      );
  }
  return found;
}

function areaFindings({ units, rules, groups, property }: BillingCase): Finding[] {
  const found: Finding[] = units
    .filter((unit) => isZero(exactly(unit.areas.living)))
    .map((unit) => finding('AREA_ZERO', [`unit.${unit.id}`]));
  if (property.plant.supplies === 'hotWater') return found;
  for (const unit of units.filter(({ supplied }) => supplied.heating)) {
    const group = groups.find(({ id }) => id === unit.group);
    const key = group?.heating?.baseKey ?? rules.heating?.baseKey ?? 'livingArea';
    if (!statesKey(unit, key)) found.push(finding('AREA_OF_KEY_MISSING', [`unit.${unit.id}`], { key }));
  }
  const premeterKey = rules.premeter?.key;
  if (premeterKey && isZero(sum(units.map((unit) => keyMeasure(unit, premeterKey)))))
    found.push(finding('AREA_OF_KEY_MISSING', ['rules.premeter'], { key: premeterKey }));
  return found;
}

/** 50 to 70 %, above only by agreement (§§ 7, 8, 10). */
function shareFindings(
  about: string,
  pot: string,
  share: { readonly consumptionPercent: Decimal; readonly agreement?: string | undefined } | undefined,
): Finding[] {
  if (!share) return [];
  const percent = fractionOf(share.consumptionPercent);
  const evidence = { pot, percent: String(share.consumptionPercent) };
  if (compare(percent, tableFraction(LIMITS.consumptionPercentMin)) < 0)
    return [finding('SHARE_OUTSIDE_LIMITS', [about], evidence)];
  if (compare(percent, tableFraction(LIMITS.consumptionPercentMax)) <= 0) return [];
  return [
    finding(share.agreement === undefined ? 'SHARE_OUTSIDE_LIMITS' : 'SHARE_BY_AGREEMENT', [about], evidence),
  ];
}

/** 70 % is a duty for an oil or gas boiler in a house below the 1994 standard with insulated pipes (§ 7 Abs. 1 S. 2). */
function seventyIsMandatory({ property }: BillingCase): boolean {
  const { building, plant } = property;
  const burnsOilOrGas = /^(naturalGas|heatingOil)/.test(plant.fuel ?? '');
  return (
    plant.kind === 'boiler' &&
    burnsOilOrGas &&
    building?.meetsInsulationOrdinance1994 === false &&
    building.exposedPipesInsulated === true
  );
}

function allShareFindings(given: BillingCase): Finding[] {
  const { rules, groups } = given;
  const found = [
    ...shareFindings('rules.heating', 'heating', rules.heating),
    ...shareFindings('rules.hotWater', 'hotWater', rules.hotWater),
    ...groups.flatMap((group) => [
      ...shareFindings(`group.${group.id}`, 'heating', group.heating),
      ...shareFindings(`group.${group.id}`, 'hotWater', group.hotWater),
    ]),
  ];
  const duty = tableFraction(LIMITS.mandatoryHeatingPercent);
  const heating = [rules.heating, ...groups.map((group) => group.heating)].filter(
    (each) => each !== undefined,
  );
  if (
    seventyIsMandatory(given) &&
    heating.some((each) => compare(fractionOf(each.consumptionPercent), duty) < 0)
  )
    found.push(finding('SHARE_NOT_SEVENTY', ['rules.heating']));
  const { premeter } = rules;
  if (
    premeter &&
    compare(fractionOf(premeter.consumptionPercent), tableFraction(LIMITS.premeterPercentMin)) < 0
  )
    found.push(
      finding('PREMETER_SHARE_TOO_LOW', ['rules.premeter'], { percent: String(premeter.consumptionPercent) }),
    );
  return found;
}

/** Cost kinds that § 7 Abs. 2 does not name. */
const NEVER_APPORTIONED: ReadonlySet<string> = new Set([
  'repair',
  'administration',
  'financing',
  'userChangeFee',
]);

function costFindings({ costs, stocks }: BillingCase): Finding[] {
  const found = costs
    .filter((cost) => cost.target !== 'direct' && NEVER_APPORTIONED.has(cost.kind))
    .map((cost) => finding('COST_NOT_APPORTIONABLE', [`cost.${cost.id}`], { kind: cost.kind }));
  for (const cost of costs)
    if (
      'co2' in cost &&
      typeof cost.co2 === 'object' &&
      centsIn(cost.co2.amount) > Math.abs(centsIn(cost.amount))
    )
      found.push(finding('CO2_ABOVE_INVOICE', [`cost.${cost.id}`]));
  if (costs.length === 0 && stocks.length === 0) found.push(finding('COSTS_EMPTY', ['costs']));
  return found;
}

/** Costs and stocks of a pot that the plant does not serve: nobody could be billed for them (§§ 7, 8). */
function unservedFindings({ costs, stocks, property }: BillingCase): Finding[] {
  const { supplies } = property.plant;
  if (supplies === 'both') return [];
  const pot: Pot = supplies === 'heating' ? 'hotWater' : 'heating';
  const entries = [
    ...costs.map(({ id, target }) => ({ about: `cost.${id}`, target })),
    ...stocks.map(({ id, target }) => ({ about: `stock.${id}`, target })),
  ];
  return entries
    .filter(({ target }) => target === pot)
    .map(({ about }) => finding('COST_OF_UNSERVED_POT', [about], { pot }));
}

/** Exemptions in force, and the one for heat pumps that ended on 1.10.2024 (§ 11). */
function exemptionFindings({ property, period }: BillingCase): Finding[] {
  return property.exemptions.map((exemption) => {
    const ended =
      property.plant.kind === 'heatPump' &&
      exemption.ground === '3' &&
      period.from >= STATUTORY.dates.heatPumpsInScopeFrom;
    const code: FindingCode = ended ? 'HEAT_PUMP_EXEMPTION_ENDED' : 'EXEMPTION_APPLIED';
    return finding(code, ['property'], {
      ground: exemption.ground,
      pot: exemption.pot,
      since: exemption.since,
    });
  });
}

/** Hot water goes by days at a change of user, unless an agreement says otherwise (§ 9b Abs. 2, 4). */
function userChangeFindings({ rules }: BillingCase): Finding[] {
  const { hotWater, agreement } = rules.userChange;
  if (hotWater !== 'degreeDays') return [];
  const code = agreement === undefined ? 'USER_CHANGE_WITHOUT_AGREEMENT' : 'USER_CHANGE_BY_AGREEMENT';
  return [finding(code, ['rules.userChange'])];
}

/** What is wrong with a case before it is computed. */
export function checkCase(given: BillingCase): Finding[] {
  return [
    ...periodFindings(given),
    ...tenancyFindings(given),
    ...areaFindings(given),
    ...allShareFindings(given),
    ...userChangeFindings(given),
    ...costFindings(given),
    ...unservedFindings(given),
    ...exemptionFindings(given),
    ...serialsTwice(given.devices),
    ...swappedMeters(given.devices),
  ];
}
