/** The place both doors of the embedded IoT Core lead to: accepts messages, retains them, remembers the wire. */
import { fail, succeed, type Result } from '#shared/model/result.ts';
import { TokenBucket } from '#office/mailbox/token-bucket.ts';
import { checkMessage, type IncomingMessage } from './message-limits.ts';
import { RetainedMessages } from './retained-messages.ts';
import { serviceError, type ServiceError } from './service-error.ts';

/** One publish exactly as it came over the wire. */
export interface CapturedPublish {
  readonly topic: string;
  readonly payload: Buffer;
  readonly retain: boolean;
}

/** Quotas of the account; what is left out is not limited. */
export interface MessageQuotas {
  readonly maxRetainedMessages?: number;
  readonly retainedPublishesPerSecond?: number;
}

/** Holds the account's retained messages and a copy of everything it ever accepted. */
export class MessageHub {
  readonly retained: RetainedMessages;
  readonly captured: CapturedPublish[] = [];
  readonly #retainedPublishes: TokenBucket | null;

  constructor(quotas: MessageQuotas = {}) {
    this.retained = new RetainedMessages(quotas.maxRetainedMessages ?? Infinity);
    const perSecond = quotas.retainedPublishesPerSecond;
    this.#retainedPublishes = perSecond === undefined ? null : new TokenBucket(perSecond);
  }

  /** Takes a message in, or says why not; when the account is full, new retained topics are throttled. */
  accept(message: IncomingMessage): Result<void, ServiceError> {
    const checked = checkMessage(message);
    if (!checked.ok) return checked;
    if (message.retain) {
      const isOverRate = this.#retainedPublishes?.tryTake() === false;
      if (isOverRate || !this.retained.hasRoomFor(message))
        return fail(serviceError('ThrottlingException', 'Rate exceeded'));
      this.retained.retain(message, Date.now());
    }
    const { topic, retain } = message;
    this.captured.push({ topic, retain, payload: Buffer.from(message.payload) });
    return succeed(undefined);
  }
}
