/** Hands events to their listeners, and keeps the few that come before the page has begun to listen. */
import type { OfficeEvent } from './events.ts';

const KEPT_AT_MOST = 20;

export interface EventRelay {
  readonly deliver: (event: OfficeEvent) => void;
  /** The first listener also gets what came before it; the returned function ends the subscription. */
  readonly subscribe: (listener: (event: OfficeEvent) => void) => () => void;
}

export function createEventRelay(): EventRelay {
  const listeners = new Set<(event: OfficeEvent) => void>();
  const early: OfficeEvent[] = [];
  return {
    deliver(event) {
      if (listeners.size === 0 && early.length < KEPT_AT_MOST) early.push(event);
      for (const listener of listeners) listener(event);
    },
    subscribe(listener) {
      listeners.add(listener);
      for (const event of early.splice(0)) listener(event);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
