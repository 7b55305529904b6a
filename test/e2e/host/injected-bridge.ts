/** Runs in the page before anything of it: `window.office` over the host's binding, as the preload builds it over IPC. */
import { CHANNEL_NAMES } from '../../../shared/contract/channel-names.ts';
import { createEventRelay } from '../../../shared/contract/event-relay.ts';
import type { OfficeEvent } from '../../../shared/contract/events.ts';
import { createOfficeClient } from '../../../shared/contract/office-client.ts';
import { packBytes, unpackBytes } from './wire-bytes.ts';

/** What the host exposes in every frame. */
type Binding = (channel: string, args: unknown) => Promise<string>;

const binding = (globalThis as unknown as { askOffice: Binding }).askOffice;
const events = createEventRelay();
addEventListener('office-event', (event) => events.deliver((event as CustomEvent<OfficeEvent>).detail));

const office = createOfficeClient(CHANNEL_NAMES, {
  ask: async (channel, args) => unpackBytes(JSON.parse(await binding(channel, packBytes(args)))),
  subscribe: events.subscribe,
});
Object.defineProperty(globalThis, 'office', { value: office, writable: false, configurable: false });
