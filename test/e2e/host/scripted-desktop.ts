/** The desktop of the tests: answers dialogs with what the test laid out beforehand. */
import type { Desktop } from '#office/services/desktop.ts';

export class ScriptedDesktop implements Desktop {
  /** Taken one a dialog, in order; without an answer the dialog counts as closed. */
  readonly answers: (string | null)[] = [];
  /** The titles of the dialogs that were opened, and the folders shown. */
  readonly seen: string[] = [];

  async chooseFolder(title: string): Promise<string | null> {
    return this.#next(title);
  }
  async chooseFile(title: string): Promise<string | null> {
    return this.#next(title);
  }
  async chooseNewFile(title: string): Promise<string | null> {
    return this.#next(title);
  }
  async showFolder(folder: string): Promise<void> {
    this.seen.push(folder);
  }

  #next(title: string): string | null {
    this.seen.push(title);
    return this.answers.shift() ?? null;
  }
}
