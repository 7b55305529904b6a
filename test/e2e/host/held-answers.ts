/** Holds back answers of the office, as a slow machine would, until a test lets them go. */
import type { ChannelName } from '#shared/contract/contract.ts';

export class HeldAnswers {
  readonly #held = new Map<string, Promise<void>>();

  /** From now on the answers of this channel wait; the function returned lets them go. */
  hold(channel: ChannelName): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#held.set(channel, promise);
    return () => {
      this.#held.delete(channel);
      resolve();
    };
  }

  /** Resolves when an answer of the channel may leave. */
  async leave(channel: string): Promise<void> {
    await this.#held.get(channel);
  }
}
