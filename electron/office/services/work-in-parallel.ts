/** Several hands working through one queue: for work that waits for a network. */

/**
 * Works on every item with at most `hands` of them at once, in their order of starting. Before each item `mayGoOn`
 * is asked; a throw rejects and lets the other hands stop after what they are at.
 */
export async function workInParallel<T>(
  items: readonly T[],
  hands: number,
  mayGoOn: () => boolean,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  let isBroken = false;
  const workOn = async (): Promise<void> => {
    for (const item of queue) {
      if (isBroken || !mayGoOn()) return;
      try {
        await work(item);
      } catch (error) {
        isBroken = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: hands }, workOn));
}

/** Consecutive parts of at most `size` items. */
export function inChunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
