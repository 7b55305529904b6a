/** The letter with a month's consumption (§ 6a Abs. 1 and 2 HeizkostenV): compared, drawn, and without any money. */
import type { DataState } from '#shared/consumption/data-state.ts';
import type { Medium } from '#shared/consumption/heat-tariff.ts';
import type { Period } from '#shared/model/period.ts';
import type { PlainDate } from '#shared/model/plain-date.ts';
import {
  compare,
  divide,
  isZero,
  negate,
  ONE,
  rational,
  roundHalfUp,
  subtract,
  type Rational,
} from '#shared/model/rational.ts';
import type { Result } from '#shared/model/result.ts';
import { MONTHLY_LETTER_TEXT as TEXT } from '#shared/text/documents/monthly-letter.ts';
import {
  formatDate,
  formatDecimal,
  formatPercent,
  formatQuantity,
  formatShortDecimal,
} from '#shared/text/format.ts';
import { heading, list, paragraph, smallPrint, subheading, tableBlock } from './model/blocks.ts';
import type { Block, Edition, Office, PrintedDocument, PrintedMonths } from './model/printed-document.ts';
import type { NotPrintable } from './model/printable.ts';
import { entry, figures, words, type Row } from './model/table.ts';
import { renderDocument } from './render.ts';

/** What was counted in one month; a quantity is null where it is not known, which is not zero. */
export interface MonthOfMedium {
  readonly state: DataState;
  readonly kwh: Rational | null;
  /** As the meters count, in the order of `LetterMedium.countedIn`. */
  readonly counted: readonly (Rational | null)[];
  readonly read: number;
  readonly devices: number;
  readonly until: PlainDate | null;
}

export interface LetterMedium {
  readonly medium: Medium;
  readonly countedIn: readonly ('units' | 'kWh' | 'm3')[];
  readonly month: MonthOfMedium;
  /** Null where the tenant did not live there for the whole of it. */
  readonly previous: MonthOfMedium | null;
  readonly lastYear: MonthOfMedium | null;
  /** How counted units became kilowatt-hours; null where they are measured as such or cannot be told. */
  readonly conversion: {
    readonly kwhPerUnit: Rational;
    readonly countedIn: 'units' | 'm3';
    readonly of: Period;
  } | null;
  readonly chart: LetterChart | null;
}

export interface LetterChart {
  readonly shownIn: 'units' | 'kWh' | 'm3';
  readonly months: readonly Period[];
  /** The base share first where it may be told. */
  readonly series: readonly {
    readonly id: string;
    readonly kind: 'base' | 'room' | 'rooms';
    readonly name: string;
    readonly values: readonly (Rational | null)[];
  }[];
  /** Null where no billing period says how cost is spread. */
  readonly consumptionPercent: number | null;
  /** The base share would give away a neighbour. */
  readonly isBaseHidden: boolean;
}

export interface MonthlyLetter {
  readonly office: Office;
  readonly edition?: Edition;
  readonly issuedOn: PlainDate;
  readonly documentNumber: string;
  readonly recipient: readonly string[];
  readonly property: string;
  readonly unit: string;
  readonly month: Period;
  readonly previous: Period;
  readonly lastYear: Period;
  readonly media: readonly LetterMedium[];
  readonly average: { readonly kwh: Rational; readonly category: string; readonly source: string } | null;
  readonly contacts: readonly { readonly name: string; readonly address: string }[];
}

/** The PDF of the letter; fails when a text cannot be printed. */
export function renderMonthlyLetter(input: MonthlyLetter): Promise<Result<Uint8Array, NotPrintable>> {
  return renderDocument(monthlyLetter(input));
}

/** What the letter says. */
export function monthlyLetter(input: MonthlyLetter): PrintedDocument {
  const { facts } = TEXT;
  return {
    title: TEXT.title(input.month),
    description: TEXT.description,
    documentNumber: input.documentNumber,
    issuedOn: input.issuedOn,
    office: input.office,
    ...(input.edition && { edition: input.edition }),
    recipient: input.recipient,
    facts: [
      { label: facts.property, value: input.property },
      { label: facts.unit, value: input.unit },
      { label: facts.month, value: TEXT.monthName(input.month) },
      { label: facts.date, value: formatDate(input.issuedOn) },
    ],
    sections: [
      {
        orientation: 'portrait',
        blocks: [
          paragraph(TEXT.greeting),
          ...input.media.map((medium) => paragraph(sentenceOf(input, medium))),
          tableBlock({
            name: TEXT.table.name,
            columns: [
              words(''),
              figures(TEXT.monthName(input.month)),
              figures(TEXT.monthName(input.previous)),
              figures(TEXT.monthName(input.lastYear)),
            ],
            rows: [...input.media.flatMap(rowsOf), ...averageRow(input)],
          }),
          smallPrint(notesOf(input).join(' ')),
          ...input.media.flatMap(chartBlocks),
          ...(input.contacts.length === 0
            ? []
            : [
                subheading(TEXT.contacts),
                list(input.contacts.map(({ name, address }) => `${name}, ${address}`)),
              ]),
          smallPrint(TEXT.closing),
        ],
      },
    ],
  };
}

/** Compared with the same month a year before, or else with the month before; never with half a value. */
function sentenceOf({ month, previous, lastYear }: MonthlyLetter, of: LetterMedium): string {
  const { sentence } = TEXT;
  const { kwh, state } = of.month;
  if (kwh === null) return sentence.missing(month, of.medium);
  const used = sentence.used(month, of.medium, formatQuantity(kwh, 0, 'kWh'));
  if (state === 'incomplete') return `${used}${sentence.alone} ${sentence.incomplete}`;
  const reference = [
    { time: lastYear, kwh: wholeKwhOf(of.lastYear) },
    { time: previous, kwh: wholeKwhOf(of.previous) },
  ].find((one) => one.kwh !== null && !isZero(one.kwh));
  if (!reference?.kwh) return used + sentence.alone;
  const change = roundHalfUp(subtract(divide(kwh, reference.kwh), ONE), 2);
  if (isZero(change)) return used + sentence.same(reference.time);
  return compare(change, rational(0)) > 0
    ? used + sentence.more(reference.time, formatPercent(change, 0))
    : used + sentence.less(reference.time, formatPercent(negate(change), 0));
}

function wholeKwhOf(month: MonthOfMedium | null): Rational | null {
  return month === null || month.state === 'incomplete' ? null : month.kwh;
}

function rowsOf({ medium, countedIn, month, previous, lastYear }: LetterMedium): Row[] {
  const name = TEXT.media[medium];
  const times = [month, previous, lastYear];
  return [
    entry(TEXT.table.row(name, 'kWh'), ...times.map((time) => written(time?.kwh, 0))),
    ...countedIn.flatMap((unit, index) =>
      unit === 'kWh'
        ? []
        : [
            entry(
              TEXT.table.row(name, TEXT.units[unit]),
              ...times.map((time) => written(time?.counted[index], unit === 'm3' ? 2 : 1)),
            ),
          ],
    ),
    entry(
      TEXT.table.state(name),
      ...times.map((time) => (time === null ? TEXT.noValue : TEXT.states[time.state])),
    ),
  ];
}

function averageRow({ average }: MonthlyLetter): Row[] {
  return average === null ? [] : [entry(TEXT.table.average, written(average.kwh, 0), '', '')];
}

function written(value: Rational | null | undefined, places: number): string {
  return value === null || value === undefined ? TEXT.noValue : formatDecimal(value, places);
}

function notesOf({ media, average }: MonthlyLetter): string[] {
  const { notes } = TEXT;
  const times = media.flatMap(({ month, previous, lastYear }) => [month, previous, lastYear]);
  return [
    times.some((time) => time === null || time.kwh === null) ? notes.noValue : [],
    times.some((time) => time?.state === 'estimated') ? notes.estimated : [],
    media.flatMap(({ medium, month }) =>
      month.state === 'incomplete'
        ? notes.incomplete(TEXT.media[medium], month.read, month.devices, month.until)
        : [],
    ),
    media.flatMap(({ medium, conversion, month }) => {
      if (conversion !== null)
        return notes.converted(
          TEXT.media[medium],
          formatShortDecimal(conversion.kwhPerUnit, 2, 4),
          conversion.countedIn === 'm3' ? TEXT.units.m3 : 'Einheit',
          conversion.of,
        );
      return month.kwh === null && month.state !== 'missing' ? notes.notConverted(TEXT.media[medium]) : [];
    }),
    average === null ? notes.noAverage : notes.average(average.category, average.source),
  ].flat();
}

function chartBlocks({ medium, chart }: LetterMedium): Block[] {
  if (chart === null) return [];
  const name = TEXT.media[medium];
  const { consumptionPercent, isBaseHidden } = chart;
  const hasBase = chart.series.some(({ kind }) => kind === 'base');
  return [
    heading(TEXT.chart.heading(name)),
    ...(hasBase && consumptionPercent !== null
      ? [
          smallPrint(
            TEXT.chart.withBase(
              formatPercent(rational(100 - consumptionPercent, 100), 0),
              formatPercent(rational(consumptionPercent, 100), 0),
            ),
          ),
        ]
      : []),
    ...(isBaseHidden ? [smallPrint(TEXT.chart.withoutBase)] : []),
    {
      kind: 'months',
      chart: printedMonths(chart, medium),
      alternative: TEXT.chart.alternative(name, TEXT.units[chart.shownIn], chart.months.map(inWords(chart))),
    },
  ];
}

function nameOf({ kind, name }: LetterChart['series'][number]): string {
  if (kind === 'base') return TEXT.chart.base;
  if (kind === 'rooms') return TEXT.chart.rooms;
  return name === '' ? TEXT.chart.noRoom : name;
}

function printedMonths({ shownIn, months, series }: LetterChart, medium: Medium): PrintedMonths {
  return {
    unit: TEXT.units[shownIn],
    colour: medium === 'heating' ? 'heat' : 'hotWater',
    months: months.map(TEXT.shortMonth),
    series: series.map((one) => ({
      id: one.id,
      isBase: one.kind === 'base',
      name: nameOf(one),
      values: one.values,
    })),
  };
}

/** A month of the chart for those who cannot see it. */
function inWords({ series, shownIn }: LetterChart) {
  return (month: Period, index: number): string =>
    TEXT.chart.month(
      month,
      series.flatMap((one) => {
        const value = one.values[index];
        return value === null || value === undefined
          ? []
          : `${nameOf(one)} ${formatQuantity(value, 0, TEXT.units[shownIn])}`;
      }),
    );
}
