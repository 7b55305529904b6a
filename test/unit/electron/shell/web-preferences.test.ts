import { describe, expect, it } from 'vitest';
import { webPreferencesFor } from '../../../../electron/shell/web-preferences.ts';

describe('the web preferences of the window', () => {
  it('are exactly these: every door is shut, the only key is the bridge', () => {
    expect(webPreferencesFor('/app/preload.cjs', true)).toEqual({
      preload: '/app/preload.cjs',
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
      devTools: false,
    });
  });

  it('cannot be changed after the fact', () => {
    expect(Object.isFrozen(webPreferencesFor('/app/preload.cjs', true))).toBe(true);
  });

  it('allow developer tools only where the program runs from its sources', () => {
    expect(webPreferencesFor('/app/preload.cjs', false).devTools).toBe(true);
  });
});
