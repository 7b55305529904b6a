/** The corner where short messages appear; a landmark, so that the keyboard finds it. */
import { X } from 'lucide-react';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { closeToast, useShownToasts, type Toast } from '../lib/toasts.ts';
import { useText } from '../lib/text.tsx';
import { Button, IconButton } from './button.tsx';

/** House manners: a way back stays for ten seconds; a plain sentence is read sooner. */
const SECONDS_TO_UNDO = 10;
const SECONDS_TO_READ = 5;

export function ToastRegion() {
  const text = useText();
  const toasts = useShownToasts();
  const corner = useRef<HTMLElement>(null);
  useUncoveredFocus(corner);
  return (
    <section
      ref={corner}
      className="toasts"
      aria-label={text.common.messages}
      aria-live="polite"
      aria-relevant="additions"
      data-react-aria-top-layer="true"
    >
      {toasts.map((toast) => (
        <ToastLine key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

/** What the keyboard comes to is moved out from under the corner (WCAG 2.4.11). */
function useUncoveredFocus(corner: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const uncover = ({ target }: FocusEvent): void => {
      const page = target instanceof HTMLElement ? target.closest('main') : null;
      if (corner.current === null || corner.current.childElementCount === 0) return;
      if (page === null || !(target instanceof HTMLElement) || !target.matches(':focus-visible')) return;
      const above = corner.current.getBoundingClientRect();
      const box = target.getBoundingClientRect();
      if (box.bottom > above.top && box.right > above.left)
        page.scrollBy({ top: box.bottom - above.top + box.height });
    };
    document.addEventListener('focusin', uncover);
    return () => document.removeEventListener('focusin', uncover);
  }, [corner]);
}

function ToastLine({ toast }: { readonly toast: Toast }) {
  const text = useText();
  const { id } = toast;
  const [isWatched, setIsWatched] = useState(false);
  const staysOpen = isWatched || toast.tone === 'wrong';
  const seconds = toast.action === undefined ? SECONDS_TO_READ : SECONDS_TO_UNDO;
  useEffect(() => {
    if (staysOpen) return undefined;
    const timer = setTimeout(() => closeToast(id), seconds * 1000);
    return () => clearTimeout(timer);
  }, [staysOpen, seconds, id]);
  return (
    <div
      className="toast"
      data-tone={toast.tone}
      onMouseEnter={() => setIsWatched(true)}
      onMouseLeave={() => setIsWatched(false)}
      onFocus={() => setIsWatched(true)}
      onBlur={() => setIsWatched(false)}
    >
      <p className="toast-words">{toast.message}</p>
      {toast.action === undefined ? null : (
        <Button
          onPress={() => {
            toast.action?.run();
            closeToast(id);
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton label={text.common.dismiss} onPress={() => closeToast(id)}>
        <X size={16} aria-hidden />
      </IconButton>
    </div>
  );
}
