/** How the pots were split among user groups before anything else (Vorerfassung, § 6 Abs. 2 HeizkostenV). */
import type { PotLine } from '#shared/billing/bill.ts';
import { fractionOf } from '#shared/billing/case/values.ts';
import type { Figure } from '#shared/billing/trace.ts';
import { DERIVATION_TEXT } from '#shared/text/documents/derivation.ts';
import { BASE_KEYS, POT_NAMES, unitName } from '#shared/text/documents/keys.ts';
import { formatPercent, formatPlainEuros, formatQuantity } from '#shared/text/format.ts';
import { heading, paragraph, tableBlock } from '../model/blocks.ts';
import type { Block } from '../model/printed-document.ts';
import { entry, figures, groupHead, words, type Row } from '../model/table.ts';
import { byId, type StatementInput } from './statement-input.ts';

const { groups: text } = DERIVATION_TEXT;

/** The split among groups; nothing for a house without them. */
export function groupsSection(input: StatementInput): Block[] {
  const { premeter } = input.case.rules;
  const grouped = input.bill.pots.filter(({ group }) => group !== null);
  if (grouped.length === 0 || premeter === undefined) return [];
  const share = formatPercent(fractionOf(premeter.consumptionPercent));
  return [
    heading(text.heading),
    paragraph(text.text(share, BASE_KEYS[premeter.key].name)),
    tableBlock({
      name: text.name,
      columns: [words(text.group), figures(text.recorded), figures(text.key), figures(text.amount)],
      rows: (['heating', 'hotWater'] as const).flatMap((pot) => {
        const rows = grouped.filter((line) => line.pot === pot).map((line) => groupRow(line, input));
        return rows.length === 0 ? [] : [groupHead(POT_NAMES[pot]), ...rows];
      }),
    }),
  ];
}

function groupRow(line: PotLine, input: StatementInput): Row {
  const { figures: trace } = input.bill;
  const id = `group.${line.group}.${line.pot}`;
  const label = byId(input.case.groups, line.group ?? '').label;
  const recorded = trace.get(`${id}.byConsumption`)?.inputs[2];
  const size = trace.get(`${id}.byKey`)?.inputs[2];
  return entry(label, quantityOf(recorded), quantityOf(size), formatPlainEuros(line.total));
}

function quantityOf(figure: Figure | undefined): string {
  return figure === undefined ? '' : formatQuantity(figure.value, 2, unitName(figure.unit));
}
