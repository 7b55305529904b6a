/** The wiring of the shell against a small stand-in for Electron: the one place where the real part cannot run. */
import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FromOffice, ToOffice } from '#office/router/office-messages.ts';
import type { ElectronParts } from '../../../../electron/shell/electron-parts.ts';
import { startShell } from '../../../../electron/shell/start-shell.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'shell-'));
writeFileSync(path.join(folder, 'index.html'), '<!doctype html>');
afterAll(() => rmSync(folder, { recursive: true }));

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

class FakeContents extends EventEmitter {
  readonly id = 7;
  readonly sent: unknown[] = [];
  readonly mainFrame = { send: (...message: unknown[]) => this.sent.push(message) };
  crashes = 0;
  reloads = 0;
  openHandler: ((details: { url: string }) => { action: string }) | null = null;
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
  forcefullyCrashRenderer(): void {
    this.crashes += 1;
    this.emit('render-process-gone');
  }
  reload(): void {
    this.reloads += 1;
  }
}

class FakeOffice extends EventEmitter {
  readonly received: ToOffice[] = [];
  wasKilled = false;
  postMessage(message: ToOffice): void {
    this.received.push(message);
  }
  kill(): boolean {
    this.wasKilled = true;
    return true;
  }
  say(message: FromOffice): void {
    this.emit('message', message);
  }
}

type Handler = (...args: never[]) => unknown;

class FakeElectron {
  readonly log: string[] = [];
  readonly contents = new FakeContents();
  readonly office = new FakeOffice();
  readonly handlers = new Map<string, Handler>();
  readonly schemeHandlers = new Map<
    string,
    (request: { method: string; url: string }) => Promise<Response>
  >();
  readonly opened: string[] = [];
  readonly forked: unknown[] = [];
  readonly powerMonitor = Object.assign(new EventEmitter(), { getSystemIdleTime: () => this.idleSeconds });
  readonly switches = new Set<string>();
  isPackaged = true;
  isFirst = true;
  idleSeconds = 0;
  windowOptions: Record<string, unknown> = {};
  networkFilter: ((details: unknown, decide: (answer: unknown) => void) => void) | null = null;
  readonly app = Object.assign(new EventEmitter(), {
    commandLine: { hasSwitch: (name: string) => this.switches.has(name) },
    requestSingleInstanceLock: () => this.isFirst,
    enableSandbox: () => this.log.push('sandbox'),
    whenReady: async () => void this.log.push('ready'),
    getPath: () => folder,
    quit: () => this.log.push('quit'),
    exit: () => this.log.push('exit'),
  });

  parts(): ElectronParts {
    const { contents, handlers, schemeHandlers, opened, office } = this;
    Object.defineProperty(this.app, 'isPackaged', { get: () => this.isPackaged });
    const noteOptions = (options: Record<string, unknown>): void => void (this.windowOptions = options);
    const noteFilter = (filter: typeof this.networkFilter): void => void (this.networkFilter = filter);
    return {
      app: this.app,
      BrowserWindow: class extends EventEmitter {
        readonly webContents = contents;
        constructor(options: Record<string, unknown>) {
          super();
          noteOptions(options);
        }
        async loadURL(url: string): Promise<void> {
          opened.push(url);
        }
        isDestroyed(): boolean {
          return false;
        }
      },
      dialog: {},
      ipcMain: { handle: (name: string, handler: Handler) => handlers.set(name, handler) },
      Menu: { setApplicationMenu: () => {}, buildFromTemplate: () => ({}) },
      powerMonitor: this.powerMonitor,
      protocol: { registerSchemesAsPrivileged: () => this.log.push('scheme') },
      safeStorage: {},
      session: {
        fromPartition: (name: string) =>
          Object.assign(new EventEmitter(), {
            name,
            protocol: {
              handle: (
                scheme: string,
                handler: (request: { method: string; url: string }) => Promise<Response>,
              ) => schemeHandlers.set(scheme, handler),
            },
            setPermissionRequestHandler: (handler: Handler) => handlers.set('permissionRequest', handler),
            setPermissionCheckHandler: (handler: Handler) => handlers.set('permissionCheck', handler),
            setDevicePermissionHandler: (handler: Handler) => handlers.set('device', handler),
            webRequest: {
              onBeforeRequest: (_: unknown, filter: typeof this.networkFilter) => noteFilter(filter),
            },
          }),
      },
      shell: { openExternal: async (url: string) => void opened.push(url) },
      utilityProcess: {
        fork: (...args: unknown[]) => {
          this.forked.push(args);
          return office;
        },
      },
    } as unknown as ElectronParts;
  }
}

async function start(electron = new FakeElectron()): Promise<FakeElectron> {
  await startShell(electron.parts(), {
    renderer: folder,
    preload: '/app/preload.cjs',
    office: '/app/office-process.js',
  });
  return electron;
}

describe('the shell', () => {
  it('turns on the sandbox and its scheme before the app is ready', async () => {
    const { log } = await start();
    expect(log).toEqual(['sandbox', 'scheme', 'ready']);
  });

  it('opens one window on its own page, with the frozen preferences', async () => {
    const { opened, windowOptions } = await start();
    expect(opened).toEqual(['app://stichtag/index.html']);
    expect(windowOptions).toMatchObject({
      minWidth: 1024,
      minHeight: 700,
      webPreferences: { sandbox: true, preload: '/app/preload.cjs' },
    });
  });

  it('quits at once when another Stichtag is running', async () => {
    const electron = new FakeElectron();
    electron.isFirst = false;
    const { log, opened } = await start(electron);
    expect([log, opened]).toEqual([['quit'], []]);
  });

  it('quits at once when somebody asks for remote debugging of the packaged app', async () => {
    const electron = new FakeElectron();
    electron.switches.add('remote-debugging-port');
    const { log, opened } = await start(electron);
    expect([log, opened]).toEqual([['quit'], []]);
  });

  it('passes a question of the window to the office and its answer back', async () => {
    const { handlers, office, contents } = await start();
    const event = { senderFrame: { url: 'app://stichtag/index.html', parent: null }, sender: contents };
    const asked = handlers.get('office.ask')?.(...([event, 'vault.status', {}] as never[]));
    expect(office.received).toMatchObject([{ type: 'ask', channel: 'vault.status', payload: {} }]);
    office.say({ type: 'reply', id: 1, reply: { ok: true, value: { state: 'empty' } } });
    await expect(asked).resolves.toEqual({ ok: true, value: { state: 'empty' } });
  });

  it('passes no question of anybody else', async () => {
    const { handlers, office, contents } = await start();
    for (const senderFrame of [
      null,
      { url: 'app://stichtag/', parent: {} },
      { url: 'https://example.org/', parent: null },
    ])
      await expect(
        handlers.get('office.ask')?.(...([{ senderFrame, sender: contents }, 'vault.status', {}] as never[])),
      ).resolves.toMatchObject({ error: { code: 'SENDER_REFUSED' } });
    expect(office.received).toEqual([]);
  });

  it('locks the office when the machine sleeps, the screen locks or nobody is there', async () => {
    const electron = await start();
    electron.office.say({ type: 'session', isOpen: true, idleLockMinutes: 5 });
    electron.powerMonitor.emit('suspend');
    electron.powerMonitor.emit('lock-screen');
    electron.idleSeconds = 301;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(electron.office.received.map((message) => message.type === 'lock' && message.because)).toEqual([
      'suspend',
      'screenLocked',
      'idle',
    ]);
  });

  it('ends the page’s process on a lock, so that nothing shown stays in memory, and loads it anew', async () => {
    const { office, contents } = await start();
    office.say({ type: 'event', event: { type: 'vault.locked', because: 'idle' } });
    expect([contents.crashes, contents.reloads, contents.sent]).toEqual([1, 1, []]);
  });

  it('tells the new page what the old one could not hear any more', async () => {
    const { office, contents } = await start();
    office.emit('exit', 1);
    expect(contents.sent).toEqual([]);
    contents.emit('did-finish-load');
    expect(contents.sent).toEqual([
      ['office.event', expect.objectContaining({ type: 'office.crashed', restarted: true })],
    ]);
  });

  it('hands every other event to the page', async () => {
    const { office, contents } = await start();
    office.say({ type: 'event', event: { type: 'data.changed', what: ['units'] } });
    expect(contents.sent).toEqual([['office.event', { type: 'data.changed', what: ['units'] }]]);
  });

  it('loads a crashed page again, but not for ever', async () => {
    const { contents } = await start();
    for (let crash = 0; crash < 6; crash += 1) contents.emit('render-process-gone');
    expect(contents.reloads).toBe(3);
  });

  it('serves its files under its scheme and nothing from any network', async () => {
    const { schemeHandlers, networkFilter } = await start();
    const answer = await schemeHandlers.get('app')?.({ method: 'GET', url: 'app://stichtag/' });
    expect(answer?.status).toBe(200);
    expect(answer?.headers.get('content-security-policy')).toContain("default-src 'none'");
    const decided: unknown[] = [];
    networkFilter?.({ url: 'https://example.org/' }, (decision) => decided.push(decision));
    expect(decided).toEqual([{ cancel: true }]);
  });

  it('closes the office before it exits', async () => {
    const { app, office, log } = await start();
    let prevented = false;
    app.emit('before-quit', { preventDefault: () => (prevented = true) });
    expect(prevented).toBe(true);
    expect(office.received).toEqual([{ type: 'close' }]);
    office.say({ type: 'closed' });
    await vi.runAllTimersAsync();
    expect(office.wasKilled).toBe(true);
    expect(log).toContain('exit');
  });
});
