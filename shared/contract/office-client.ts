/** The office as the window sees it: `office.tenancies.list({…})`, one named function a channel, and its events. */
import type { ArgsOf, ChannelName, ValueOf } from './contract.ts';
import type { OfficeEvent } from './events.ts';
import type { Reply } from './failure.ts';

type Noun<Name extends string> = Name extends `${infer First}.${string}` ? First : never;
type Verb<Name extends string, First extends string> = Name extends `${First}.${infer Second}`
  ? Second
  : never;

/** A channel without arguments is a function without arguments; one with optional ones may be called without. */
type Ask<Args, Value> =
  Args extends Record<string, never>
    ? () => Promise<Reply<Value>>
    : Partial<Args> extends Args
      ? (args?: Args) => Promise<Reply<Value>>
      : (args: Args) => Promise<Reply<Value>>;

type AskOn<Name extends ChannelName> = Ask<ArgsOf<Name>, ValueOf<Name>>;

type Desks = {
  readonly [First in Noun<ChannelName>]: {
    readonly [Second in Verb<ChannelName, First>]: AskOn<Extract<ChannelName, `${First}.${Second}`>>;
  };
};

/** `window.office`. */
export type OfficeClient = Desks & {
  /** Calls back for every event until the returned function is called. */
  readonly subscribe: (listener: (event: OfficeEvent) => void) => () => void;
};

/** How questions and events get across: IPC in the app, a binding in the browser tests. */
export interface Wire {
  readonly ask: (channel: string, args: unknown) => Promise<unknown>;
  readonly subscribe: (listener: (event: OfficeEvent) => void) => () => void;
}

/** Builds the frozen client for the named channels. The wire's other end checks every word of it. */
export function createOfficeClient(channels: readonly string[], wire: Wire): OfficeClient {
  const desks: Record<string, Record<string, unknown>> = {};
  for (const channel of channels) {
    const [noun = '', verb = ''] = channel.split('.');
    const desk = (desks[noun] ??= {});
    desk[verb] = (args: unknown = {}) => wire.ask(channel, args);
  }
  for (const desk of Object.values(desks)) Object.freeze(desk);
  return Object.freeze({ ...desks, subscribe: wire.subscribe }) as unknown as OfficeClient;
}
