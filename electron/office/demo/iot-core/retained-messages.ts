/** The retained messages of the embedded IoT Core, one per exact topic, in memory. */
import type { IncomingMessage } from './message-limits.ts';

/** The newest retained message of a topic. */
export interface RetainedMessage {
  readonly topic: string;
  readonly payload: Buffer;
  readonly qos: number;
  readonly lastModifiedMs: number;
}

/** A page of the list, and the token of the next one unless it was the last. */
export interface RetainedPage {
  readonly messages: readonly RetainedMessage[];
  readonly nextToken: string | null;
}

/** Keeps at most `capacity` messages (the account's quota): further topics are turned away, known ones replaced. */
export class RetainedMessages {
  readonly #byTopic = new Map<string, RetainedMessage>();
  readonly #capacity: number;
  #sortedTopics: string[] | null = null;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get size(): number {
    return this.#byTopic.size;
  }

  /** Whether `retain` would find room for this message. */
  hasRoomFor(message: IncomingMessage): boolean {
    return (
      message.payload.byteLength === 0 ||
      this.#byTopic.size < this.#capacity ||
      this.#byTopic.has(message.topic)
    );
  }

  /** Keeps a message in place of the topic's former one; an empty payload clears the topic. */
  retain(message: IncomingMessage, nowMs: number): void {
    const { topic, qos } = message;
    const isNewsToTheList = message.payload.byteLength === 0 || !this.#byTopic.has(topic);
    if (isNewsToTheList) this.#sortedTopics = null;
    if (message.payload.byteLength === 0) this.#byTopic.delete(topic);
    else
      this.#byTopic.set(topic, { topic, qos, payload: Buffer.from(message.payload), lastModifiedMs: nowMs });
  }

  get(topic: string): RetainedMessage | null {
    return this.#byTopic.get(topic) ?? null;
  }

  /** The page after `token` in topic order, or null for a token nobody was given. */
  page(token: string | null, maxResults: number): RetainedPage | null {
    this.#sortedTopics ??= [...this.#byTopic.keys()].toSorted();
    const after = token === null ? '' : Buffer.from(token, 'base64url').toString();
    if (token !== null && Buffer.from(after).toString('base64url') !== token) return null;
    const start = firstAfter(this.#sortedTopics, after);
    const topics = this.#sortedTopics.slice(start, start + maxResults);
    const last = topics.at(-1);
    const isLastPage = last === undefined || start + topics.length === this.#sortedTopics.length;
    return {
      messages: topics.map((topic) => this.#byTopic.get(topic)).filter((message) => message !== undefined),
      nextToken: isLastPage ? null : Buffer.from(last).toString('base64url'),
    };
  }
}

/** The index of the first text above `bound`, by bisection. */
function firstAfter(sorted: readonly string[], bound: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? '') > bound) high = middle;
    else low = middle + 1;
  }
  return low;
}
