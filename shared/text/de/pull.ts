/** Words of data retrieval. */
import { counted } from '../plural.ts';

export const pull = {
  start: 'Jetzt abrufen',
  cancel: 'Abruf abbrechen',
  running: 'Abruf läuft',
  source: 'Quelle: AWS IoT Core',
  noSource:
    'Noch ist keine Quelle eingerichtet. Tragen Sie den Zugang ein, den Ihr Administrator angelegt hat.',
  setUp: 'Zugang einrichten',
  change: 'Zugang ändern',
  region: 'Region',
  regionHelp: 'Zum Beispiel eu-central-1.',
  endpoint: 'Daten-Endpunkt',
  endpointHelp: 'Zum Beispiel abc123-ats.iot.eu-central-1.amazonaws.com.',
  accessKeyId: 'Zugriffsschlüssel-ID',
  secret: 'Geheimer Zugriffsschlüssel',
  secretKept: 'Ist gespeichert. Leer lassen, um ihn zu behalten.',
  test: 'Verbindung prüfen',
  tested: (bundles: number, newest: string | null) =>
    newest === null
      ? `Verbunden. ${counted('de', bundles, 'Bündel', 'Bündel')}, noch keine Daten.`
      : `Verbunden. ${counted('de', bundles, 'Bündel', 'Bündel')}, neueste Daten vom ${newest}.`,
  saved: 'Zugang gespeichert.',
  result: 'Ergebnis des letzten Abrufs',
  never: 'Es wurde noch nichts abgerufen.',
  outcome: { complete: 'vollständig', cancelled: 'abgebrochen', failed: 'fehlgeschlagen' },
  failed: 'Der Abruf ist fehlgeschlagen.',
  ended: (outcome: 'complete' | 'cancelled' | 'failed', telegrams: number, readings: number) =>
    `Abruf ${{ complete: 'fertig', cancelled: 'abgebrochen', failed: 'fehlgeschlagen' }[outcome]}: ${counted('de', telegrams, 'neues Telegramm', 'neue Telegramme')}, ${counted('de', readings, 'Ablesung', 'Ablesungen')}.`,
  at: 'Zeit',
  bundles: 'Bündel',
  newTelegrams: 'Neue Telegramme',
  duplicates: 'Schon bekannt',
  readings: 'Ablesungen',
  unknownMeters: 'Unbekannte Geräte',
  undecodable: 'Nicht lesbar',
  reason: 'Grund',
  count: 'Anzahl',
  offline: 'Ohne Internet ist kein Abruf möglich. Alles andere geht.',
  privacy:
    'Die Telegramme bleiben vom Messgerät bis hierher verschlüsselt. AWS kennt keinen Schlüssel; entschlüsselt wird nur auf diesem Rechner.',
};
