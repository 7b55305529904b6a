/** A pull that somebody waits for, wherever it is begun. */
import { ask } from './office.ts';

/** Starts a pull and resolves when it has ended, however: its result stands on the page of the pull. */
export async function pullToItsEnd(): Promise<void> {
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  const unsubscribe = window.office.subscribe(({ type }) => {
    if (type === 'pull.ended' || type === 'vault.locked' || type === 'office.crashed') resolve();
  });
  try {
    const started = await ask('pull.start', {});
    if (started.ok) await ended;
  } finally {
    unsubscribe();
  }
}
