import type { IpcMainInvokeEvent } from 'electron';
import { describe, expect, it } from 'vitest';
import { isTrusted, UNKNOWN_SENDER } from '#office/router/sender.ts';
import { APP_ORIGIN } from '../../../../electron/shell/app-files.ts';
import { senderOf } from '../../../../electron/shell/sender-of.ts';

function eventFrom(url: string, parent: object | null = null, webContentsId = 7): IpcMainInvokeEvent {
  return { senderFrame: { url, parent }, sender: { id: webContentsId } } as unknown as IpcMainInvokeEvent;
}

const OWN = 7;

describe('who asks', () => {
  it('is the top frame of our window on a page of ours', () => {
    expect(isTrusted(senderOf(eventFrom('app://stichtag/index.html#/units'), OWN), APP_ORIGIN)).toBe(true);
  });

  it.each([
    ['a frame that is gone', { ...eventFrom('app://stichtag/'), senderFrame: null }],
    ['a sub-frame', eventFrom('app://stichtag/', {})],
    ['another window', eventFrom('app://stichtag/', null, 8)],
    ['about:blank', eventFrom('about:blank')],
    ['an empty address', eventFrom('')],
    ['a data address', eventFrom('data:text/html,app://stichtag/')],
    ['a blob of ours', eventFrom('blob:app://stichtag/1')],
    ['a file', eventFrom('file:///app://stichtag/index.html')],
    ['a host that begins like ours', eventFrom('app://stichtag.example/')],
    ['a host with a port', eventFrom('app://stichtag:80/')],
    ['a page that names us in its query', eventFrom('https://example.org/?next=app://stichtag/')],
  ])('is not %s', (_, event) => {
    expect(isTrusted(senderOf(event, OWN), APP_ORIGIN)).toBe(false);
  });

  it('is nobody while there is no window', () => {
    expect(senderOf(eventFrom('app://stichtag/'), null)).toBe(UNKNOWN_SENDER);
  });
});
