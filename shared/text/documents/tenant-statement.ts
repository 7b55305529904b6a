/** The words of a tenant's statement. */
import type { Cents } from '../../model/money.ts';
import type { Period } from '../../model/period.ts';
import type { PlainDate } from '../../model/plain-date.ts';
import { formatDate, formatEuros } from '../format.ts';
import { counted } from '../plural.ts';

export const TENANT_TEXT = {
  title: (period: Period): string =>
    `Heizkostenabrechnung ${formatDate(period.from)} bis ${formatDate(period.to)}`,
  description: 'Einzelabrechnung der Kosten für Heizung und Warmwasser nach der Heizkostenverordnung',

  facts: {
    property: 'Liegenschaft',
    unit: 'Nutzeinheit',
    number: 'Abrechnung',
    period: 'Zeitraum',
    usage: 'Ihre Nutzung',
    date: 'Datum',
  },

  letter: {
    salutation: 'Sehr geehrte Damen und Herren,',
    services: (heating: boolean, hotWater: boolean): string =>
      heating && hotWater ? 'Heizung und Warmwasser' : heating ? 'Heizung' : 'Warmwasser',
    introduction: (landlord: string, services: string, period: Period): string =>
      `im Auftrag von ${landlord} rechnen wir die Kosten für ${services} ab. ` +
      `Die Abrechnung gilt für die Zeit vom ${formatDate(period.from)} bis zum ${formatDate(period.to)}.`,
    ownPeriod: (from: PlainDate, to: PlainDate, days: number): string =>
      `Sie haben die Räume davon vom ${formatDate(from)} bis zum ${formatDate(to)} genutzt ` +
      `(${counted('de', days, 'Tag', 'Tage')}); Ihre Kosten sind auf diese Zeit berechnet.`,
    recalculate: 'Auf den folgenden Seiten können Sie jeden Betrag nachrechnen.',
    yourCosts: 'Ihre Kosten',
    prepayments: 'abzüglich Ihrer gezahlten Vorauszahlungen',
    toPay: 'Nachzahlung',
    credit: 'Guthaben',
    even: 'Ausgeglichen',
    payTo: (payBy: PlainDate | undefined): string =>
      payBy === undefined
        ? 'Bitte überweisen Sie die Nachzahlung auf dieses Konto und geben Sie die Nummer der Abrechnung an.'
        : `Bitte überweisen Sie die Nachzahlung bis zum ${formatDate(payBy)} auf dieses Konto und geben Sie ` +
          'die Nummer der Abrechnung an.',
    payWithoutAccount: (landlord: string): string =>
      `Auf welches Konto Sie die Nachzahlung überweisen, teilt Ihnen ${landlord} mit.`,
    creditToTenant: (landlord: string): string =>
      `Das Guthaben erhalten Sie von ${landlord}: als Auszahlung oder verrechnet mit Ihrer Miete.`,
    creditToOwner: (association: string): string => `Das Guthaben erhalten Sie von ${association}.`,
    evenText: 'Kosten und Vorauszahlungen sind gleich hoch. Es ist nichts zu zahlen.',
    payee: 'Empfänger',
    iban: 'IBAN',
    amount: 'Betrag',
    purpose: 'Verwendungszweck',
    composition: 'Ihre Kosten im Überblick',
    relief: (amount: Cents): string =>
      `Der Vermieteranteil an den Kohlendioxidkosten, ${formatEuros(amount)}, ist in diesen Beträgen schon abgezogen.`,
    estimated:
      'Ein Teil des Verbrauchs wurde nicht abgelesen, sondern ermittelt. Unter „Ihre Messgeräte“ steht, warum und wie.',
    objection:
      'Einwendungen gegen diese Abrechnung können Sie innerhalb von zwölf Monaten nach Erhalt erheben ' +
      '(§ 556 Abs. 3 BGB).',
    questions: 'Fragen zur Abrechnung beantworten wir gern.',
    closing: 'Mit freundlichen Grüßen',
  },

  overview: {
    name: 'Ihre Kosten im Überblick',
    position: 'Kostenart',
    base: 'Grundkosten (€)',
    consumption: 'Verbrauchskosten (€)',
    amount: 'Betrag (€)',
    heating: 'Heizung',
    hotWater: 'Warmwasser',
    net: 'Summe ohne Umsatzsteuer',
    tax: (ratePercent: string): string => `Umsatzsteuer ${ratePercent}`,
    sum: 'Ihre Kosten',
  },
} as const;
