/** What the window's page may do: nothing but draw. Frozen, and compared word by word in a test. */
import type { WebPreferences } from 'electron';

/** `preload` is the bundled bridge; developer tools exist only where the program runs from its sources. */
export function webPreferencesFor(preload: string, isPackaged: boolean): Readonly<WebPreferences> {
  return Object.freeze({
    preload,
    // No `persist:` prefix: nothing of the page is cached on disk.
    partition: 'window',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    disableDialogs: true,
    autoplayPolicy: 'document-user-activation-required',
    spellcheck: false,
    enableWebSQL: false,
    devTools: !isPackaged,
  } satisfies WebPreferences);
}
