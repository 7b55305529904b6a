/** From the invoices to the sum that is distributed: cost list with receipts, stocks of fuel, the CO2 deduction. */
import type { CostLine, StockLine } from '#shared/billing/bill.ts';
import type { Cost, Invoice } from '#shared/billing/case/costs.ts';
import { exactly } from '#shared/billing/case/values.ts';
import { centsOf, sumCents } from '#shared/model/money.ts';
import { DERIVATION_TEXT } from '#shared/text/documents/derivation.ts';
import { formatDate, formatPlainEuros, formatShortDecimal } from '#shared/text/format.ts';
import { unitName } from '#shared/text/documents/keys.ts';
import { heading, subheading, tableBlock } from '../model/blocks.ts';
import type { Block } from '../model/printed-document.ts';
import { entry, figures, groupHead, subtotal, total, words, type Row, type Table } from '../model/table.ts';
import type { StatementInput } from './statement-input.ts';

const { costs: text, stock: stockText } = DERIVATION_TEXT;
const TARGETS = ['joint', 'heating', 'hotWater'] as const;

export function costsSection(input: StatementInput): Block[] {
  return [
    heading(text.heading),
    tableBlock(costTable(input)),
    ...input.bill.stocks.flatMap((line) => [
      subheading(stockText.heading(line.label)),
      tableBlock(stockTable(line)),
    ]),
  ];
}

/** The distributed costs by what they are for; further and direct costs stand in the tenant's own table. */
function costTable(input: StatementInput): Table {
  const { bill } = input;
  const groups = TARGETS.flatMap((target): Row[] => {
    const rows = [
      ...bill.stocks.filter((line) => line.target === target).map(stockRow),
      ...inOrderOfCase(input)
        .filter((line) => line.target === target)
        .map((line) => costRow(line, input)),
    ];
    return rows.length === 0 ? [] : [groupHead(text[target]), ...rows];
  });
  const listed = bill.costs.filter((line) => TARGETS.some((target) => target === line.target));
  const sum = sumCents([
    ...listed.map((line) => line.inPeriod),
    ...bill.stocks.map((line) => line.consumed.amount),
  ]);
  const landlord = bill.co2?.landlord ?? centsOf(0);
  const deduction =
    landlord === 0
      ? []
      : [
          subtotal(text.sum, '', '', formatPlainEuros(sum)),
          entry(text.co2, '', '', formatPlainEuros(centsOf(0 - landlord))),
        ];
  return {
    name: text.name,
    columns: [words(text.item, 5), words(text.document, 6), figures(text.invoiced), figures(text.inPeriod)],
    rows: [
      ...groups,
      ...deduction,
      total(text.distributed, '', '', formatPlainEuros(centsOf(sum - landlord))),
    ],
  };
}

/** The bill lists its costs by id; whoever entered them expects them as they were entered. */
function inOrderOfCase({ bill, case: given }: StatementInput): CostLine[] {
  const places = new Map(given.costs.map(({ id }, place) => [id, place]));
  return bill.costs.toSorted((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
}

function stockRow(line: StockLine): Row {
  const amount = formatPlainEuros(line.consumed.amount);
  return entry(line.label, text.fromStock, '', amount);
}

function costRow(line: CostLine, input: StatementInput): Row {
  const cost: Cost | undefined = input.case.costs.find(({ id }) => id === line.id);
  const cells = [line.label, documentOf(cost?.invoice), formatPlainEuros(line.invoiced)];
  return entry(...cells, formatPlainEuros(line.inPeriod));
}

function documentOf(invoice: Invoice | undefined): string {
  if (invoice === undefined) return '';
  const { supplier, number, date } = invoice;
  return text.documentOf(supplier, number, date === undefined ? undefined : formatDate(date));
}

function quantity(value: string): string {
  return formatShortDecimal(exactly(value), 0, 2);
}

function stockTable(line: StockLine): Table {
  return {
    name: stockText.heading(line.label),
    columns: [
      words(stockText.item),
      figures(stockText.quantity(unitName(line.unit))),
      figures(stockText.amount),
    ],
    rows: [
      entry(stockText.opening, quantity(line.opening.quantity), formatPlainEuros(line.opening.amount)),
      ...line.deliveries.map((delivery) =>
        entry(
          stockText.delivery(formatDate(delivery.date)),
          quantity(delivery.quantity),
          formatPlainEuros(delivery.amount),
        ),
      ),
      entry(
        stockText.closing,
        `−${quantity(line.closing.quantity)}`,
        formatPlainEuros(centsOf(0 - line.closing.amount)),
      ),
      total(stockText.consumed, quantity(line.consumed.quantity), formatPlainEuros(line.consumed.amount)),
    ],
  };
}
