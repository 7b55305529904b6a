/** English words of files that are dropped on the window. */
import type { Dictionary } from '../dictionary.ts';

export const dropped: Dictionary['dropped'] = {
  here: 'Drop the file here',
  what: 'Delivery file of a maker (CSV, Excel, text, KEM) or telegrams. Stichtag knows by the content what it is.',
  reading: 'Reading the file …',
  onlyOne: 'Please drop one file at a time.',
  dialogFirst: 'Please close the open dialog first, then drop the file again.',
  tooLarge: (name) => `“${name}” is too large to be dropped. Please choose it under “Keys” or “Retrieval”.`,
  unreadable: (name) => `“${name}” cannot be read. Please drop a file, not a folder.`,
};
