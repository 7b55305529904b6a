/** English words of the meters that wait for a place. */
import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

export const unplaced: Dictionary['unplaced'] = {
  open: (count) => `Devices without a place (${count})`,
  title: 'Devices without a place',
  introduction:
    'Print the list, note the places in the house and type them in here. A column can also be pasted from a spreadsheet.',
  print: 'Print the list',
  printed: 'The list is saved.',
  device: 'Device',
  installedOn: 'Installed on',
  installedOnHelp: 'For rows without a day.',
  message: 'What is missing',
  apply: (count) => `Take over ${counted('en', count, 'place', 'places')}`,
  applied: (count) => `${counted('en', count, 'meter has', 'meters have')} got a place.`,
  left: (count) =>
    `${counted('en', count, 'device is', 'devices are')} still waiting; the last column says why.`,
};
