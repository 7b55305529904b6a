/** From the sum to prices: heating and hot water apart, base and consumption share, price of a unit of each. */
import type { Bill, PotLine } from '#shared/billing/bill.ts';
import type { HeatingBaseKey } from '#shared/billing/case/rules.ts';
import type { Pot } from '#shared/billing/metered.ts';
import type { Figure } from '#shared/billing/trace.ts';
import { exactly, fractionOf } from '#shared/billing/case/values.ts';
import { centsOf, roundToCents, sumCents, type Cents } from '#shared/model/money.ts';
import { ONE, subtract, ZERO } from '#shared/model/rational.ts';
import { DERIVATION_TEXT } from '#shared/text/documents/derivation.ts';
import {
  formatEuros,
  formatPercent,
  formatPlainEuros,
  formatQuantity,
  formatDecimal,
} from '#shared/text/format.ts';
import {
  BASE_KEYS,
  POT_NAMES,
  SEPARATION_METHODS,
  oneOfUnit,
  unitName,
} from '#shared/text/documents/keys.ts';
import { given, heading, paragraph, tableBlock } from '../model/blocks.ts';
import type { Block } from '../model/printed-document.ts';
import { entry, figures, groupHead, subtotal, words, type Row, type Table } from '../model/table.ts';
import { stepOf, written } from './arithmetic.ts';
import { byId, type StatementInput } from './statement-input.ts';

const { separation: separationText, prices: priceText } = DERIVATION_TEXT;
/** Unit prices are printed this fine; the engine multiplies by the exact ones. */
const PRICE_PLACES = 6;

/** The key of a pot by name, and the unit its size is counted in. */
export function baseKeyOf(pot: PotLine): { readonly name: string; readonly unit: string } {
  return BASE_KEYS[pot.baseKey as HeatingBaseKey];
}

export function writePrice(price: string): string {
  return formatDecimal(exactly(price), PRICE_PLACES);
}

/** How heating and hot water were separated; nothing for a plant that serves only one of them. */
export function separationSection({ bill }: StatementInput): Block[] {
  if (bill.separation.method === 'none') return [];
  return [
    heading(separationText.heading),
    paragraph(SEPARATION_METHODS[bill.separation.method]),
    tableBlock(separationFacts(bill)),
    tableBlock(separationTable(bill)),
  ];
}

function stepRow(label: string, figure: Figure): Row {
  return entry(label, stepOf(figure) ?? '', written(figure));
}

/** From the heat for the hot water to its share of the joint costs, each step with its arithmetic. */
function separationFacts(bill: Bill): Table {
  const { separation, figures: trace } = bill;
  const heat = trace.get(separation.hotWaterHeat?.figure ?? '');
  const share = trace.get(separation.hotWaterShare.figure);
  const [fuel, total] = share?.rule === 'HOT_WATER_SHARE' ? share.inputs : [];
  return {
    name: separationText.factsName,
    columns: [words('', 4), words('', 3), figures('')],
    rows: [
      ...given(heat, (figure) => [stepRow(separationText.heat, figure)]),
      ...given(fuel?.rule === 'HOT_WATER_FUEL' ? fuel : null, (figure) => [
        stepRow(separationText.fuel, figure),
      ]),
      ...given(total, (figure) => [stepRow(separationText.energy, figure)]),
      entry(
        separationText.share,
        share === undefined ? '' : (stepOf(share) ?? ''),
        formatPercent(exactly(separation.hotWaterShare.value), 4),
      ),
      entry(separationText.jointCosts, '', formatEuros(centsOfCosts(bill, 'joint'))),
    ],
  };
}

/** Costs of one purpose, the landlord's CO2 share already off. */
function centsOfCosts({ figures: trace }: Bill, target: 'joint' | Pot): Cents {
  return roundToCents(trace.get(`costs.${target}`)?.value ?? ZERO);
}

/** What each pot takes from the joint costs, and what belongs to it alone. */
function separationTable(bill: Bill): Table {
  const rowOf = (pot: Pot): Row => {
    const whole = sumCents(bill.pots.filter((line) => line.pot === pot).map((line) => line.total));
    const own = centsOfCosts(bill, pot);
    const joint = centsOf(whole - own);
    return entry(POT_NAMES[pot], formatPlainEuros(joint), formatPlainEuros(own), formatPlainEuros(whole));
  };
  return {
    name: separationText.splitName,
    columns: [
      words(''),
      figures(separationText.joint),
      figures(separationText.own),
      figures(separationText.sum),
    ],
    rows: [rowOf('heating'), rowOf('hotWater')],
  };
}

/** Base and consumption share of the pots and the price of a unit of each. */
export function pricesSection(input: StatementInput, pots: readonly PotLine[]): Block[] {
  return [
    heading(priceText.heading),
    paragraph(priceText.text),
    tableBlock(priceTable(input, pots)),
    ...fixedKeyRemarks(input, pots).map(paragraph),
  ];
}

/** Why some costs follow the size of the rooms alone: an exemption, or too many missing values. */
function fixedKeyRemarks({ case: billed }: StatementInput, pots: readonly PotLine[]): string[] {
  const byKeyOnly = pots.filter((pot) => pot.byBaseKeyOnly);
  const isExempt = ({ pot }: PotLine): boolean =>
    billed.property.exemptions.some((exemption) => exemption.pot === pot || exemption.pot === 'both');
  return [
    byKeyOnly.some(isExempt) ? priceText.exempt : [],
    byKeyOnly.every(isExempt) ? [] : priceText.byBaseKeyOnly,
  ].flat();
}

function titleOf({ pot, group }: PotLine, { case: billed }: StatementInput): string {
  return group === null ? POT_NAMES[pot] : `${POT_NAMES[pot]}, ${byId(billed.groups, group).label}`;
}

function priceTable(input: StatementInput, pots: readonly PotLine[]): Table {
  return {
    name: priceText.name,
    columns: [
      words(priceText.position),
      figures(priceText.amount),
      figures(priceText.sum),
      figures(priceText.price),
    ],
    rows: pots.flatMap((pot) => [groupHead(titleOf(pot, input)), ...priceRows(pot)]),
  };
}

function priceRows(pot: PotLine): Row[] {
  const key = baseKeyOf(pot);
  const consumptionShare = fractionOf(pot.consumptionPercent);
  const unit = unitName(pot.consumptionUnit);
  const base = entry(
    priceText.base(formatPercent(subtract(ONE, consumptionShare)), key.name),
    formatPlainEuros(pot.base),
    formatQuantity(exactly(pot.baseTotal.value), 2, key.unit),
    priceText.per(writePrice(pot.pricePerBase), key.unit),
  );
  const consumption =
    pot.pricePerConsumption === null
      ? []
      : [
          entry(
            priceText.consumption(formatPercent(consumptionShare)),
            formatPlainEuros(pot.consumption),
            formatQuantity(exactly(pot.consumptionTotal.value), 2, unit),
            priceText.per(writePrice(pot.pricePerConsumption), oneOfUnit(pot.consumptionUnit)),
          ),
        ];
  return [
    base,
    ...consumption,
    subtotal(priceText.potSum(POT_NAMES[pot.pot]), formatPlainEuros(pot.total), '', ''),
  ];
}
