/** The first page of a tenant's statement: what it is about, the result, how to pay, the costs at a glance. */
import { formatEuros, formatPercent, formatPlainEuros } from '#shared/text/format.ts';
import type { UserLine } from '#shared/billing/bill.ts';
import { centsOf, type Cents } from '#shared/model/money.ts';
import { fractionOf } from '#shared/billing/case/values.ts';
import { TENANT_TEXT } from '#shared/text/documents/tenant-statement.ts';
import { heading, paragraph, tableBlock } from '../model/blocks.ts';
import type { Balance, Block, Transfer } from '../model/printed-document.ts';
import { entry, figures, remark, total, words, type Row, type Table } from '../model/table.ts';
import { hasWholePeriod, isFlatTenant, type TenantView } from '../statement/statement-input.ts';

const { letter, overview } = TENANT_TEXT;

export function letterPage(view: TenantView): Block[] {
  const { user, input } = view;
  const landlord = input.case.property.landlord.name;
  const introduction = [
    letter.introduction(landlord, servicesOf(view), input.bill.period),
    hasWholePeriod(view) ? [] : letter.ownPeriod(user.from, user.to, user.days),
    letter.recalculate,
  ].flat();
  const isEstimated = input.bill.estimates.some((estimate) => estimate.unit === user.unit);
  const remarks = [
    isEstimated ? letter.estimated : [],
    isFlatTenant(view) ? letter.objection : [],
    letter.questions,
  ].flat();
  return [
    paragraph(letter.salutation),
    paragraph(introduction.join(' ')),
    { kind: 'balance', balance: balanceOf(view) },
    { kind: 'transfer', transfer: transferOf(view) },
    heading(letter.composition),
    tableBlock(overviewTable(view)),
    paragraph(remarks.join(' ')),
    paragraph(`${letter.closing}\n${input.office.name}`),
  ];
}

/** What the bill is about: a plant may serve only one of the two. */
function servicesOf({ input }: TenantView): string {
  const served = new Set(input.bill.pots.map(({ pot }) => pot));
  return letter.services(served.has('heating'), served.has('hotWater'));
}

/** Costs with the tax of a commercial tenant whose landlord opted for it. */
function owedBy(user: UserLine): Cents {
  return user.vat?.gross ?? user.total;
}

function balanceOf({ user }: TenantView): Balance {
  const word = user.balance > 0 ? letter.toPay : user.balance < 0 ? letter.credit : letter.even;
  return {
    steps: [
      { label: letter.yourCosts, value: formatEuros(owedBy(user)) },
      { label: letter.prepayments, value: formatEuros(centsOf(0 - user.prepaid)) },
    ],
    word,
    amount: formatEuros(centsOf(Math.abs(user.balance))),
  };
}

function transferOf(view: TenantView): Transfer {
  const { user, input } = view;
  const landlord = input.case.property.landlord.name;
  if (user.balance < 0) {
    const { creditToTenant, creditToOwner } = letter;
    const text = input.case.property.ownersAssociation ? creditToOwner : creditToTenant;
    return { text: text(landlord), details: [] };
  }
  if (user.balance === 0) return { text: letter.evenText, details: [] };
  const { account } = input;
  if (account === undefined) return { text: letter.payWithoutAccount(landlord), details: [] };
  return {
    text: letter.payTo(input.payBy),
    details: [
      { label: letter.payee, value: account.holder },
      { label: letter.iban, value: inGroupsOfFour(account.iban) },
      { label: letter.amount, value: formatEuros(user.balance) },
      { label: letter.purpose, value: input.documentNumber },
    ],
    giroCode: {
      payee: account.holder,
      iban: account.iban,
      amount: user.balance,
      purpose: input.documentNumber,
    },
  };
}

function inGroupsOfFour(iban: string): string {
  return iban.replaceAll(/\s/g, '').replaceAll(/(.{4})(?=.)/g, '$1\u00a0');
}

function overviewTable({ user }: TenantView): Table {
  const pots: Row[] = (['heating', 'hotWater'] as const).flatMap((pot) => {
    const { base, consumption } = user[pot];
    const sum = centsOf(base + consumption);
    const isBilled = sum !== 0 || pot === 'heating';
    return isBilled
      ? [entry(overview[pot], formatPlainEuros(base), formatPlainEuros(consumption), formatPlainEuros(sum))]
      : [];
  });
  const others = [...user.further, ...user.direct].map((line) =>
    entry(line.label, '', '', formatPlainEuros(line.amount)),
  );
  const remarks = user.co2.relief > 0 ? [remark(letter.relief(user.co2.relief))] : [];
  const vat =
    user.vat === null
      ? []
      : [
          entry(overview.net, '', '', formatPlainEuros(user.vat.net)),
          entry(
            overview.tax(formatPercent(fractionOf(user.vat.ratePercent))),
            '',
            '',
            formatPlainEuros(user.vat.tax),
          ),
        ];
  return {
    name: overview.name,
    columns: [
      words(overview.position),
      figures(overview.base),
      figures(overview.consumption),
      figures(overview.amount),
    ],
    rows: [
      ...pots,
      ...others,
      ...vat,
      total(overview.sum, '', '', formatPlainEuros(owedBy(user))),
      ...remarks,
    ],
  };
}
