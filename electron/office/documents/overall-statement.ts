/** The statement the landlord gets: result, costs, prices, all users, CO2, determined values, meters (Gesamtabrechnung). */
import type { Result } from '#shared/model/result.ts';
import { OVERALL_TEXT } from '#shared/text/documents/overall-statement.ts';
import { formatDate, formatPeriod } from '#shared/text/format.ts';
import type { PrintedDocument } from './model/printed-document.ts';
import type { NotPrintable } from './model/printable.ts';
import { devicesSection, estimatesSection } from './overall/annexes.ts';
import { resultPage } from './overall/result-page.ts';
import { proposalsSection, usersSection } from './overall/users-section.ts';
import { renderDocument } from './render.ts';
import { co2Section } from './statement/co2-section.ts';
import { costsSection } from './statement/costs-section.ts';
import { groupsSection } from './statement/groups-section.ts';
import { pricesSection, separationSection } from './statement/pots-section.ts';
import type { StatementInput } from './statement/statement-input.ts';

/** The PDF of a property's overall statement; fails when a text cannot be printed. */
export function renderOverallStatement(input: StatementInput): Promise<Result<Uint8Array, NotPrintable>> {
  return renderDocument(overallStatement(input));
}

/** What the statement says. */
export function overallStatement(input: StatementInput): PrintedDocument {
  const { bill } = input;
  const { property, units } = input.case;
  const { facts } = OVERALL_TEXT;
  return {
    title: OVERALL_TEXT.title(bill.period),
    description: OVERALL_TEXT.description,
    documentNumber: input.documentNumber,
    issuedOn: input.issuedOn,
    office: input.office,
    ...(input.edition && { edition: input.edition }),
    recipient: [property.landlord.name, ...(property.landlord.address ?? [])],
    facts: [
      { label: facts.property, value: [property.name, ...property.address].join('\n') },
      { label: facts.number, value: input.documentNumber },
      { label: facts.period, value: formatPeriod(bill.period) },
      { label: facts.units, value: `${units.length}` },
      { label: facts.date, value: formatDate(input.issuedOn) },
    ],
    sections: [
      { orientation: 'portrait', blocks: resultPage(input) },
      {
        orientation: 'portrait',
        blocks: [
          ...costsSection(input),
          ...separationSection(input),
          ...groupsSection(input),
          ...pricesSection(input, bill.pots),
        ],
      },
      { orientation: 'landscape', blocks: usersSection(input) },
      { orientation: 'portrait', blocks: [...co2Section(bill), ...proposalsSection(input)] },
      { orientation: 'landscape', blocks: [...estimatesSection(input), ...devicesSection(input)] },
    ].filter(({ blocks }) => blocks.length > 0) as PrintedDocument['sections'],
  };
}
