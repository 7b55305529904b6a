/** The words of the internal risk sheet: rights to cut the bill that tenants might declare. */
import type { FindingCode } from '../../billing/findings.ts';
import type { Period } from '../../model/period.ts';
import { formatDate } from '../format.ts';

export const RISK_TEXT = {
  title: (period: Period): string =>
    `Risikoblatt zur Heizkostenabrechnung ${formatDate(period.from)} bis ${formatDate(period.to)}`,
  description: 'Internes Blatt: mögliche Kürzungsrechte der Nutzer',

  facts: {
    property: 'Liegenschaft',
    landlord: 'Vermieter',
    number: 'Dokument',
    date: 'Datum',
  },

  notice: {
    title: 'Nur für den internen Gebrauch',
    items: [
      'Keiner dieser Beträge ist in einer Abrechnung abgezogen. Ein Kürzungsrecht wirkt erst, wenn ein Nutzer es ' +
        'nach Zugang seiner Abrechnung erklärt.',
      'Mehrere Rechte sind hier auf derselben Grundlage zusammengezählt; ob sie nacheinander anzuwenden sind, ist ' +
        'nicht entschieden.',
    ],
  },

  none: 'Für diese Abrechnung wurde kein Kürzungsrecht gefunden.',

  overview: {
    heading: 'Welche Rechte ausgelöst sind',
    name: 'Kürzungsrechte im Überblick',
    right: 'Recht',
    norm: 'Vorschrift',
    percent: 'Satz',
    users: 'Nutzer',
    nobody: 'keiner',
    amount: 'Summe (€)',
    sum: 'Zusammen',
    contested: (right: string): string => `${right} (umstritten)`,
  },

  causes: {
    heading: 'Wodurch sie ausgelöst werden',
  },

  users: {
    heading: 'Beträge je Nutzer',
    name: 'Beträge je Nutzer',
    unit: 'Nutzeinheit',
    user: 'Nutzer',
    right: 'Recht',
    percent: 'Satz',
    base: 'Grundlage (€)',
    amount: 'Betrag (€)',
    other: 'Andere Lesart (€)',
    sum: 'Zusammen',
    otherReading:
      'Andere Lesart: Das Recht trifft nur den falsch abgerechneten Teil der Kosten („soweit“, § 12 Abs. 1 HeizkostenV).',
  },
} as const;

/** What set a right off, as a sentence for the clerk; findings that never do are not listed. */
export const RISK_CAUSES: Partial<Record<FindingCode, string>> = {
  HOT_WATER_HEAT_NOT_MEASURED:
    'Die Wärme für das Warmwasser ist nicht gemessen (§ 9 Abs. 2 HeizkostenV; BGH VIII ZR 151/20).',
  PREMETER_MISSING:
    'Die Nutzergruppen haben keine Vorerfassung (§ 5 Abs. 7, § 6 Abs. 2 HeizkostenV; BGH VIII ZR 329/14).',
  INTERIM_READING_OMITTED: 'Beim Nutzerwechsel wurde nicht zwischenabgelesen (§ 9b Abs. 1 HeizkostenV).',
  BILLED_BY_BASE_KEY:
    'Für mehr als 25 % der Fläche fehlen Messwerte; die Kosten sind nach festem Maßstab verteilt (§ 9a Abs. 2 ' +
    'HeizkostenV). Ob dann gekürzt werden darf, ist umstritten.',
  NOT_REMOTE_READABLE:
    'Geräte sind nicht fernablesbar, obwohl sie es sein müssen (§ 5 Abs. 2, 3 HeizkostenV).',
  INFORMATION_INCOMPLETE: 'Verbrauchsinformationen fehlen oder sind unvollständig (§ 6a HeizkostenV).',
  CO2_DATA_MISSING:
    'Der Lieferant hat die Kohlendioxidangaben nicht ausgewiesen; sie fehlen in der Abrechnung (§ 7 Abs. 3 CO2KostAufG).',
};
