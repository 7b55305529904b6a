/** What answers a channel, typed from the contract. */
import type { CheckedArgsOf, ChannelName, Contract, UncheckedValueOf } from './contract.ts';
import type { Desk } from './channel.ts';
import type { Reply } from './failure.ts';

/** Receives checked arguments; what it returns is checked again before it leaves the office. */
export type Handler<Name extends ChannelName> = (
  args: CheckedArgsOf<Name>,
) => Reply<UncheckedValueOf<Name>> | Promise<Reply<UncheckedValueOf<Name>>>;

/** A handler for every channel of one desk: `HandlersOf<typeof unitsDesk>`. */
export type HandlersOf<D extends Desk> = {
  readonly [Name in keyof D & keyof Contract]: Handler<Name>;
};

/** Handlers by channel, as many as there are services for. */
export type Handlers = { readonly [Name in ChannelName]?: Handler<Name> };
