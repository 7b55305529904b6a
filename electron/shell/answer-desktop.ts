/** Answers the office's questions to the desktop with Electron's dialogs, file manager and keychain. */
import type { BaseWindow, dialog, shell } from 'electron';
import type { DesktopAnswer, DesktopQuestion } from '#office/router/office-messages.ts';
import type { Keychain } from './keychain.ts';

export interface DesktopParts {
  readonly dialog: Pick<typeof dialog, 'showOpenDialog' | 'showSaveDialog'>;
  readonly shell: Pick<typeof shell, 'openPath'>;
  readonly keychain: Keychain;
  /** The window the dialogs belong to; null while there is none, and then nothing is asked. */
  readonly window: () => BaseWindow | null;
}

/** Answers one kind of question. */
type Answer<Kind extends DesktopQuestion['kind']> = (
  question: Extract<DesktopQuestion, { readonly kind: Kind }>,
) => Promise<DesktopAnswer<Kind>>;

/** The office checks each answer's shape when it arrives. */
export function createDesktopAnswers(parts: DesktopParts): (question: DesktopQuestion) => Promise<unknown> {
  const { dialog: dialogs, keychain } = parts;

  async function chooseOpen(
    title: string,
    property: 'openDirectory' | 'openFile',
    extensions: readonly string[],
  ): Promise<string | null> {
    const window = parts.window();
    if (window === null) return null;
    const chosen = await dialogs.showOpenDialog(window, {
      title,
      properties: property === 'openDirectory' ? ['openDirectory', 'createDirectory'] : ['openFile'],
      ...(extensions.length === 0 ? {} : { filters: [{ name: title, extensions: [...extensions] }] }),
    });
    return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
  }

  async function chooseNewFile(title: string, suggestedName: string): Promise<string | null> {
    const window = parts.window();
    if (window === null) return null;
    const chosen = await dialogs.showSaveDialog(window, {
      title,
      defaultPath: suggestedName,
      properties: ['showOverwriteConfirmation', 'createDirectory'],
    });
    return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath;
  }

  const answers: { [Kind in DesktopQuestion['kind']]: Answer<Kind> } = {
    chooseFolder: ({ title }) => chooseOpen(title, 'openDirectory', []),
    chooseFile: ({ title, extensions }) => chooseOpen(title, 'openFile', extensions),
    chooseNewFile: ({ title, suggestedName }) => chooseNewFile(title, suggestedName),
    showFolder: async ({ folder }) => {
      await parts.shell.openPath(folder);
      return null;
    },
    loadDeviceSecret: ({ vaultId }) => keychain.load(vaultId),
    saveDeviceSecret: ({ vaultId, secret }) => keychain.save(vaultId, secret),
  };

  return async (question) => await (answers[question.kind] as Answer<typeof question.kind>)(question);
}
