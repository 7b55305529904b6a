import { expect, it, vi, describe, beforeAll } from 'vitest';
import { contract } from '#shared/contract/contract.ts';
import type { OfficeEvent } from '#shared/contract/events.ts';

type Listener = (event: unknown, message: OfficeEvent) => void;

const electron = vi.hoisted(() => ({
  exposed: new Map<string, Record<string, unknown>>(),
  invoked: [] as unknown[][],
  listeners: new Map<string, unknown>(),
}));

vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (name: string, api: Record<string, unknown>) => electron.exposed.set(name, api),
  },
  ipcRenderer: {
    invoke: async (...args: unknown[]) => void electron.invoked.push(args),
    on: (name: string, listener: unknown) => electron.listeners.set(name, listener),
  },
}));

beforeAll(async () => {
  await import('../../electron/preload.ts');
});

function office(): Record<string, Record<string, (args?: unknown) => Promise<unknown>>> & {
  readonly subscribe: (listener: (...heard: unknown[]) => void) => () => void;
} {
  return electron.exposed.get('office') as never;
}

describe('the preload', () => {
  it('exposes one object with one function for every channel of the contract, and nothing else', () => {
    expect([...electron.exposed.keys()]).toEqual(['office']);
    const { subscribe, ...desks } = office();
    const functions = Object.entries(desks).flatMap(([noun, desk]) =>
      Object.entries(desk).map(([verb, ask]) => [`${noun}.${verb}`, typeof ask] as const),
    );
    expect(functions.map(([channel]) => channel).toSorted()).toEqual(Object.keys(contract).toSorted());
    expect(new Set(functions.map(([, kind]) => kind))).toEqual(new Set(['function']));
    expect(typeof subscribe).toBe('function');
  });

  it('asks over one IPC name, the channel as an argument', async () => {
    await office()['units']?.['list']?.({ propertyId: 3 });
    expect(electron.invoked).toEqual([['office.ask', 'units.list', { propertyId: 3 }]]);
  });

  it('hands the page an event and never Electron’s event object', () => {
    const heard: unknown[][] = [];
    office().subscribe((...args) => heard.push(args));
    const listener = electron.listeners.get('office.event') as Listener;
    const electronEvent = { sender: { send: () => {} } };
    listener(electronEvent, { type: 'data.changed', what: ['units'] });
    expect(heard).toEqual([[{ type: 'data.changed', what: ['units'] }]]);
  });
});
