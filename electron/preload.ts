/** The one bridge: `window.office` with a named function a channel. Sees neither Node nor the data it carries. */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { CHANNEL_NAMES } from '../shared/contract/channel-names.ts';
import type { OfficeEvent } from '../shared/contract/events.ts';
import { createOfficeClient } from '../shared/contract/office-client.ts';
import { ASK, EVENT } from './shell/ipc-names.ts';

const office = createOfficeClient(CHANNEL_NAMES, {
  ask: (channel, args) => ipcRenderer.invoke(ASK, channel, args),
  subscribe(listener) {
    // The page never gets Electron's event object: it leads back to ipcRenderer.
    const relay = (_: IpcRendererEvent, event: OfficeEvent): void => listener(event);
    ipcRenderer.on(EVENT, relay);
    return () => ipcRenderer.off(EVENT, relay);
  },
});

contextBridge.exposeInMainWorld('office', office);
