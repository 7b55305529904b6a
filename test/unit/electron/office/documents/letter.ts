/** A small letter for tests of the drawing: every kind of block once, no bill behind it. */
import { plainDateOf } from '#shared/model/plain-date.ts';
import type { Block, PrintedDocument } from '#office/documents/model/printed-document.ts';

export function letterWith(
  blocks: readonly Block[],
  changes: Partial<PrintedDocument> = {},
): PrintedDocument {
  return {
    title: 'Probe',
    description: 'Ein Brief zur Probe',
    documentNumber: 'P-1',
    issuedOn: plainDateOf('2026-03-02'),
    office: { name: 'Messdienst Ilmtal', address: ['Am Stollen 21', '98693 Ilmenau'] },
    recipient: ['Timo Becker', 'Max-Planck-Ring 6A', '98693 Ilmenau'],
    facts: [{ label: 'Datum', value: '02.03.2026' }],
    sections: [{ orientation: 'portrait', blocks }],
    ...changes,
  };
}
