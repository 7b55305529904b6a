/** What answers a channel, typed from the contract. */
import type { CheckedArgsOf, ChannelName, Contract, UncheckedValueOf } from './contract.ts';
import type { Desk } from './channel.ts';
import type { Reply } from './failure.ts';

type Plain = string | number | boolean | null | undefined | Uint8Array;

/** A value a handler may return as the store gave it: lists and objects need not be writable. */
export type Readable<T> = T extends Plain
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Readable<Item>[]
    : { readonly [Name in keyof T]: Readable<T[Name]> };

type Answer<Name extends ChannelName> = Reply<Readable<UncheckedValueOf<Name>>>;

/** Receives checked arguments; what it returns is checked again before it leaves the office. */
export type Handler<Name extends ChannelName> = (
  args: CheckedArgsOf<Name>,
) => Answer<Name> | Promise<Answer<Name>>;

/** A handler for every channel of one desk: `HandlersOf<typeof unitsDesk>`. */
export type HandlersOf<D extends Desk> = {
  readonly [Name in keyof D & keyof Contract]: Handler<Name>;
};

/** Handlers by channel, as many as there are services for. */
export type Handlers = { readonly [Name in ChannelName]?: Handler<Name> };
