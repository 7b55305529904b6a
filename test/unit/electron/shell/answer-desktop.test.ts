import type { BaseWindow, OpenDialogOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { createDesktopAnswers, type DesktopParts } from '../../../../electron/shell/answer-desktop.ts';

function setUp(chosen: string | null, window: BaseWindow | null = {} as BaseWindow) {
  const asked: unknown[] = [];
  const answer = createDesktopAnswers({
    dialog: {
      showOpenDialog: async (_: BaseWindow, options: OpenDialogOptions) => {
        asked.push(options);
        return { canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] };
      },
      showSaveDialog: async () => ({ canceled: chosen === null, filePath: chosen ?? '' }),
    } as unknown as DesktopParts['dialog'],
    shell: { openPath: async (folder: string) => (asked.push(folder), '') },
    keychain: { load: async () => null, save: async () => 'saved' } as unknown as DesktopParts['keychain'],
    window: () => window,
  });
  return { answer, asked };
}

describe('the desktop’s answers', () => {
  it('are the folder and files the user chose', async () => {
    const { answer, asked } = setUp('/somewhere');
    await expect(answer({ kind: 'chooseFolder', title: 'Sicherungsordner' })).resolves.toBe('/somewhere');
    await expect(
      answer({ kind: 'chooseFile', title: 'Abrechnungsfall', extensions: ['json'] }),
    ).resolves.toBe('/somewhere');
    await expect(
      answer({ kind: 'chooseNewFile', title: 'Blatt speichern', suggestedName: 'Blatt.pdf' }),
    ).resolves.toBe('/somewhere');
    expect(asked).toEqual([
      expect.objectContaining({ properties: ['openDirectory', 'createDirectory'] }),
      expect.objectContaining({ filters: [{ name: 'Abrechnungsfall', extensions: ['json'] }] }),
    ]);
  });

  it('are null when the user closed the dialog', async () => {
    const { answer } = setUp(null);
    await expect(answer({ kind: 'chooseFolder', title: 'Wohin?' })).resolves.toBeNull();
    await expect(
      answer({ kind: 'chooseNewFile', title: 'Wohin?', suggestedName: 'a.pdf' }),
    ).resolves.toBeNull();
  });

  it('are null without a window to hang a dialog on', async () => {
    const { answer, asked } = setUp('/somewhere', null);
    await expect(answer({ kind: 'chooseFolder', title: 'Wohin?' })).resolves.toBeNull();
    expect(asked).toEqual([]);
  });

  it('open a folder and nothing else in the file manager', async () => {
    const { answer, asked } = setUp(null);
    await expect(answer({ kind: 'showFolder', folder: '/exports' })).resolves.toBeNull();
    expect(asked).toEqual(['/exports']);
  });
});
