/** Words of the meters that wait for a place. */
import { counted } from '../plural.ts';

export const unplaced = {
  open: (count: number) => `Geräte ohne Platz (${count})`,
  title: 'Geräte ohne Platz',
  introduction:
    'Drucken Sie die Laufliste, notieren Sie im Haus die Plätze und tragen Sie sie hier ein. Eine Spalte lässt sich auch aus einer Tabelle einfügen.',
  print: 'Laufliste drucken',
  printed: 'Die Laufliste ist gespeichert.',
  device: 'Gerät',
  installedOn: 'Eingebaut am',
  installedOnHelp: 'Für Zeilen, in denen kein Tag steht.',
  message: 'Was noch fehlt',
  apply: (count: number) => `${counted('de', count, 'Platz', 'Plätze')} übernehmen`,
  applied: (count: number) =>
    `${counted('de', count, 'Messgerät hat', 'Messgeräte haben')} einen Platz bekommen.`,
  left: (count: number) =>
    `${counted('de', count, 'Gerät wartet', 'Geräte warten')} noch; in der letzten Spalte steht, warum.`,
};
