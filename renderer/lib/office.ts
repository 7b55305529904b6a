/** The window's one way to the office: `ask` a channel by name, typed by the contract. */
import type { ArgsOf, ChannelName, ValueOf } from '#shared/contract/contract.ts';
import type { OfficeFailure, Reply } from '#shared/contract/failure.ts';
import type { OfficeClient } from '#shared/contract/office-client.ts';

declare global {
  interface Window {
    readonly office: OfficeClient;
  }
}

type Asking = (args?: unknown) => Promise<Reply<unknown>>;

/** Asks the office. Resolves to a failure for every expected reason; rejects only when the bridge is gone. */
export function ask<Name extends ChannelName>(
  channel: Name,
  args: ArgsOf<Name>,
): Promise<Reply<ValueOf<Name>>> {
  const [noun = '', verb = ''] = channel.split('.');
  const desks = window.office as unknown as Record<string, Record<string, Asking | undefined> | undefined>;
  const asking = desks[noun]?.[verb];
  if (!asking) throw new Error(`the bridge offers no channel ${channel}`);
  return asking(args) as Promise<Reply<ValueOf<Name>>>;
}

/** An expected failure on its way through react-query, which knows only thrown errors. */
export class OfficeRefusal extends Error {
  readonly failure: OfficeFailure;

  constructor(failure: OfficeFailure) {
    super(failure.message);
    this.name = 'OfficeRefusal';
    this.failure = failure;
  }
}
