/** Entry of the Electron main process. */
import path from 'node:path';
import * as electron from 'electron';
import { startShell } from './start-shell.ts';

/** This file lies in `electron/shell/` of the built app. */
const appFolder = path.join(import.meta.dirname, '..', '..');

// Not awaited: Electron reports ready only after this module has been loaded to its end.
void startShell(electron, {
  renderer: path.join(appFolder, 'renderer'),
  preload: path.join(appFolder, 'preload.cjs'),
  office: path.join(appFolder, 'electron', 'office', 'office-process.js'),
});
