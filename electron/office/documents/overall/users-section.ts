/** The list of all users with their costs and balances, and what they might prepay from now on. */
import type { Positions, UserLine } from '#shared/billing/bill.ts';
import { exactly } from '#shared/billing/case/values.ts';
import type { Pot } from '#shared/billing/metered.ts';
import { centsOf, sumCents, type Cents } from '#shared/model/money.ts';
import { OVERALL_TEXT } from '#shared/text/documents/overall-statement.ts';
import { unitName } from '#shared/text/documents/keys.ts';
import { formatDecimal, formatPeriod, formatPlainEuros } from '#shared/text/format.ts';
import { heading, paragraph, smallPrint, tableBlock } from '../model/blocks.ts';
import type { Block } from '../model/printed-document.ts';
import { entry, figures, total, words, type Column, type Row, type Table } from '../model/table.ts';
import { byId, type StatementInput } from '../statement/statement-input.ts';

const { users: text, proposals: proposalText } = OVERALL_TEXT;
export function usersSection(input: StatementInput): Block[] {
  return [heading(text.heading), tableBlock(usersTable(input)), smallPrint(text.sign)];
}

function sumOf({ base, consumption }: Positions): Cents {
  return centsOf(base + consumption);
}

/** A column of money of the list. A vacancy owes nobody a balance. */
interface MoneyColumn {
  readonly head: string;
  readonly of: (user: UserLine) => Cents;
}

function othersOf(user: UserLine): Cents {
  return centsOf(user.total - sumOf(user.heating) - sumOf(user.hotWater));
}

function moneyColumns(users: readonly UserLine[]): MoneyColumn[] {
  const others = { head: text.others, of: othersOf };
  return [
    { head: text.heating, of: (user) => sumOf(user.heating) },
    { head: text.hotWater, of: (user) => sumOf(user.hotWater) },
    ...(users.some((user) => othersOf(user) !== 0) ? [others] : []),
    { head: text.total, of: (user) => user.total },
    { head: text.prepaid, of: (user) => user.prepaid },
    { head: text.balance, of: (user) => (user.kind === 'vacancy' ? centsOf(0) : user.balance) },
  ];
}

function usersTable(input: StatementInput): Table {
  const { bill } = input;
  const unitOf = (pot: Pot): string =>
    unitName(bill.pots.find((line) => line.pot === pot)?.consumptionUnit ?? '');
  const money = moneyColumns(bill.users);
  const sums = money.map((column) => formatPlainEuros(sumCents(bill.users.map((user) => column.of(user)))));
  const described: Column[] = [
    words(text.unit, 3),
    words(text.user, 4),
    words(text.period, 2),
    figures(text.area),
    figures(text.heatingUse(unitOf('heating'))),
    figures(text.hotWaterUse(unitOf('hotWater'))),
  ];
  return {
    name: text.name,
    columns: [...described, ...money.map(({ head }) => figures(head))],
    rows: [
      ...bill.users.map((user) => userRow(user, input, money)),
      total(text.sum, ...described.slice(1).map(() => ''), ...sums),
    ],
    carriedColumns: money.map((_column, index) => described.length + index),
  };
}

function quantity(value: string): string {
  return formatDecimal(exactly(value), 1);
}

function userRow(user: UserLine, input: StatementInput, money: readonly MoneyColumn[]): Row {
  const unit = byId(input.case.units, user.unit);
  const carries = money.map((column) => column.of(user));
  const cells = [
    unit.label,
    nameOf(user, input),
    isWhole(user, input) ? text.wholePeriod : formatPeriod({ from: user.from, to: user.to }),
    formatDecimal(exactly(unit.areas.living), 2),
    quantity(user.heatingConsumption.value),
    quantity(user.hotWaterConsumption.value),
    ...carries.map(formatPlainEuros),
  ];
  return { ...entry(...cells), carries };
}

function isWhole({ from, to }: UserLine, { bill }: StatementInput): boolean {
  return from === bill.period.from && to === bill.period.to;
}

function nameOf(user: UserLine, input: StatementInput): string {
  return user.kind === 'vacancy' ? text.vacancy : byId(input.case.tenancies, user.id).tenant.name;
}

/** What each tenant might prepay a month; the landlord declares it, the bill only proposes. */
export function proposalsSection(input: StatementInput): Block[] {
  const proposals = input.bill.users.flatMap((user) =>
    user.kind === 'vacancy' || user.proposedMonthlyPrepayment === null
      ? []
      : [{ user, monthly: user.proposedMonthlyPrepayment }],
  );
  if (proposals.length === 0) return [];
  const table: Table = {
    name: proposalText.name,
    columns: [words(text.unit), words(text.user), figures(proposalText.monthly)],
    rows: proposals.map(({ user, monthly }) =>
      entry(byId(input.case.units, user.unit).label, nameOf(user, input), formatPlainEuros(monthly)),
    ),
  };
  return [heading(proposalText.heading), paragraph(proposalText.text), tableBlock(table)];
}
