/**
 * Short messages that come and go: what was done, with a way back. Kept outside React, so that a lock can take them
 * all away at once.
 */
import { useSyncExternalStore } from 'react';

export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

/** A message; one with an action stays longer, a failure until it is closed. */
export interface Toast {
  readonly id: number;
  readonly tone: 'plain' | 'wrong';
  readonly message: string;
  readonly action: ToastAction | undefined;
}

const MOST_AT_ONCE = 2;

let toasts: readonly Toast[] = [];
let lastId = 0;
const watchers = new Set<() => void>();

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const watcher of watchers) watcher();
}

function add(tone: Toast['tone'], message: string, action: ToastAction | undefined): void {
  lastId += 1;
  const others = toasts.filter((toast) => toast.message !== message);
  change([...others, { id: lastId, tone, message, action }].slice(-MOST_AT_ONCE));
}

export function closeToast(id: number): void {
  change(toasts.filter((toast) => toast.id !== id));
}

export function closeAllToasts(): void {
  change([]);
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

export function useShownToasts(): readonly Toast[] {
  return useSyncExternalStore(watch, () => toasts);
}

interface Speaker {
  readonly say: (message: string, action?: ToastAction) => void;
  readonly complain: (message: string, action?: ToastAction) => void;
}

const SPEAKER: Speaker = {
  say: (message, action) => add('plain', message, action),
  complain: (message, action) => add('wrong', message, action),
};

export function useToasts(): Speaker {
  return SPEAKER;
}
