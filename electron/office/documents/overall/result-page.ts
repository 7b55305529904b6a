/** The landlord's first page: what the costs were, where they went, and that it adds up. */
import type { Bill, UserLine } from '#shared/billing/bill.ts';
import { sumCents } from '#shared/model/money.ts';
import { addMonths } from '#shared/model/plain-date.ts';
import { formatDate, formatPlainEuros } from '#shared/text/format.ts';
import { OVERALL_TEXT } from '#shared/text/documents/overall-statement.ts';
import { heading, paragraph, tableBlock } from '../model/blocks.ts';
import type { Block } from '../model/printed-document.ts';
import { entry, figures, subtotal, total, words, type Row, type Table } from '../model/table.ts';
import type { StatementInput } from '../statement/statement-input.ts';

const { letter, totals, balances, open } = OVERALL_TEXT;
/** § 556 Abs. 3 S. 2 BGB. */
const MONTHS_TO_BILL = 12;

export function resultPage(input: StatementInput): Block[] {
  const { bill } = input;
  const deadline = addMonths(bill.period.to, MONTHS_TO_BILL);
  return [
    paragraph(letter.salutation),
    paragraph(letter.introduction(input.case.property.name)),
    heading(totals.heading),
    tableBlock(totalsTable(bill)),
    ...(bill.proof.difference === 0 ? [paragraph(totals.closes)] : []),
    heading(balances.heading),
    tableBlock(balancesTable(bill)),
    paragraph(balances.deadline(formatDate(deadline))),
    ...openQuestions(bill),
    paragraph(`${letter.closing}\n${input.office.name}`),
  ];
}

function tenanciesOf(bill: Bill): UserLine[] {
  return bill.users.filter((user) => user.kind === 'tenancy');
}

function totalsTable(bill: Bill): Table {
  const { invoices, users, vacancies, landlordCo2, landlordRounding, difference } = bill.proof;
  const distributed = sumCents([users, vacancies, landlordCo2, landlordRounding]);
  return {
    name: totals.name,
    columns: [words(totals.item), figures(totals.amount)],
    rows: [
      entry(totals.users(tenanciesOf(bill).length), formatPlainEuros(users)),
      entry(totals.vacancies, formatPlainEuros(vacancies)),
      entry(totals.landlordCo2, formatPlainEuros(landlordCo2)),
      ...(landlordRounding === 0 ? [] : [entry(totals.rounding, formatPlainEuros(landlordRounding))]),
      subtotal(totals.distributed, formatPlainEuros(distributed)),
      entry(totals.invoices, formatPlainEuros(invoices)),
      total(totals.difference, formatPlainEuros(difference)),
    ],
  };
}

function balanceOf(users: readonly UserLine[]): string {
  return formatPlainEuros(sumCents(users.map((user) => user.balance)));
}

function balancesTable(bill: Bill): Table {
  const tenancies = tenanciesOf(bill);
  const toPay = tenancies.filter((user) => user.balance > 0);
  const credit = tenancies.filter((user) => user.balance < 0);
  const rows: Row[] = [
    entry(balances.prepaid, formatPlainEuros(sumCents(tenancies.map((user) => user.prepaid)))),
    entry(balances.toPay(toPay.length), balanceOf(toPay)),
    entry(balances.credit(credit.length), balanceOf(credit)),
  ];
  return { name: balances.name, columns: [words(''), figures(totals.amount)], rows };
}

function openQuestions(bill: Bill): Block[] {
  const vacancies = bill.users.length - tenanciesOf(bill).length;
  const items = [
    bill.estimates.length === 0 ? [] : open.estimates(bill.estimates.length),
    vacancies === 0 ? [] : open.vacancies(vacancies),
  ].flat();
  return items.length === 0 ? [] : [{ kind: 'notice', title: open.title, items }];
}
