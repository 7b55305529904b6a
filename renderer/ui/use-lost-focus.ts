/** Hears keys for a dialog whose focused button was disabled or taken away: then they go to nobody. */
import { useEffect, type RefObject } from 'react';

/** Gives the topmost dialog the focus back at the next key; Esc closes it at once. */
export function useLostFocus(dialog: RefObject<HTMLElement | null>, onClose: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const topmost = [...document.querySelectorAll('.dialog')].at(-1);
      if (document.activeElement !== document.body || dialog.current === null || dialog.current !== topmost)
        return;
      dialog.current.focus();
      if (event.key === 'Escape') onClose();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [dialog, onClose]);
}
