/** The words of the landlord's overall statement. */
import type { Period } from '../../model/period.ts';
import { formatDate } from '../format.ts';
import { counted } from '../plural.ts';

export const OVERALL_TEXT = {
  title: (period: Period): string =>
    `Gesamtabrechnung Heizkosten ${formatDate(period.from)} bis ${formatDate(period.to)}`,
  description: 'Gesamtabrechnung der Kosten für Heizung und Warmwasser einer Liegenschaft',

  facts: {
    property: 'Liegenschaft',
    number: 'Abrechnung',
    period: 'Zeitraum',
    units: 'Nutzeinheiten',
    date: 'Datum',
  },

  letter: {
    salutation: 'Sehr geehrte Damen und Herren,',
    introduction: (property: string): string =>
      `wir haben die Kosten für Heizung und Warmwasser der Liegenschaft ${property} abgerechnet. Diese ` +
      'Gesamtabrechnung zeigt, wie sich die Kosten auf die Nutzer, auf leer stehende Räume und auf Ihren Anteil ' +
      'an den Kohlendioxidkosten verteilen.',
    closing: 'Mit freundlichen Grüßen',
  },

  totals: {
    heading: 'Ergebnis',
    name: 'Ergebnis',
    item: '',
    amount: 'Betrag (€)',
    invoices: 'Kosten laut Belegen und Beständen',
    users: (count: number): string => counted('de', count, 'Einzelabrechnung', 'Einzelabrechnungen'),
    vacancies: 'Leer stehende Räume (trägt die Vermieterseite)',
    landlordCo2: 'Vermieteranteil an den Kohlendioxidkosten',
    rounding: 'Rundungsdifferenz (trägt die Vermieterseite)',
    distributed: 'Verteilt',
    difference: 'Differenz',
    closes: 'Die verteilten Beträge stimmen auf den Cent mit den Kosten überein.',
  },

  balances: {
    heading: 'Vorauszahlungen und Salden',
    name: 'Vorauszahlungen und Salden',
    prepaid: 'Gezahlte Vorauszahlungen',
    toPay: (count: number): string => `Nachzahlungen (${count})`,
    credit: (count: number): string => `Guthaben (${count})`,
    deadline: (date: string): string =>
      `Die Einzelabrechnungen müssen den Mietern bis zum ${date} zugehen; danach sind Nachforderungen in der ` +
      'Regel ausgeschlossen (§ 556 Abs. 3 BGB).',
  },

  open: {
    title: 'Bitte beachten',
    estimates: (count: number): string =>
      count === 1
        ? 'Ein Verbrauch wurde nicht abgelesen, sondern ermittelt. Einzelheiten stehen unter „Ermittelte Werte“.'
        : `${count} Verbräuche wurden nicht abgelesen, sondern ermittelt. Einzelheiten stehen unter „Ermittelte Werte“.`,
    vacancies: (count: number): string =>
      count === 1
        ? 'Eine Nutzeinheit stand zeitweise leer. Ihre Kosten für diese Zeit tragen Sie.'
        : `${count} Zeiten mit Leerstand sind berücksichtigt. Die Kosten für diese Zeiten tragen Sie.`,
  },

  users: {
    heading: 'Alle Nutzer',
    name: 'Alle Nutzer',
    unit: 'Nutzeinheit',
    user: 'Nutzer',
    period: 'Zeitraum',
    area: 'Fläche (m²)',
    heatingUse: (unit: string): string => `Heizung (${unit})`,
    hotWaterUse: (unit: string): string => `Warmwasser (${unit})`,
    heating: 'Heizung (€)',
    hotWater: 'Warmwasser (€)',
    others: 'Weitere (€)',
    total: 'Kosten (€)',
    prepaid: 'Vorauszahlung (€)',
    balance: 'Saldo (€)',
    vacancy: 'Leerstand',
    wholePeriod: 'durchgehend',
    sum: 'Summe',
    sign: 'Saldo: positive Beträge sind Nachzahlungen, negative Guthaben.',
  },

  proposals: {
    heading: 'Vorschlag für neue Vorauszahlungen',
    text:
      'Ihre Kosten geteilt durch die genutzten Monate. Eine Anpassung erklären Sie den Mietern in Textform ' +
      '(§ 560 Abs. 4 BGB).',
    name: 'Vorschlag für neue Vorauszahlungen',
    monthly: 'monatlich (€)',
  },

  estimates: {
    heading: 'Ermittelte Werte',
    name: 'Ermittelte Werte',
    unit: 'Nutzeinheit',
    pot: 'Bereich',
    method: 'Verfahren (§ 9a Abs. 1 HeizkostenV)',
    reason: 'Grund',
    result: 'Ergebnis',
    area: 'Fläche (m²)',
  },

  devices: {
    heading: 'Messgeräte',
    houseName: 'Messgeräte der Liegenschaft',
    name: 'Messgeräte der Nutzeinheiten',
    unit: 'Nutzeinheit',
    place: 'Ort',
    number: 'Gerätenummer',
    kind: 'Art',
    opening: 'Erster Stand',
    closing: 'Letzter Stand',
    remote: 'Fernablesung',
    calibrated: 'Geeicht bis',
    yes: 'ja',
    no: 'nein',
    estimated: '* Dieser Wert wurde nicht abgelesen, sondern ermittelt.',
  },
} as const;
