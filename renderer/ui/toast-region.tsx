/** The corner where short messages appear; a landmark, so that the keyboard finds it. */
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Toast } from '../lib/toasts.tsx';
import { useText } from '../lib/text.tsx';
import { Button, IconButton } from './button.tsx';

/** House manners: a way back stays for ten seconds; a plain sentence is read sooner. */
const SECONDS_TO_UNDO = 10;
const SECONDS_TO_READ = 5;

interface ToastRegionProps {
  readonly toasts: readonly Toast[];
  readonly onClose: (id: number) => void;
}

export function ToastRegion({ toasts, onClose }: ToastRegionProps) {
  const text = useText();
  return (
    <section
      className="toasts"
      aria-label={text.common.messages}
      aria-live="polite"
      aria-relevant="additions"
      data-react-aria-top-layer="true"
    >
      {toasts.map((toast) => (
        <ToastLine key={toast.id} toast={toast} onClose={() => onClose(toast.id)} />
      ))}
    </section>
  );
}

function ToastLine({ toast, onClose }: { readonly toast: Toast; readonly onClose: () => void }) {
  const text = useText();
  const [isWatched, setIsWatched] = useState(false);
  const staysOpen = isWatched || toast.tone === 'wrong';
  const seconds = toast.action === undefined ? SECONDS_TO_READ : SECONDS_TO_UNDO;
  useEffect(() => {
    if (staysOpen) return undefined;
    const timer = setTimeout(onClose, seconds * 1000);
    return () => clearTimeout(timer);
  }, [staysOpen, seconds, onClose]);
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
            onClose();
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton label={text.common.dismiss} onPress={onClose}>
        <X size={16} aria-hidden />
      </IconButton>
    </div>
  );
}
