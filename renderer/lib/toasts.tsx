/** Short messages that come and go: what was done, with a way back. They wait while they are hovered or focused. */
import { createContext, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import { ToastRegion } from '../ui/toast-region.tsx';

/** A message; one with an action stays ten seconds, a failure until it is closed. */
export interface Toast {
  readonly id: number;
  readonly tone: 'plain' | 'wrong';
  readonly message: string;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

interface Toasts {
  readonly say: (message: string, action?: Toast['action']) => void;
  readonly complain: (message: string, action?: Toast['action']) => void;
}

const Speaker = createContext<Toasts>({ say: () => undefined, complain: () => undefined });

export function useToasts(): Toasts {
  return useContext(Speaker);
}

const MOST_AT_ONCE = 2;

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const lastId = useRef(0);
  const speaker = useMemo(() => {
    const add =
      (tone: Toast['tone']) =>
      (message: string, action?: Toast['action']): void => {
        lastId.current += 1;
        const toast: Toast = { id: lastId.current, tone, message, action };
        setToasts((current) =>
          [...current.filter((old) => old.message !== message), toast].slice(-MOST_AT_ONCE),
        );
      };
    return { say: add('plain'), complain: add('wrong') };
  }, []);
  return (
    <Speaker value={speaker}>
      {children}
      <ToastRegion
        toasts={toasts}
        onClose={(id) => setToasts((current) => current.filter((toast) => toast.id !== id))}
      />
    </Speaker>
  );
}
