/** The last parts of a statement: labour costs for the tax return, and the tenant's rights. */
import { DERIVATION_TEXT } from '#shared/text/documents/derivation.ts';
import { formatPlainEuros } from '#shared/text/format.ts';
import { LABOUR_TEXT, NOTES_TEXT } from '#shared/text/documents/annexes.ts';
import { ROUNDING } from '#shared/text/documents/keys.ts';
import { heading, list, paragraph, tableBlock } from '../model/blocks.ts';
import type { Block } from '../model/printed-document.ts';
import { entry, figures, words } from '../model/table.ts';
import { isFlatTenant, type TenantView } from '../statement/statement-input.ts';

/** Labour within the share (§ 35a EStG); only for people who live there, and only where there is some. */
export function labourSection({ user, unit }: TenantView): Block[] {
  const { craftsman, household } = user.labour;
  if (unit.kind !== 'flat' || craftsman + household === 0) return [];
  const rows = [
    ...(household === 0 ? [] : [entry(LABOUR_TEXT.household, formatPlainEuros(household))]),
    ...(craftsman === 0 ? [] : [entry(LABOUR_TEXT.craftsman, formatPlainEuros(craftsman))]),
  ];
  return [
    heading(LABOUR_TEXT.heading),
    paragraph(LABOUR_TEXT.text),
    tableBlock({ name: LABOUR_TEXT.name, columns: [words(''), figures(LABOUR_TEXT.amount)], rows }),
  ];
}

/** Objection, receipts, dispute resolution, vacancies, rounding. */
export function notesSection(view: TenantView): Block[] {
  const { input } = view;
  const { property, rules, information } = input.case;
  const isTenant = isFlatTenant(view);
  const hasVacancy = input.bill.users.some((user) => user.kind === 'vacancy');
  const notes = [
    isTenant ? NOTES_TEXT.objection : [],
    NOTES_TEXT.inspection(property.landlord.name),
    information?.disputeResolution === undefined || !isTenant
      ? []
      : NOTES_TEXT.dispute(information.disputeResolution),
    hasVacancy ? NOTES_TEXT.vacancy : [],
    NOTES_TEXT.rounding(ROUNDING[rules.rounding]),
    DERIVATION_TEXT.share.displayPrices,
  ].flat();
  return [heading(NOTES_TEXT.heading), list(notes)];
}
