/** The commands of the table row the focus is on, offered to the command box: it does what the row's menu does. */
import type { CommandGroup } from '../menu.tsx';

type Source = () => readonly CommandGroup[];

const sources = new Set<Source>();

/** Offers commands as long as a table is on the page; returns how to take them back. */
export function offerRowCommands(source: Source): () => void {
  sources.add(source);
  return () => void sources.delete(source);
}

/** What can be done with the row that has the focus; nothing while it is elsewhere. */
export function focusedRowCommands(): readonly CommandGroup[] {
  return [...sources].flatMap((source) => source());
}
