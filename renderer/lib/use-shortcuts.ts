/** Listens for entries of the keyboard map while a component is on the page. */
import { useEffect, useRef } from 'react';
import { isPressed, isTyping, SHORTCUTS, type ShortcutId } from './keyboard.ts';

type Handlers = Partial<Record<ShortcutId, () => void>>;

const TEXT_FIELD = 'input, textarea, select, [contenteditable="true"]';

/** Runs the handler of a pressed shortcut. Letters and signs count only outside text fields. */
export function useShortcuts(handlers: Handlers): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const isInField = event.target instanceof Element && event.target.closest(TEXT_FIELD) !== null;
      for (const [id, run] of Object.entries(latest.current) as [ShortcutId, () => void][]) {
        const combination = SHORTCUTS[id];
        if (!isPressed(event, combination) || (isInField && isOwnedByField(combination))) continue;
        event.preventDefault();
        run();
        return;
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

const OWN_UNDO: ReadonlySet<string> = new Set([SHORTCUTS.undo, SHORTCUTS.redo, SHORTCUTS.redoToo]);

/** A field keeps its letters and its own undo. */
function isOwnedByField(combination: string): boolean {
  return isTyping(combination) || OWN_UNDO.has(combination);
}
