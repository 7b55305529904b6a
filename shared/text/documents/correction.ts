/** The words of the page that says what a corrected bill changes for one tenant. */
import type { PositionName } from '../../billing/bill-difference.ts';
import type { PlainDate } from '../../model/plain-date.ts';
import { formatDate } from '../format.ts';

const POSITIONS: Readonly<Record<PositionName, string>> = {
  heatingBase: 'Heizung, Grundkosten',
  heatingConsumption: 'Heizung, Verbrauchskosten',
  hotWaterBase: 'Warmwasser, Grundkosten',
  hotWaterConsumption: 'Warmwasser, Verbrauchskosten',
  further: 'Weitere Kosten',
  direct: 'Von Ihnen veranlasst',
};

export const CORRECTION_TEXT = {
  heading: 'Was sich geändert hat',
  replaces: (number: string, issuedOn: PlainDate): string =>
    `Diese Abrechnung ersetzt die Abrechnung ${number} vom ${formatDate(issuedOn)}.`,
  reason: (reason: string): string => `Grund der Korrektur: ${reason}`,
  nothing: 'Ihre Beträge bleiben gleich.',
  notComparable:
    'Die frühere Abrechnung ist nach einer älteren Fassung der Rechenregeln entstanden. Ihre Beträge stehen dort.',

  name: 'Frühere und neue Beträge',
  position: 'Betrag',
  why: 'Warum',
  before: 'Bisher (€)',
  after: 'Jetzt (€)',
  change: 'Änderung (€)',
  positions: POSITIONS,
  costs: 'Ihre Kosten',
  tax: 'Umsatzsteuer',
  prepaid: 'Gezahlte Vorauszahlungen',
  balance: 'Ergebnis',
  signs: 'Ein Ergebnis über null ist eine Nachzahlung, eines unter null ein Guthaben.',

  because: {
    house: (after: string, before: string): string => `Kosten im Haus ${after} statt ${before}`,
    consumption: (after: string, before: string): string => `Ihr Verbrauch ${after} statt ${before}`,
    days: (after: number, before: number): string => `Ihre Nutzung ${after} Tage statt ${before}`,
    others: 'Die Aufteilung im Haus hat sich geändert',
  },
};
