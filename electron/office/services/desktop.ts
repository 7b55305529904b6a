/** What the office asks of the desktop it runs on. Paths are chosen by the user in the system's own dialogs. */

export interface Desktop {
  /** The chosen folder; null when the user closed the dialog. */
  chooseFolder(title: string): Promise<string | null>;
  /** An existing file; `extensions` without a dot. */
  chooseFile(title: string, extensions: readonly string[]): Promise<string | null>;
  /** Where a new file shall go; the dialog asks before an old one is replaced. */
  chooseNewFile(title: string, suggestedName: string): Promise<string | null>;
  /** Shows a folder in the file manager. */
  showFolder(folder: string): Promise<void>;
}
