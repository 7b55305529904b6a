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
import type { Block } from '../model/printed-document.ts';
import { entry, figures, total, words, type Table } from '../model/table.ts';
import type { TenantView } from '../statement/statement-input.ts';

const text = INFORMATION_TEXT;

/** Chart and figures where there is a previous period, a note where there is none, then the facts of the plant. */
export function informationPage(view: TenantView): Block[] {
  const { information } = view.input.case;
  const line = view.user.information;
  return [
    { kind: 'heading', level: 2, text: text.heading },
    { kind: 'paragraph', text: text.norm, style: 'small' },
    ...(line === null ? [{ kind: 'paragraph', text: text.noConsumption } as const] : comparison(view, line)),
    ...(information === undefined ? [] : factsOf(information)),
  ];
}

function comparison(view: TenantView, line: InformationLine): Block[] {
  const isComparable = line.adjustedKwh !== null && line.previousAdjustedKwh !== null;
  const notes = [text.adjusted, line.converted ? text.converted : [], sourcesOf(view)].flat();
  return [
    ...(isComparable ? chartOf(view, line) : [{ kind: 'paragraph', text: text.noComparison } as const]),
    { kind: 'table', table: comparisonTable(view, line) },
    { kind: 'paragraph', text: notes.join(' '), style: 'small' },
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

function comparisonTable({ input, tenancy }: TenantView, line: InformationLine): Table {
  const { climateFactor, previousClimateFactor } = input.case.information ?? {};
  const kwh = (quantity: Quantity | null): string =>
    quantity === null ? '–' : formatDecimal(exactly(quantity.value), 0);
  const plain = (value: string | number | undefined): string =>
    value === undefined ? '–' : formatDecimal(exactly(value), 0);
  const factor = (value: ClimateFactor | undefined): string =>
    value === undefined ? '–' : formatDecimal(exactly(value.value), 2);
  const change =
    line.changePercent === null ? '–' : `${formatDecimal(exactly(line.changePercent.value), 1)}\u00a0%`;
  const rows = text.table;
  return {
    name: rows.name,
    columns: [words(''), figures(rows.now), figures(rows.before), figures(rows.change)],
    rows: [
      entry(rows.heating, kwh(line.heatingKwh), plain(tenancy.previous?.heatingKwh), ''),
      entry(rows.factor, factor(climateFactor), factor(previousClimateFactor), ''),
      entry(rows.adjusted, kwh(line.adjustedKwh), kwh(line.previousAdjustedKwh), change),
      ...(line.hotWaterKwh === null
        ? []
        : [entry(rows.hotWater, kwh(line.hotWaterKwh), plain(tenancy.previous?.hotWaterKwh), '')]),
      ...(line.averageUserKwh === null ? [] : [entry(rows.average, kwh(line.averageUserKwh), '', '')]),
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
    ...(energyMix === undefined ? [] : [tableBlock(mixTable(energyMix))]),
    ...(network === undefined
      ? []
      : [
          {
            kind: 'paragraph',
            text: text.network(
              network.name,
              formatQuantity(exactly(network.emissionsKgPerYear), 0, 'kg'),
              formatShortDecimal(exactly(network.primaryEnergyFactor), 0, 3),
            ),
          } as const,
        ]),
    ...(taxesAndLevies === undefined ? [] : [tableBlock(amountsTable(text.taxes, taxesAndLevies))]),
    ...(deviceFees === undefined ? [] : [tableBlock(amountsTable(text.fees, deviceFees))]),
    ...(contacts === undefined
      ? []
      : [
          { kind: 'heading', level: 3, text: text.contacts } as const,
          { kind: 'list', items: contacts.map(({ name, address }) => `${name}, ${address}`) } as const,
        ]),
  ];
}

function tableBlock(table: Table): Block {
  return { kind: 'table', table };
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
