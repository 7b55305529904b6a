/** History desk (Verlauf): what happened to one object, in sentences, and taking back the last step. */
import { z } from 'zod';
import { channel, nothing } from './channel.ts';
import { auditEntry } from './audit.ts';
import { instant, line, subject } from './values.ts';

/** A change as one step the user can take back: `Auszug Becker 31.08.` */
export const undoStep = z.strictObject({ name: line, at: instant });
export type UndoStep = z.output<typeof undoStep>;

export const historyDesk = {
  /** The newest first. */
  'history.of': channel(z.strictObject({ subject }), z.array(auditEntry)),
  /** The step `history.undo` would take back; null when there is none. */
  'history.undoable': channel(nothing, undoStep.nullable()),
  'history.undo': channel(nothing, undoStep.nullable()),
  /** Takes the step again that was undone last; null when there is none or something else changed since. */
  'history.redo': channel(nothing, undoStep.nullable()),
};
