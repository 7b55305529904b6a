/** Since when the machine has had no network; null while it has one. */
import { useEffect, useState } from 'react';
import { formatTime } from './moment.ts';

/** The time of day the connection went, such as `08:12`. */
export function useOfflineSince(): string | null {
  const [since, setSince] = useState<string | null>(() => (navigator.onLine ? null : now()));
  useEffect(() => {
    const goOffline = (): void => setSince(now());
    const goOnline = (): void => setSince(null);
    window.addEventListener('offline', goOffline);
    window.addEventListener('online', goOnline);
    return () => {
      window.removeEventListener('offline', goOffline);
      window.removeEventListener('online', goOnline);
    };
  }, []);
  return since;
}

function now(): string {
  return formatTime(new Date().toISOString());
}
