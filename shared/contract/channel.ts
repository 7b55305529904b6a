/** What a channel between window and office is. Schemas only: no transport, no handler. */
import { z } from 'zod';

/** One question the window may ask: what it sends, what it gets, and whether a locked office answers. */
export interface Channel<Args extends z.ZodType = z.ZodType, Value extends z.ZodType = z.ZodType> {
  readonly args: Args;
  readonly value: Value;
  readonly answersLocked: boolean;
}

/** The channels of one desk by their name `noun.verb`. */
export type Desk = Readonly<Record<`${string}.${string}`, Channel>>;

/** Declares a channel of an open office. */
export function channel<Args extends z.ZodType, Value extends z.ZodType>(
  args: Args,
  value: Value,
): Channel<Args, Value> {
  return { args, value, answersLocked: false };
}

/** Declares a channel that also answers while the office is locked or has no vault yet. */
export function channelBeforeUnlock<Args extends z.ZodType, Value extends z.ZodType>(
  args: Args,
  value: Value,
): Channel<Args, Value> {
  return { args, value, answersLocked: true };
}

/** Asks without saying anything. */
export const nothing = z.strictObject({});

/** Succeeds without saying anything. */
export const done = z.null();
