/** Locks the office at once; the answer replaces the page by the lock screen. */
import { useVaultStatusKeeper } from './session.tsx';
import { useAction } from './use-action.ts';

export function useLock(): () => Promise<boolean> {
  const keepStatus = useVaultStatusKeeper();
  const lock = useAction('vault.lock', { onDone: keepStatus });
  return () => lock.run({});
}
