/** The consumption information that goes with every bill by consumption (§ 6a Abs. 3 HeizkostenV). */
import type { InformationLine, Quantity } from '#shared/billing/bill.ts';
import type { ClimateFactor, Information } from '#shared/billing/case/information.ts';
import { centsIn, exactly, fractionOf } from '#shared/billing/case/values.ts';
import type { BarPair } from '#shared/chart/bar-comparison.ts';
import type { PrintColour } from '#shared/chart/print-colours.ts';
import { centsOf, sumCents } from '#shared/model/money.ts';
import { toNumber } from '#shared/model/rational.ts';
import {
  formatDecimal,
  formatPercent,
  formatPeriod,
  formatPlainEuros,
  formatQuantity,
  formatShortDecimal,
} from '#shared/text/format.ts';
import { INFORMATION_TEXT } from '#shared/text/documents/annexes.ts';
import { given, heading, list, paragraph, smallPrint, subheading, tableBlock } from '../model/blocks.ts';
import type { Block } from '../model/printed-document.ts';
import { entry, figures, total, words, type Table } from '../model/table.ts';
import type { TenantView } from '../statement/statement-input.ts';

const text = INFORMATION_TEXT;

/** Chart and figures where there is a previous period, a note where there is none, then the facts of the plant. */
export function informationPage(view: TenantView): Block[] {
  const line = view.user.information;
  return [
    heading(text.heading),
    smallPrint(text.norm),
    ...(line === null ? [paragraph(text.noComparison)] : comparison(view, line)),
    ...given(view.input.case.information, factsOf),
  ];
}

function comparison(view: TenantView, line: InformationLine): Block[] {
  const isComparable = line.adjustedKwh !== null && line.previousAdjustedKwh !== null;
  const notes = [text.adjusted, line.converted ? text.converted : [], sourcesOf(view)].flat();
  return [
    ...(isComparable ? chartOf(view, line) : [paragraph(text.noComparison)]),
    tableBlock(comparisonTable(view, line)),
    smallPrint(notes.join(' ')),
  ];
}

function kilowattHours(quantity: Quantity | null): number | undefined {
  return quantity === null ? undefined : toNumber(exactly(quantity.value));
}

function pair(label: string, colour: PrintColour, now: number, before?: number, average?: number): BarPair {
  return {
    label,
    colour,
    now,
    ...(before !== undefined && { before }),
    ...(average !== undefined && { average }),
  };
}

/** Heating is compared weather-adjusted, hot water as it was; both together with the average user. */
function chartOf({ tenancy }: TenantView, line: InformationLine): Block[] {
  const heating = kilowattHours(line.adjustedKwh) ?? 0;
  const heatingBefore = kilowattHours(line.previousAdjustedKwh);
  const hotWater = kilowattHours(line.hotWaterKwh);
  const written = tenancy.previous?.hotWaterKwh;
  const hotWaterBefore = written === undefined ? undefined : toNumber(exactly(written));
  const average = kilowattHours(line.averageUserKwh);
  const pairs = [
    pair(text.chart.heating, 'heat', heating, heatingBefore),
    ...(hotWater === undefined ? [] : [pair(text.chart.hotWater, 'hotWater', hotWater, hotWaterBefore)]),
    ...(average === undefined
      ? []
      : [pair(text.chart.together, 'accent', heating + (hotWater ?? 0), undefined, average)]),
  ];
  const bars = {
    unit: 'kWh',
    nowLabel: text.chart.now,
    beforeLabel: text.chart.before,
    averageLabel: text.chart.average,
    pairs,
  };
  return [{ kind: 'bars', bars, alternative: text.chart.alternative(pairs.map(inWords)) }];
}

function inWords({ label, now, before, average }: BarPair): string {
  return [
    `${label} ${formatQuantity(now, 0, 'kWh')}`,
    before === undefined ? [] : `${text.chart.before} ${formatQuantity(before, 0, 'kWh')}`,
    average === undefined ? [] : `${text.chart.average} ${formatQuantity(average, 0, 'kWh')}`,
  ]
    .flat()
    .join(', ');
}

const NO_VALUE = '–';

function wholeKwh(value: string | number | undefined): string {
  return value === undefined ? NO_VALUE : formatDecimal(exactly(value), 0);
}

function factorText(factor: ClimateFactor | undefined): string {
  return factor === undefined ? NO_VALUE : formatDecimal(exactly(factor.value), 2);
}

function comparisonTable({ input, tenancy }: TenantView, line: InformationLine): Table {
  const { climateFactor, previousClimateFactor } = input.case.information ?? {};
  const { adjustedKwh, previousAdjustedKwh, changePercent, hotWaterKwh, averageUserKwh } = line;
  const change = changePercent === null ? NO_VALUE : formatQuantity(exactly(changePercent.value), 1, '%');
  const rows = text.table;
  return {
    name: rows.name,
    columns: [words(''), figures(rows.now), figures(rows.before), figures(rows.change)],
    rows: [
      entry(rows.heating, wholeKwh(line.heatingKwh.value), wholeKwh(tenancy.previous?.heatingKwh), ''),
      entry(rows.factor, factorText(climateFactor), factorText(previousClimateFactor), ''),
      entry(rows.adjusted, wholeKwh(adjustedKwh?.value), wholeKwh(previousAdjustedKwh?.value), change),
      ...given(hotWaterKwh, ({ value }) => [
        entry(rows.hotWater, wholeKwh(value), wholeKwh(tenancy.previous?.hotWaterKwh), ''),
      ]),
      ...given(averageUserKwh, ({ value }) => [entry(rows.average, wholeKwh(value), '', '')]),
    ],
  };
}

function sourcesOf({ input }: TenantView): string[] {
  const { climateFactor, previousClimateFactor, averageUser } = input.case.information ?? {};
  return [
    climateFactor === undefined ? [] : text.table.factorSource(climateFactor.source, climateFactor.postcode),
    previousClimateFactor === undefined
      ? []
      : text.table.previousPeriod(formatPeriod(previousClimateFactor.period)),
    averageUser === undefined ? [] : text.table.averageSource(averageUser.category, averageUser.source),
  ].flat();
}

/** Energy mix, network, taxes, fees and advice: the same for everyone in the house. */
function factsOf(information: Information): Block[] {
  const { energyMix, network, taxesAndLevies, deviceFees, contacts } = information;
  return [
    ...given(energyMix, (mix) => [tableBlock(mixTable(mix))]),
    ...given(network, ({ name, emissionsKgPerYear, primaryEnergyFactor }) => [
      paragraph(
        text.network(
          name,
          formatQuantity(exactly(emissionsKgPerYear), 0, 'kg'),
          formatShortDecimal(exactly(primaryEnergyFactor), 0, 3),
        ),
      ),
    ]),
    ...given(taxesAndLevies, (items) => [tableBlock(amountsTable(text.taxes, items))]),
    ...given(deviceFees, (items) => [tableBlock(amountsTable(text.fees, items))]),
    ...given(contacts, (bodies) => [
      subheading(text.contacts),
      list(bodies.map(({ name, address }) => `${name}, ${address}`)),
    ]),
  ];
}

function mixTable(mix: NonNullable<Information['energyMix']>): Table {
  return {
    name: text.mix,
    columns: [words(text.mix), figures(text.share)],
    rows: mix.map(({ source, percent }) => entry(source, formatPercent(fractionOf(percent), 1))),
  };
}

function amountsTable(name: string, items: NonNullable<Information['deviceFees']>): Table {
  const amounts = items.map(({ amount }) => centsIn(amount));
  return {
    name,
    columns: [words(name), figures(text.amount)],
    rows: [
      ...items.map(({ label }, index) => entry(label, formatPlainEuros(amounts[index] ?? centsOf(0)))),
      ...(items.length > 1 ? [total(text.sum, formatPlainEuros(sumCents(amounts)))] : []),
    ],
  };
}
