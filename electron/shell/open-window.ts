/** The one window: shows `app://stichtag`, and starts with an empty memory after every lock. */
import type { BrowserWindow } from 'electron';
import type { OfficeEvent } from '#shared/contract/events.ts';
import { APP_ORIGIN } from './app-files.ts';
import type { AppPaths, ElectronParts } from './electron-parts.ts';
import { EVENT } from './ipc-names.ts';
import { decideRestart } from './restart-policy.ts';
import { webPreferencesFor } from './web-preferences.ts';

const SMALLEST = { minWidth: 1024, minHeight: 700 } as const;
const FIRST_SIZE = { width: 1440, height: 900 } as const;

/** A window and how to tell it something. */
export interface AppWindow {
  readonly window: BrowserWindow;
  tell(event: OfficeEvent): void;
}

export function openWindow(electron: ElectronParts, paths: AppPaths): AppWindow {
  const window = new electron.BrowserWindow({
    ...FIRST_SIZE,
    ...SMALLEST,
    title: 'Stichtag',
    show: false,
    webPreferences: webPreferencesFor(paths.preload, electron.app.isPackaged),
  });
  const contents = window.webContents;
  const crashes: number[] = [];
  const unheard: OfficeEvent[] = [];
  let isEmptied = false;

  contents.on('render-process-gone', () => {
    const now = Date.now();
    // A renderer that we ended ourselves is not a crash; one that keeps crashing is left alone.
    const startsAgain = isEmptied || decideRestart(crashes, now).restart;
    if (!isEmptied) crashes.push(now);
    if (startsAgain) contents.reload();
  });
  contents.on('did-finish-load', () => {
    isEmptied = false;
    for (const event of unheard.splice(0)) contents.mainFrame.send(EVENT, event);
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(`${APP_ORIGIN}/index.html`);

  return {
    window,
    tell(event) {
      if (window.isDestroyed()) return;
      if (event.type === 'vault.locked') {
        // What the page knew goes with its process; a reload alone would keep it in memory.
        isEmptied = true;
        contents.forcefullyCrashRenderer();
      } else if (isEmptied) unheard.push(event);
      else contents.mainFrame.send(EVENT, event);
    },
  };
}
