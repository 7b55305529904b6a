/** Puts the desktop side together: one instance, one window, one office process, and the locks between them. */
import path from 'node:path';
import { isTrusted } from '#office/router/sender.ts';
import { fail } from '#shared/model/result.ts';
import { createDesktopAnswers } from './answer-desktop.ts';
import { APP_ORIGIN } from './app-files.ts';
import { findSpyingSwitch } from './command-line.ts';
import type { AppPaths, ElectronParts } from './electron-parts.ts';
import { guardContents } from './guard-contents.ts';
import { ASK } from './ipc-names.ts';
import { Keychain } from './keychain.ts';
import { IDLE_CHECK_MS, isIdleTooLong } from './lock-policy.ts';
import { OfficeLink, type OfficeProcess } from './office-link.ts';
import { openWindow, type AppWindow } from './open-window.ts';
import { APP_SCHEME_PRIVILEGES, prepareSession } from './prepare-session.ts';
import { senderOf } from './sender-of.ts';

/** Must be called before the app is ready. Resolves when the window is open, or at once when the app quits. */
export async function startShell(electron: ElectronParts, paths: AppPaths): Promise<void> {
  const { app } = electron;
  if (app.isPackaged && findSpyingSwitch((name) => app.commandLine.hasSwitch(name)) !== null) {
    app.quit();
    return;
  }
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.enableSandbox();
  electron.protocol.registerSchemesAsPrivileged([APP_SCHEME_PRIVILEGES]);
  app.on('web-contents-created', (_, contents) =>
    guardContents(contents, (url) => electron.shell.openExternal(url)),
  );
  await app.whenReady();
  openApp(electron, paths);
}

function openApp(electron: ElectronParts, paths: AppPaths): void {
  const { app, powerMonitor } = electron;
  electron.Menu.setApplicationMenu(menuFor(electron));
  prepareSession(electron.session.fromPartition('window'), paths.renderer);

  const dataFolder = app.getPath('userData');
  const keychain = new Keychain(electron.safeStorage, path.join(dataFolder, 'keychain'));
  let shown: AppWindow | null = null;
  const link = new OfficeLink({
    start: () => startOfficeProcess(electron, paths.office, path.join(dataFolder, 'office')),
    answerDesktop: createDesktopAnswers({
      dialog: electron.dialog,
      shell: electron.shell,
      keychain,
      window: () => shown?.window ?? null,
    }),
    tellWindow: (event) => shown?.tell(event),
  });
  answerWindow(electron, link, () => shown);
  shown = openWindow(electron, paths);

  powerMonitor.on('suspend', () => link.lock('suspend'));
  powerMonitor.on('lock-screen', () => link.lock('screenLocked'));
  let lastLook = Date.now();
  const idleCheck = setInterval(() => {
    const sinceLastLookMs = Date.now() - lastLook;
    lastLook += sinceLastLookMs;
    const idleSeconds = powerMonitor.getSystemIdleTime();
    if (isIdleTooLong(link.session, { idleSeconds, sinceLastLookMs })) link.lock('idle');
  }, IDLE_CHECK_MS);

  app.on('second-instance', () => {
    if (shown === null) return;
    if (shown.window.isMinimized()) shown.window.restore();
    shown.window.focus();
  });
  app.on('window-all-closed', () => app.quit());
  app.once('before-quit', (event) => {
    // The store is closed in order before the app may end.
    event.preventDefault();
    clearInterval(idleCheck);
    void link.close().finally(() => app.exit());
  });
}

/** Passes the page's questions to the office, after a look at who asks. */
function answerWindow(electron: ElectronParts, link: OfficeLink, shown: () => AppWindow | null): void {
  electron.ipcMain.handle(ASK, async (event, channel: unknown, payload: unknown) => {
    const sender = senderOf(event, shown()?.window.webContents.id ?? null);
    if (!isTrusted(sender, APP_ORIGIN) || typeof channel !== 'string')
      return fail({ code: 'SENDER_REFUSED', message: 'Diese Anfrage wurde abgewiesen.' });
    return await link.ask(channel, payload, sender);
  });
}

function startOfficeProcess(electron: ElectronParts, entry: string, dataFolder: string): OfficeProcess {
  const office = electron.utilityProcess.fork(entry, [dataFolder, APP_ORIGIN], {
    serviceName: 'Stichtag Office',
    stdio: electron.app.isPackaged ? 'ignore' : 'inherit',
  });
  return {
    send: (message) => office.postMessage(message, []),
    onMessage: (listener) => void office.on('message', listener),
    onExit: (listener) => void office.on('exit', () => listener()),
    kill: () => office.kill(),
  };
}

/** macOS needs a menu for copy and paste to work at all; elsewhere the window brings its own. */
function menuFor(electron: ElectronParts): Electron.Menu | null {
  if (process.platform !== 'darwin') return null;
  return electron.Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]);
}
