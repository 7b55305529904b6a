/** The statement one tenant gets: letter, derivation, devices, information, notes (Einzelabrechnung). */
import type { PotLine } from '#shared/billing/bill.ts';
import type { Result } from '#shared/model/result.ts';
import { formatDate, formatPeriod } from '#shared/text/format.ts';
import { TENANT_TEXT } from '#shared/text/documents/tenant-statement.ts';
import type { PrintedDocument } from './model/printed-document.ts';
import type { NotPrintable } from './model/printable.ts';
import { renderDocument } from './render.ts';
import {
  hasWholePeriod,
  viewTenancy,
  type TenantStatementInput,
  type TenantView,
} from './statement/statement-input.ts';
import { labourSection, notesSection } from './tenant/closing-sections.ts';
import { co2Section } from './statement/co2-section.ts';
import { correctionPage } from './tenant/correction-page.ts';
import { costsSection } from './statement/costs-section.ts';
import { devicesSection } from './tenant/devices-section.ts';
import { informationPage } from './tenant/information-page.ts';
import { letterPage } from './tenant/letter.ts';
import { groupsSection } from './statement/groups-section.ts';
import { pricesSection, separationSection } from './statement/pots-section.ts';
import { shareSection } from './tenant/share-section.ts';

/**
 * The PDF of one tenancy's statement (§ 556 BGB, §§ 6 to 9b and 6a Abs. 3 HeizkostenV, § 7 Abs. 3 CO2KostAufG). No
 * right to cut the bill is ever deducted in it. Throws a RangeError for a vacancy or an unknown tenancy; fails when
 * a text cannot be printed.
 */
export function renderTenantStatement(
  input: TenantStatementInput,
): Promise<Result<Uint8Array, NotPrintable>> {
  return renderDocument(tenantStatement(input));
}

/** What the statement says. */
export function tenantStatement(input: TenantStatementInput): PrintedDocument {
  const view = viewTenancy(input);
  const { bill } = input;
  const pots = potsOf(view);
  const correction = correctionPage(view);
  return {
    title: TENANT_TEXT.title(bill.period),
    description: TENANT_TEXT.description,
    documentNumber: input.documentNumber,
    issuedOn: input.issuedOn,
    office: input.office,
    ...(input.edition && { edition: input.edition }),
    recipient: recipientOf(view),
    facts: factsOf(view),
    sections: [
      { orientation: 'portrait', blocks: letterPage(view) },
      ...(correction.length === 0 ? [] : [{ orientation: 'portrait', blocks: correction } as const]),
      {
        orientation: 'portrait',
        blocks: [
          ...costsSection(input),
          ...separationSection(input),
          ...groupsSection(input),
          ...pricesSection(input, pots),
          ...shareSection(view, pots),
          ...devicesSection(view),
          ...informationPage(view),
          ...co2Section(bill, view.user),
          ...labourSection(view),
          ...notesSection(view),
        ],
      },
    ],
  };
}

/** The pots the unit is part of: those of its user group, and only what it is supplied with. */
function potsOf({ input, unit }: TenantView): PotLine[] {
  return input.bill.pots.filter(
    ({ pot, group }) => (group === null || group === unit.group) && unit.supplied[pot],
  );
}

function recipientOf({ tenancy, input }: TenantView): string[] {
  return [tenancy.tenant.name, ...(tenancy.tenant.address ?? input.case.property.address)];
}

function factsOf(view: TenantView): PrintedDocument['facts'] {
  const { input, unit, user } = view;
  const { property } = input.case;
  const { facts } = TENANT_TEXT;
  const location = unit.location === undefined ? '' : `, ${unit.location}`;
  return [
    { label: facts.property, value: [property.name, ...property.address].join('\n') },
    { label: facts.unit, value: `${unit.label}${location}` },
    { label: facts.number, value: input.documentNumber },
    { label: facts.period, value: formatPeriod(input.bill.period) },
    ...(hasWholePeriod(view)
      ? []
      : [{ label: facts.usage, value: formatPeriod({ from: user.from, to: user.to }) }]),
    { label: facts.date, value: formatDate(input.issuedOn) },
  ];
}
