/** The internal sheet about rights to cut the bill: which, why, on what base, how much for whom. Nobody's letter. */
import type { ReductionRight, RiskLine } from '#shared/billing/bill.ts';
import type { FindingCode } from '#shared/billing/findings.ts';
import { rightOf } from '#shared/billing/reductions.ts';
import { sumCents } from '#shared/model/money.ts';
import type { Result } from '#shared/model/result.ts';
import { RIGHTS } from '#shared/text/documents/keys.ts';
import { RISK_CAUSES, RISK_TEXT } from '#shared/text/documents/risk-sheet.ts';
import { formatDate, formatPlainEuros, NO_BREAK_SPACE } from '#shared/text/format.ts';
import { heading, list, paragraph, smallPrint, tableBlock } from './model/blocks.ts';
import type { Block, PrintedDocument } from './model/printed-document.ts';
import type { NotPrintable } from './model/printable.ts';
import { entry, figures, total, words, type Row, type Table } from './model/table.ts';
import { renderDocument } from './render.ts';
import { byId, type StatementInput } from './statement/statement-input.ts';

const { overview, causes, users: userText } = RISK_TEXT;
const RIGHTS_IN_ORDER: readonly ReductionRight[] = ['R15', 'R3_remote', 'R3_info', 'R3_co2'];

/** The PDF of a bill's risk sheet; fails when a text cannot be printed. */
export function renderRiskSheet(input: StatementInput): Promise<Result<Uint8Array, NotPrintable>> {
  return renderDocument(riskSheet(input));
}

/** What the sheet says. */
export function riskSheet(input: StatementInput): PrintedDocument {
  const { property } = input.case;
  const { facts, notice } = RISK_TEXT;
  const { lines } = input.bill.risk;
  return {
    title: RISK_TEXT.title(input.bill.period),
    description: RISK_TEXT.description,
    documentNumber: input.documentNumber,
    issuedOn: input.issuedOn,
    office: input.office,
    ...(input.edition && { edition: input.edition }),
    facts: [
      { label: facts.property, value: [property.name, ...property.address].join(', ') },
      { label: facts.landlord, value: property.landlord.name },
      { label: facts.number, value: input.documentNumber },
      { label: facts.date, value: formatDate(input.issuedOn) },
    ],
    sections: [
      {
        orientation: 'portrait',
        blocks: [
          { kind: 'notice', title: notice.title, items: notice.items },
          heading(overview.heading),
          tableBlock(overviewTable(lines)),
          ...(lines.length === 0 ? [paragraph(RISK_TEXT.none)] : findingsOf(lines, input)),
        ],
      },
    ],
  };
}

function findingsOf(lines: readonly RiskLine[], input: StatementInput): Block[] {
  const codes = [...new Set(lines.flatMap((line) => line.triggers))] as FindingCode[];
  const sentences = codes.flatMap((code) => RISK_CAUSES[code] ?? []);
  const hasOtherReading = lines.some((line) => line.otherReading !== null);
  return [
    heading(causes.heading),
    list(sentences),
    heading(userText.heading),
    tableBlock(usersTable(lines, input, hasOtherReading)),
    ...(hasOtherReading ? [smallPrint(userText.otherReading)] : []),
  ];
}

function nameOf({ right, contested }: RiskLine): string {
  return contested ? overview.contested(RIGHTS[right]) : RIGHTS[right];
}

function percentOf(right: ReductionRight): string {
  return `${rightOf(right).percent}${NO_BREAK_SPACE}%`;
}

/** All four rights, so that a clerk sees which of them were looked for and do not exist. */
function overviewTable(lines: readonly RiskLine[]): Table {
  const rows = RIGHTS_IN_ORDER.map((right): Row => {
    const ofRight = lines.filter((line) => line.right === right);
    const [first] = ofRight;
    const common = [first ? nameOf(first) : RIGHTS[right], rightOf(right).norm, percentOf(right)] as const;
    if (!first) return entry(...common, overview.nobody, '');
    const sum = sumCents(ofRight.map((line) => line.amount));
    return entry(...common, `${ofRight.length}`, formatPlainEuros(sum));
  });
  return {
    name: overview.name,
    columns: [
      words(overview.right, 3),
      words(overview.norm, 2),
      figures(overview.percent),
      figures(overview.users),
      figures(overview.amount),
    ],
    rows: [
      ...rows,
      total(overview.sum, '', '', '', formatPlainEuros(sumCents(lines.map((line) => line.amount)))),
    ],
  };
}

function usersTable(lines: readonly RiskLine[], input: StatementInput, hasOtherReading: boolean): Table {
  const rows = lines.map((line): Row => {
    const tenancy = byId(input.case.tenancies, line.user);
    const unit = byId(input.case.units, tenancy.unit);
    const cells = [
      unit.label,
      tenancy.tenant.name,
      nameOf(line),
      percentOf(line.right),
      formatPlainEuros(line.base),
      formatPlainEuros(line.amount),
    ];
    const other = line.otherReading === null ? '' : formatPlainEuros(line.otherReading.amount);
    return { ...entry(...cells, ...(hasOtherReading ? [other] : [])), carries: [line.amount] };
  });
  const sum = formatPlainEuros(sumCents(lines.map((line) => line.amount)));
  return {
    name: userText.name,
    columns: [
      words(userText.unit, 3),
      words(userText.user, 4),
      words(userText.right, 4),
      figures(userText.percent),
      figures(userText.base),
      figures(userText.amount),
      ...(hasOtherReading ? [figures(userText.other)] : []),
    ],
    rows: [...rows, total(userText.sum, '', '', '', '', sum, ...(hasOtherReading ? [''] : []))],
    carriedColumns: [5],
  };
}
