/** The words every printed document shares. Documents are always German. */
import type { Cents } from '../../model/money.ts';
import { formatEuros, NO_BREAK_SPACE } from '../format.ts';

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

export const DOCUMENT_TEXT = {
  /** What makes a document one of its kind; the check number is also on the screen. */
  number: (documentNumber: string, checkNumber: string | undefined): string =>
    checkNumber === undefined
      ? documentNumber
      : `${documentNumber} · Prüfnummer${NO_BREAK_SPACE}${checkNumber.replace('-', '\u2011')}`,

  /** Over every page of what must not be taken for a bill. */
  marks: {
    demo: 'Demo – alle Daten sind erfunden',
    draft: 'Entwurf – noch nicht gültig',
    cancelled: 'Storniert – nicht mehr gültig',
  },

  footer: (documentNumber: string, page: number, pages: number): string =>
    `${documentNumber} · Seite${NO_BREAK_SPACE}${page} von${NO_BREAK_SPACE}${pages}`,

  table: {
    carriedSum: 'Zwischensumme',
    carriedOver: 'Übertrag',
  },

  giroCode: {
    caption: 'Überweisen mit GiroCode',
    alternative: (transfer: { readonly payee: string; readonly amount: Cents }): string =>
      `GiroCode für die Überweisung von ${formatEuros(transfer.amount)} an ${transfer.payee}.`,
  },

  /** Where on a document a text stands. */
  place: {
    office: 'Absender',
    address: (line: number): string => `Anschrift, Zeile ${line}`,
    facts: (label: string): string => `Angabe „${label}“ im Kopf`,
    title: 'Betreff',
    section: (heading: string): string => `Abschnitt „${heading}“`,
    column: (table: string, column: number): string => `Tabelle „${table}“, Kopf der Spalte ${column}`,
    cell: (table: string, row: number, column: number): string =>
      `Tabelle „${table}“, Zeile ${row}, Spalte ${column}`,
    transfer: 'Zahlungsangaben',
    chart: 'Diagramm',
  },

  notPrintable: (character: string, place: string): string =>
    `Das Zeichen ${codePoint(character)} lässt sich mit der Schrift der Dokumente nicht drucken. ` +
    `Fundstelle: ${place}. Bitte schreiben Sie den Text dort mit lateinischen, griechischen oder ` +
    'kyrillischen Buchstaben.',
} as const;
