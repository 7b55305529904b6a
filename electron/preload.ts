/** The one bridge: `window.office` with a named function a channel. Sees neither Node nor the data it carries. */
import { contextBridge, ipcRenderer } from 'electron';
import { CHANNEL_NAMES } from '../shared/contract/channel-names.ts';
import { createEventRelay } from '../shared/contract/event-relay.ts';
import type { OfficeEvent } from '../shared/contract/events.ts';
import { createOfficeClient } from '../shared/contract/office-client.ts';
import { ASK, EVENT } from './shell/ipc-names.ts';

const events = createEventRelay();
// The page never gets Electron's event object: it leads back to ipcRenderer.
ipcRenderer.on(EVENT, (_, event: OfficeEvent) => events.deliver(event));

const office = createOfficeClient(CHANNEL_NAMES, {
  ask: (channel, args) => ipcRenderer.invoke(ASK, channel, args),
  subscribe: events.subscribe,
});

contextBridge.exposeInMainWorld('office', office);
