/** The parts of Electron the shell is made of, so that its wiring can be tested where no Electron runs. */
import type * as electron from 'electron';

export type ElectronParts = Pick<
  typeof electron,
  | 'app'
  | 'BrowserWindow'
  | 'dialog'
  | 'ipcMain'
  | 'Menu'
  | 'powerMonitor'
  | 'protocol'
  | 'safeStorage'
  | 'session'
  | 'shell'
  | 'utilityProcess'
>;

/** Where the built parts of the app lie. */
export interface AppPaths {
  /** The folder of the window's files. */
  readonly renderer: string;
  /** The bundled bridge. */
  readonly preload: string;
  /** The entry of the office process. */
  readonly office: string;
}
