/** The words of the letter that confirms a change of user to the landlord. It says nothing about consumption. */
import type { PlainDate } from '../../model/plain-date.ts';
import { formatDate } from '../format.ts';

function costsOfReading(amount: string | null): string {
  return amount === null
    ? 'Die Kosten der Zwischenablesung'
    : `Die Kosten der Zwischenablesung von ${amount}`;
}

export const USER_CHANGE_TEXT = {
  title: (unit: string) => `Bestätigung des Nutzerwechsels: ${unit}`,
  description: 'Bestätigung eines Nutzerwechsels',
  facts: { property: 'Liegenschaft', unit: 'Nutzeinheit', date: 'Datum' },
  greeting: 'Guten Tag,',
  confirmed: 'wir haben diesen Nutzerwechsel eingetragen:',
  leaves: (name: string, day: PlainDate) => `Auszug: ${name}, letzter Tag ${formatDate(day)}`,
  arrives: (name: string, day: PlainDate) => `Einzug: ${name}, erster Tag ${formatDate(day)}`,
  vacancy: (day: PlainDate) =>
    `Leerstand ab ${formatDate(day)}. Die Kosten trägt in dieser Zeit der Vermieter.`,
  reading: {
    heading: 'Zwischenablesung',
    all: (count: number) =>
      count === 1
        ? 'Das Messgerät der Nutzeinheit hat für den letzten Tag einen Stand.'
        : `Alle ${count} Messgeräte der Nutzeinheit haben für den letzten Tag einen Stand.`,
    some: (count: number, total: number) =>
      `Von ${total} Messgeräten haben ${count} für den letzten Tag einen Stand.`,
    none: 'Für den letzten Tag gibt es keinen Stand.',
    split: (table: string) =>
      `Wo ein Stand fehlt, wird der Verbrauch aufgeteilt: bei der Heizung nach Gradtagszahlen (${table}), beim Warmwasser nach Tagen (§ 9b Abs. 3 HeizkostenV).`,
    reason: (reason: string) => `Grund: ${reason}`,
  },
  cost: {
    heading: 'Kosten des Wechsels',
    landlord: (amount: string | null) => `${costsOfReading(amount)} trägt der Vermieter.`,
    leaving: (amount: string | null) =>
      `${costsOfReading(amount)} trägt nach Ihrer Vereinbarung der ausziehende Nutzer.`,
    arriving: (amount: string | null) =>
      `${costsOfReading(amount)} trägt nach Ihrer Vereinbarung der einziehende Nutzer.`,
  },
  /** The line of the bill. */
  charge: {
    label: (lastDay: PlainDate) => `Zwischenablesung beim Nutzerwechsel am ${formatDate(lastDay)}`,
    agreement: (lastDay: PlainDate) => `Vereinbart beim Nutzerwechsel am ${formatDate(lastDay)}`,
  },
  closing:
    'Bitte melden Sie sich, wenn eine Angabe nicht stimmt. Verbrauchswerte stehen in der Abrechnung, nicht in diesem Schreiben.',
} as const;
