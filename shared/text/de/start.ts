/** Words of the start page. */
import { counted } from '../plural.ts';

export const start = {
  due: 'Fällige Abrechnungen',
  dueNothing: 'Keine Abrechnung ist fällig.',
  missing: 'Für die Abrechnung fehlt noch etwas',
  missingNothing: 'Alle Angaben für die Abrechnung sind da.',
  openPoints: (count: number) => counted('de', count, 'offener Punkt', 'offene Punkte'),
  dueIn: (days: number) => {
    if (days < 0) return `seit ${counted('de', -days, 'Tag', 'Tagen')} überfällig`;
    return days === 0 ? 'heute fällig' : `noch ${counted('de', days, 'Tag', 'Tage')}`;
  },
  dueOn: (date: string) => `fällig am ${date}`,
  morning: 'Messgeräte heute',
  morningNothing: 'Alle Messgeräte und Gateways melden sich, wie sie sollen.',
  morningGroup: (property: string, gateway: string | null) =>
    `${property === '' ? 'Ohne Liegenschaft' : property} · ${gateway === null ? 'nie empfangen' : `Gateway ${gateway}`}`,
  morningCommands: 'Befehle der Meldung',
  morningUnfold: (group: string) => `${group}: Meldungen zeigen`,
  morningFold: (group: string) => `${group}: Meldungen verbergen`,
  morningMore: (count: number) => `${counted('de', count, 'weitere Meldung', 'weitere Meldungen')} zeigen`,
  settled: (count: number) => `${counted('de', count, 'Meldung', 'Meldungen')} abgewartet oder ignoriert`,
  workOrder: 'Arbeitsauftrag …',
  workOrderAll: 'Arbeitsauftrag für alle …',
  workOrderTitle: 'Arbeitsauftrag als PDF',
  workOrderText: (count: number) =>
    `Der Auftrag nennt Anschrift, Raum, Gerät und Aufgabe zu ${counted('de', count, 'Meldung', 'Meldungen')}; keine Namen, keine Schlüssel, keine Werte.`,
  workOrderBy: 'Erledigen bis',
  workOrderSaved: 'Arbeitsauftrag gespeichert.',
  openMeter: 'Messgerät öffnen',
  openGateway: 'Gateway öffnen',
  stock: 'Bestand',
  properties: (count: number) => counted('de', count, 'Liegenschaft', 'Liegenschaften'),
  units: (count: number) => counted('de', count, 'Nutzeinheit', 'Nutzeinheiten'),
  people: (count: number) => counted('de', count, 'Person', 'Personen'),
  tenancies: (count: number) => counted('de', count, 'laufendes Mietverhältnis', 'laufende Mietverhältnisse'),
  data: 'Daten',
  pulled: (moment: string) => `Letzter Abruf am ${moment}`,
  newTelegrams: (count: number) => counted('de', count, 'neues Telegramm', 'neue Telegramme'),
  undecodable: (count: number) => `${counted('de', count, 'Telegramm', 'Telegramme')} nicht lesbar`,
  backedUp: (moment: string) => `Letzte Sicherung am ${moment}`,
  nextSteps: 'So geht es weiter',
  steps: {
    property: 'Erste Liegenschaft anlegen',
    propertyText: 'Anschrift, Heizung, Verteilschlüssel.',
    tenants: 'Nutzeinheiten und Mieter einfügen',
    tenantsText: 'Die Tabelle aus Excel kopieren; Sie sehen vorher, was daraus wird.',
    source: 'Datenabruf einrichten',
    sourceText: 'Zugang zu AWS IoT Core, mit Test.',
    staff: 'Kolleginnen und Kollegen anlegen',
    staffText: 'Jede Person mit eigener Passphrase und eigenem Kürzel.',
  },
};
