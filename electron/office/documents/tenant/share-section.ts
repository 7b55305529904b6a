/** One user's share: quantity times price gives the amount, line by line. */
import type { FurtherLine, PotLine } from '#shared/billing/bill.ts';
import { degreeDaysOf } from '#shared/billing/degree-days.ts';
import type { Pot } from '#shared/billing/metered.ts';
import type { TimeKey } from '#shared/billing/case/rules.ts';
import { exactly } from '#shared/billing/case/values.ts';
import type { Cents } from '#shared/model/money.ts';
import { lengthInDays, type Period } from '#shared/model/period.ts';
import { divide, rational, type Rational } from '#shared/model/rational.ts';
import { DERIVATION_TEXT } from '#shared/text/documents/derivation.ts';
import { formatDecimal, formatPlainEuros, formatQuantity, formatShortDecimal } from '#shared/text/format.ts';
import { DEGREE_DAY_TABLES, POT_NAMES, unitName } from '#shared/text/documents/keys.ts';
import { heading, paragraph, smallPrint, tableBlock } from '../model/blocks.ts';
import type { Block } from '../model/printed-document.ts';
import { entry, figures, groupHead, words, type Column, type Row, type Table } from '../model/table.ts';
import { hasWholePeriod, type TenantView } from '../statement/statement-input.ts';
import { baseKeyOf, writePrice } from '../statement/pots-section.ts';

const { share: text } = DERIVATION_TEXT;

/** The part of a period that is a user's, as it enters his base costs (§ 9b Abs. 2 HeizkostenV). */
interface TimeShare {
  readonly part: Rational;
  readonly whole: Rational;
  readonly key: TimeKey;
}

export function shareSection(view: TenantView, pots: readonly PotLine[]): Block[] {
  return [
    heading(text.heading),
    paragraph(text.text),
    tableBlock(shareTable(view, pots)),
    ...timeRemarks(view).map(smallPrint),
  ];
}

function timeShareOf({ input, user }: TenantView, pot: Pot): TimeShare {
  const { degreeDayTable, heatingBase } = input.case.rules.userChange;
  const key = pot === 'heating' ? heatingBase : 'days';
  const measure = (period: Period): Rational =>
    key === 'days' ? rational(lengthInDays(period)) : degreeDaysOf(period, degreeDayTable);
  return { part: measure({ from: user.from, to: user.to }), whole: measure(input.bill.period), key };
}

/** The size of the unit in the unit of the pot's key. */
function sizeOf({ unit }: TenantView, pot: PotLine): Rational {
  const { living, heated, volume, heatedVolume } = unit.areas;
  const sizes: Readonly<Record<string, string | number | undefined>> = {
    livingArea: living,
    heatedArea: heated,
    volume,
    heatedVolume,
  };
  return exactly(sizes[pot.baseKey] ?? living);
}

function shareTable(view: TenantView, pots: readonly PotLine[]): Table {
  const isPart = !hasWholePeriod(view);
  const columns: Column[] = [
    words(text.position),
    figures(text.quantity),
    ...(isPart ? [figures(text.time)] : []),
    figures(text.price),
    figures(text.amount),
  ];
  const inLastColumn = (label: string, amount: Cents): Row =>
    entry(label, ...columns.slice(2).map(() => ''), formatPlainEuros(amount));
  const under = (head: string, lines: readonly FurtherLine[]): Row[] =>
    lines.length === 0
      ? []
      : [groupHead(head), ...lines.map((line) => inLastColumn(line.label, line.amount))];
  const { further, direct, total: sum } = view.user;
  return {
    name: text.name,
    columns,
    rows: [
      ...pots.flatMap((pot) => potRows(view, pot, isPart)),
      ...under(text.further, further),
      ...under(text.direct, direct),
      { ...inLastColumn(view.user.vat === null ? text.sum : text.net, sum), role: 'total' },
    ],
  };
}

function potRows(view: TenantView, pot: PotLine, isPart: boolean): Row[] {
  const { user } = view;
  const key = baseKeyOf(pot);
  const { part, whole } = timeShareOf(view, pot.pot);
  const quantity = user[pot.pot === 'heating' ? 'heatingConsumption' : 'hotWaterConsumption'];
  const consumption =
    pot.pricePerConsumption === null
      ? []
      : [
          entry(
            text.consumption,
            formatQuantity(exactly(quantity.value), 2, unitName(pot.consumptionUnit)),
            ...(isPart ? [''] : []),
            writePrice(pot.pricePerConsumption),
            formatPlainEuros(user[pot.pot].consumption),
          ),
        ];
  return [
    groupHead(POT_NAMES[pot.pot]),
    entry(
      text.base,
      formatQuantity(sizeOf(view, pot), 2, key.unit),
      ...(isPart ? [formatDecimal(divide(part, whole), 6)] : []),
      writePrice(pot.pricePerBase),
      formatPlainEuros(user[pot.pot].base),
    ),
    ...consumption,
  ];
}

/** Where the time shares come from; nothing for a user of the whole period. */
function timeRemarks(view: TenantView): string[] {
  if (hasWholePeriod(view)) return [];
  const table = DEGREE_DAY_TABLES[view.input.case.rules.userChange.degreeDayTable];
  return (['heating', 'hotWater'] as const).map((pot) => {
    const { part, whole, key } = timeShareOf(view, pot);
    return key === 'days'
      ? text.days(POT_NAMES[pot], formatDecimal(part, 0), formatDecimal(whole, 0))
      : text.degreeDays(formatShortDecimal(part, 0, 3), formatShortDecimal(whole, 0, 3), table);
  });
}
