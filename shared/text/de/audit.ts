/** Words of the audit log. */
import { counted } from '../plural.ts';

export const audit = {
  empty: 'Hier steht jede Änderung. Noch gab es keine.',
  seq: 'Nr.',
  at: 'Zeit',
  who: 'Kürzel',
  action: 'Was',
  subject: 'Woran',
  details: 'Von → nach',
  reason: 'Grund',
  verify: 'Protokoll prüfen',
  verifying: 'Das Protokoll wird geprüft …',
  holds: (entries: number, moment: string) =>
    `Das Protokoll ist unversehrt: ${counted('de', entries, 'Eintrag hängt', 'Einträge hängen')} lückenlos aneinander. Geprüft am ${moment}.`,
  broken: (seq: string, message: string) =>
    `Das Protokoll wurde verändert. Der erste Bruch ist bei Eintrag ${seq}: ${message} Bitte sichern Sie diesen Rechner und sprechen Sie mit der Person, die für die Daten verantwortlich ist.`,
  head: (hash: string) => `Prüfsumme des letzten Eintrags: ${hash}`,
  older: 'Ältere Einträge laden',
  shown: (shown: string, total: string) => `Die neuesten ${shown} von ${total} Einträgen`,
  history: 'Verlauf',
  historyEmpty: 'Seit dem Anlegen hat sich hier nichts geändert.',
  because: (reason: string) => `Grund: ${reason}`,
};
