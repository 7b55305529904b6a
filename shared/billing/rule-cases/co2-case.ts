/** Single-rule case `co2`: emissions, step, obstacles and euros of the CO2 split (CO2KostAufG §§ 3 to 9). */
import { z } from 'zod';
import {
  add,
  compare,
  isZero,
  multiply,
  ONE,
  rational,
  subtract,
  type Rational,
} from '../../model/rational.ts';
import { energy as energySchema, type Energy } from '../case/costs.ts';
import { centsIn, day, euros, exactly, fractionOf, percent, period, quantity } from '../case/values.ts';
import { emissionFactorOf } from '../emission-factors.ts';
import { classify, restrict, shorteningOf, specificEmissions, splitCo2Cost } from '../co2-split.ts';
import { IN_KWH } from '../plant-energy.ts';
import { STATUTORY, tableFraction, tableValue } from '../statutory.ts';
import { Trace, type Figure } from '../trace.ts';
import { headOf, refuse, type Answer, type RuleOutcome } from './answer.ts';

const source = z.strictObject({
  kg: quantity.optional(),
  energy: energySchema
    .optional()
    .describe('Fuel or heat in the unit of its invoice: litres of oil, kWh of gas.'),
  factorKgPerUnit: quantity
    .optional()
    .describe('Kilograms per unit of the energy; else the table of EBeV 2030 by fuel, unit and basis.'),
  energyKwh: quantity.optional(),
  hsToHi: quantity.optional().describe('Converts kWh (Hs) to kWh (Hi) before the factor.'),
  factorKgPerKwh: quantity.optional(),
  cost: euros.optional(),
  invoicedOn: day.optional().describe('Before 2023 the euros count as zero.'),
});

export const co2Case = z.strictObject({
  ...headOf('co2'),
  kgPerM2: quantity.optional().describe('Instead of sources and area.'),
  sources: z.array(source).default([]),
  areaM2: quantity.optional(),
  period: period.optional().describe('Shorter than twelve months: the bounds are shortened.'),
  periodDays: z.int().positive().optional(),
  daysOf12Months: z.int().positive().default(365),
  cost: euros.optional(),
  price: z
    .strictObject({
      eurPerTonneNet: quantity.optional(),
      year: z.int().optional().describe('Takes the price of § 10 BEHG for this year instead.'),
      vatPercent: percent.default(0),
      splitBasis: z.enum(['net', 'gross']).default('gross'),
    })
    .optional()
    .describe('Where no invoice states the euros: kilograms times price.'),
  use: z.enum(['residential', 'nonResidential']).default('residential'),
  landlordPercent: percent.optional(),
  restrictedBuilding: z.boolean().default(false),
  restrictedSupply: z.boolean().default(false),
  fuelCost: euros.optional().describe('The landlord share comes off it before it is distributed.'),
  selfSupplyForOtherPurposesToo: z
    .boolean()
    .default(false)
    .describe('§ 6 Abs. 2: the tenant heats by his own contract and cooks with the gas as well.'),
});

type Co2Case = z.output<typeof co2Case>;
type Source = z.output<typeof source>;

interface Emissions {
  readonly kg: Figure;
  readonly kwhHi: Figure | null;
  readonly cost: Figure | null;
}

/** Kilograms per unit as the case states them: per unit itself, or per kWh with the kWh a unit has. */
function statedFactor({ factorKgPerUnit, factorKgPerKwh }: Source, used: Energy): Rational | null {
  if (factorKgPerUnit !== undefined) return exactly(factorKgPerUnit);
  if (factorKgPerKwh === undefined) return null;
  const kwhPerUnit =
    IN_KWH[used.unit] ?? (used.heatingValue === undefined ? null : exactly(used.heatingValue));
  return kwhPerUnit && multiply(exactly(factorKgPerKwh), kwhPerUnit);
}

/** Kilograms of a quantity in its own unit; null when neither the case nor the table has a factor for it. */
function kgOfEnergy(trace: Trace, name: string, entry: Source, used: Energy): Figure | null {
  const { fuel, unit, basis } = used;
  const perUnit =
    statedFactor(entry, used) ?? (fuel === undefined ? null : emissionFactorOf(fuel, unit, basis));
  if (perUnit === null) return null;
  const quantityUsed = trace.given(`${name}.energy`, 'ENERGY', exactly(used.quantity), unit);
  const factor = trace.given(`${name}.factor`, 'EMISSION_FACTOR', perUnit, 'kg/unit');
  return trace.derive(`${name}.kg`, 'EMISSIONS', [quantityUsed, factor], 'kg');
}

function kgOf(trace: Trace, entry: Source, index: number): { kg: Figure | null; kwhHi: Figure | null } {
  const name = `source.${index + 1}`;
  if (entry.kg !== undefined)
    return { kg: trace.given(`${name}.kg`, 'CO2_KG', exactly(entry.kg), 'kg'), kwhHi: null };
  if (entry.energy) return { kg: kgOfEnergy(trace, name, entry, entry.energy), kwhHi: null };
  if (entry.energyKwh === undefined || entry.factorKgPerKwh === undefined) return { kg: null, kwhHi: null };
  const energy = trace.given(`${name}.energy`, 'ENERGY', exactly(entry.energyKwh), 'kWh');
  const factor = trace.given(`${name}.factor`, 'EMISSION_FACTOR', exactly(entry.factorKgPerKwh), 'kg/kWh');
  if (entry.hsToHi === undefined)
    return { kg: trace.derive(`${name}.kg`, 'EMISSIONS', [energy, factor], 'kg'), kwhHi: null };
  const ratio = trace.given(`${name}.hsToHi`, 'HS_TO_HI', exactly(entry.hsToHi), 'factor');
  const kwhHi = trace.derive(`${name}.kwhHi`, 'ENERGY_IN_HI', [energy, ratio], 'kWh');
  return { kg: trace.derive(`${name}.kg`, 'EMISSIONS', [kwhHi, factor], 'kg'), kwhHi };
}

function emissionsOf(trace: Trace, sources: readonly Source[]): Emissions | null {
  const parts = sources.map((entry, index) => kgOf(trace, entry, index));
  const kgs = parts.map(({ kg }) => kg).filter((kg) => kg !== null);
  if (kgs.length === 0 || kgs.length < sources.length) return null;
  const costs = sources.flatMap(({ cost, invoicedOn }, index) => {
    if (cost === undefined) return [];
    const counts = invoicedOn === undefined || invoicedOn >= STATUTORY.dates.co2SplitFrom;
    return [
      trace.given(`source.${index + 1}.cost`, 'CO2_AMOUNT', rational(counts ? centsIn(cost) : 0), 'ct'),
    ];
  });
  return {
    kg: trace.derive('co2.kg', 'CO2_KG_TOGETHER', kgs, 'kg'),
    kwhHi: parts[0]?.kwhHi ?? null,
    cost: costs.length > 0 ? trace.derive('co2.costOfSources', 'CO2_COSTS_TOGETHER', costs, 'ct') : null,
  };
}

/** Net euros a tonne: as stated, else of the year; null for a year without a fixed price. */
function pricePerTonne({ eurPerTonneNet, year }: NonNullable<Co2Case['price']>): Rational | null {
  if (eurPerTonneNet !== undefined) return exactly(eurPerTonneNet);
  const years: Readonly<Record<string, number>> = STATUTORY.co2Prices.years;
  const ofYear = years[String(year)];
  return ofYear === undefined ? null : rational(ofYear);
}

/** Euros of CO2: as stated, as the sources say, or kilograms times price; net and gross beside each other. */
function costOf(trace: Trace, given: Co2Case, emissions: Emissions | null) {
  if (given.cost !== undefined)
    return { cost: trace.given('co2.cost', 'CO2_AMOUNT', rational(centsIn(given.cost)), 'ct') };
  if (emissions?.cost) return { cost: emissions.cost };
  const perTonne = given.price && pricePerTonne(given.price);
  if (!given.price || !perTonne || !emissions) return null;
  const price = trace.given('co2.price', 'CO2_PRICE', multiply(perTonne, rational(100)), 'ct/t');
  const tonnes = trace.given('co2.tonnesAKg', 'CONVERSION', rational(1, 1000), 'factor');
  const net = trace.deriveCents('co2.costNet', 'CO2_COST_BY_PRICE', [emissions.kg, price, tonnes]);
  const vat = trace.given('co2.vat', 'VAT_FACTOR', add(ONE, fractionOf(given.price.vatPercent)), 'factor');
  const gross = trace.deriveCents('co2.costGross', 'CO2_COST_BY_PRICE', [emissions.kg, price, tonnes, vat]);
  return { cost: given.price.splitBasis === 'net' ? net : gross, costNet: net, costGross: gross };
}

function shorteningIn(trace: Trace, given: Co2Case): Figure | null {
  if (given.period) return shorteningOf(trace, given.period);
  if (given.periodDays === undefined || given.periodDays >= given.daysOf12Months) return null;
  const days = trace.given('co2.periodDays', 'DAYS', rational(given.periodDays), 'days');
  const year = trace.given('co2.yearDays', 'DAYS', rational(given.daysOf12Months), 'days');
  return trace.derive('co2.shortening', 'CO2_SHORTENING', [days, year], 'ratio');
}

function kgPerM2Of(trace: Trace, given: Co2Case, emissions: Emissions | null) {
  const decimals = STATUTORY.co2Steps.roundingDecimals;
  if (given.kgPerM2 !== undefined) {
    const entry = trace.given('entry.kgPerM2', 'CO2_KG_PER_M2', exactly(given.kgPerM2), 'kg/m2');
    return {
      exact: entry,
      classified: trace.deriveRounded('co2.kgPerM2', 'CO2_ROUNDED', [entry], 'kg/m2', decimals),
    };
  }
  if (!emissions || given.areaM2 === undefined) return null;
  const area = trace.given('co2.area', 'AREA', exactly(given.areaM2), 'm2');
  if (isZero(area.value)) return null;
  return {
    exact: trace.derive('co2.kgPerM2.exact', 'CO2_PER_AREA', [emissions.kg, area], 'kg/m2'),
    classified: specificEmissions(trace, 'co2.kgPerM2', emissions.kg, area),
  };
}

/** Runs the case. */
export function runCo2Case(given: Co2Case): RuleOutcome {
  const trace = new Trace();
  if (given.price && !pricePerTonne(given.price)) return refuse('CO2_DATA_MISSING', ['price']);
  const emissions = emissionsOf(trace, given.sources);
  const specific = kgPerM2Of(trace, given, emissions);
  const least = tableFraction(STATUTORY.co2Steps.nonResidentialLandlordPercentMin);
  const agreed = given.landlordPercent === undefined ? least : fractionOf(given.landlordPercent);
  const answers: Record<string, Answer> = {};
  let tableShare: Figure;
  if (given.use === 'nonResidential') {
    if (compare(agreed, least) < 0) return refuse('LANDLORD_CO2_SHARE_TOO_LOW', ['landlordPercent']);
    tableShare = trace.given('co2.tableShare', 'CO2_NON_RESIDENTIAL', agreed, 'ratio');
  } else {
    if (!specific) return refuse('CO2_DATA_MISSING', ['sources']);
    const shortening = shorteningIn(trace, given);
    tableShare = classify(trace, 'co2.tableShare', specific.classified, shortening).share;
    if (shortening) {
      answers['annualised'] = trace.derive(
        'co2.annualised',
        'CO2_ANNUALISED',
        [specific.exact, shortening],
        'kg/m2',
      );
      answers['shareWithoutShortening'] = classify(trace, 'co2.unshortened', specific.classified, null).share;
    }
  }
  if (emissions) Object.assign(answers, { kg: emissions.kg, kwhHi: emissions.kwhHi });
  if (specific) Object.assign(answers, { kgPerM2: specific.exact, kgPerM2Classified: specific.classified });
  const landlordShare = restrict(trace, 'co2.landlordShare', tableShare, {
    building: given.restrictedBuilding,
    supply: given.restrictedSupply,
  });
  Object.assign(answers, { tableShare, landlordShare }, moneyAnswers(trace, given, emissions, landlordShare));
  return { kind: 'answered', answers, figures: trace.figures };
}

function moneyAnswers(
  trace: Trace,
  given: Co2Case,
  emissions: Emissions | null,
  landlordShare: Figure,
): Record<string, Answer> {
  const cost = costOf(trace, given, emissions);
  if (!cost) return {};
  const { landlord, tenants } = splitCo2Cost(trace, cost.cost, landlordShare);
  const answers: Record<string, Answer> = { ...cost, landlord, tenants };
  if (given.fuelCost !== undefined) {
    const fuel = trace.given('entry.fuelCost', 'INVOICE', rational(centsIn(given.fuelCost)), 'ct');
    answers['fuelCostDistributed'] = trace.derive(
      'fuel.distributed',
      'COSTS_LESS_CO2',
      [fuel, landlord],
      'ct',
    );
  }
  if (given.selfSupplyForOtherPurposesToo) {
    const cut = tableValue(STATUTORY.co2Steps.selfSupplyCutPercent);
    const kept = subtract(ONE, rational(cut.numerator, cut.denominator * 100n));
    const factor = trace.given('co2.selfSupply', 'CO2_SELF_SUPPLY', kept, 'factor');
    answers['claim'] = trace.deriveCents('co2.claim', 'CO2_SELF_SUPPLY_CLAIM', [
      cost.cost,
      landlordShare,
      factor,
    ]);
  }
  return answers;
}
