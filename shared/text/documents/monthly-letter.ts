/** The words of the monthly consumption information (§ 6a Abs. 1 and 2 HeizkostenV). It names no money. */
import { monthOf, yearOf, type PlainDate } from '../../model/plain-date.ts';
import type { Period } from '../../model/period.ts';
import { formatDate, formatPeriod, NO_BREAK_SPACE } from '../format.ts';

const MONTHS = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
] as const;

/** `September 2025`. */
function monthName({ from }: Period): string {
  return `${MONTHS[monthOf(from) - 1] ?? ''} ${yearOf(from)}`;
}

/** `09/25`, below a column. */
function shortMonth({ from }: Period): string {
  return `${from.slice(5, 7)}/${from.slice(2, 4)}`;
}

export const MONTHLY_LETTER_TEXT = {
  monthName,
  shortMonth,
  title: (month: Period) => `Verbrauchsinformation ${monthName(month)}`,
  description: 'Monatliche Verbrauchsinformation',
  facts: { property: 'Liegenschaft', unit: 'Nutzeinheit', month: 'Monat', date: 'Datum' },
  greeting: 'Guten Tag,',
  media: { heating: 'Heizung', hotWater: 'Warmwasser' },
  used: { heating: 'zum Heizen', hotWater: 'für warmes Wasser' },
  units: { units: 'Einheiten', kWh: 'kWh', m3: 'm³' },
  sentence: {
    used: (month: Period, medium: 'heating' | 'hotWater', kwh: string) =>
      `Im ${monthName(month)} haben Sie ${MONTHLY_LETTER_TEXT.used[medium]} ${kwh} verbraucht`,
    more: (month: Period, percent: string) => `, ${percent} mehr als im ${monthName(month)}.`,
    less: (month: Period, percent: string) => `, ${percent} weniger als im ${monthName(month)}.`,
    same: (month: Period) => `, so viel wie im ${monthName(month)}.`,
    alone: '.',
    missing: (month: Period, medium: 'heating' | 'hotWater') =>
      `Für den ${monthName(month)} liegt ${MONTHLY_LETTER_TEXT.used[medium]} kein Verbrauch in Kilowattstunden vor.`,
    incomplete: 'Der Wert ist unvollständig und deshalb zu niedrig.',
  },
  table: {
    name: 'Ihr Verbrauch im Vergleich',
    row: (medium: string, unit: string) => `${medium} (${unit})`,
    state: (medium: string) => `${medium}: Stand der Daten`,
    average: 'Durchschnittsnutzer, Heizung (kWh)',
  },
  states: {
    complete: 'vollständig',
    estimated: 'geschätzt',
    incomplete: 'unvollständig',
    missing: 'fehlt',
  },
  noValue: '–',
  notes: {
    noValue:
      'Ein Strich heißt, dass es keinen Wert gibt oder dass Sie die Wohnung in diesem Monat nicht die ganze Zeit bewohnt haben.',
    estimated:
      'Geschätzt heißt: Zum Beginn oder Ende des Monats liegt kein Funktelegramm vor; der Wert ist zwischen zwei Telegrammen berechnet.',
    incomplete: (medium: string, read: number, devices: number, until: PlainDate | null) =>
      `${medium}: ${read} von ${devices} Messgeräten haben gemeldet` +
      (until === null ? '.' : `, zuletzt am ${formatDate(until)}.`),
    converted: (medium: string, factor: string, unit: string, of: Period) =>
      `${medium}: Die Kilowattstunden sind umgerechnet, 1 ${unit} entspricht ${factor}${NO_BREAK_SPACE}kWh. Grundlage ist die Abrechnung ${formatPeriod(of)}.`,
    notConverted: (medium: string) =>
      `${medium}: Kilowattstunden lassen sich noch nicht angeben. Die Geräte zählen anders, und die Umrechnung ergibt sich erst aus der ersten Abrechnung des Gebäudes.`,
    average: (category: string, source: string) =>
      `Durchschnittsnutzer: ${category}; Quelle: ${source}. Der Jahreswert je m² Wohnfläche ist nach Gradtagszahlen auf den Monat verteilt.`,
    noAverage: 'Durchschnittsnutzer: kein Vergleichswert.',
  },
  chart: {
    heading: (medium: string) => `${medium} nach Monaten`,
    base: 'Grundanteil',
    rooms: 'Ihre Räume',
    noRoom: 'ohne Raum',
    alternative: (medium: string, unit: string, months: readonly string[]) =>
      `${medium} nach Monaten in ${unit}: ${months.join('; ')}.`,
    month: (month: Period, parts: readonly string[]) =>
      `${shortMonth(month)} ${parts.length === 0 ? 'kein Wert' : parts.join(', ')}`,
    withBase: (basePercent: string, consumptionPercent: string) =>
      `Der Grundanteil ist Ihr Teil an den ${basePercent} der Wärme des Gebäudes, die nach Fläche verteilt werden. Die Räume zeigen die ${consumptionPercent}, die nach Verbrauch verteilt werden.`,
    withoutBase:
      'Der Grundanteil ist nicht dargestellt: Das Gebäude hat so wenige Wohnungen mit Werten, dass sich daraus der Verbrauch eines Nachbarn errechnen ließe.',
  },
  contacts: 'Beratung zum Energiesparen',
  closing:
    'Diese Information ist keine Abrechnung. Sie enthält nur Werte Ihrer Wohnung aus der Zeit, in der Sie dort wohnen oder gewohnt haben (§§ 6a, 6b HeizkostenV).',
} as const;
