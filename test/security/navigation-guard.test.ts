import { EventEmitter } from 'node:events';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardContents } from '../../electron/shell/guard-contents.ts';
import { isOwnPage, mayOpenExternally } from '../../electron/shell/navigation.ts';

const ATTACKS = [
  'https://example.org/',
  'https://example.org/?next=app://stichtag/',
  'https://example.org/#app://stichtag/index.html',
  'https://app://stichtag/',
  'http://stichtag/',
  'https://stichtag/',
  'app://stichtag.example/',
  'app://stichtag:443/',
  'app://evil@stichtag/',
  'app://stichtag@evil/',
  'app://evil/stichtag',
  'app:stichtag',
  'app:/stichtag',
  'APP://STICHTAG.EXAMPLE/',
  'app2://stichtag/',
  'file:///etc/passwd',
  'file://stichtag/index.html',
  'about:blank',
  'about:srcdoc',
  'data:text/html,<script>alert(1)</script>',
  'javascript:alert(1)',
  'blob:app://stichtag/0',
  'filesystem:app://stichtag/temporary/x',
  'view-source:app://stichtag/',
  'chrome://gpu',
  'devtools://devtools/bundled/inspector.html',
  '//stichtag/',
  '',
  ' ',
];

/** A page's contents as far as the guard listens to them. */
class FakeContents extends EventEmitter {
  openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }

  /** Whether the page may go there. */
  lets(event: string, url: string): boolean {
    let prevented = false;
    this.emit(event, { url, preventDefault: () => (prevented = true) });
    return !prevented;
  }
}

function guarded(): { contents: FakeContents; opened: string[] } {
  const contents = new FakeContents();
  const opened: string[] = [];
  guardContents(contents as never, async (url) => void opened.push(url));
  return { contents, opened };
}

describe('the window', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('stays on its page at %s', (event) => {
    const { contents } = guarded();
    expect(contents.lets(event, 'app://stichtag/index.html#/units')).toBe(true);
    expect(ATTACKS.filter((url) => contents.lets(event, url))).toEqual([]);
  });

  it('opens no second window, whatever the address', () => {
    const { contents, opened } = guarded();
    for (const url of [...ATTACKS, 'app://stichtag/index.html'])
      expect(contents.openHandler({ url })).toEqual({ action: 'deny' });
    expect(opened).toEqual([]);
  });

  it('sends a paragraph of the law to the system’s browser, still without a second window', () => {
    const { contents, opened } = guarded();
    const url = 'https://www.gesetze-im-internet.de/heizkostenv/__9a.html';
    expect(contents.openHandler({ url })).toEqual({ action: 'deny' });
    expect(opened).toEqual([url]);
  });

  it('embeds no guest page', () => {
    const { contents } = guarded();
    expect(contents.lets('will-attach-webview', 'app://stichtag/')).toBe(false);
  });
});

describe('an address for the system’s browser', () => {
  it.each([
    'http://www.gesetze-im-internet.de/',
    'https://www.gesetze-im-internet.de.example/',
    'https://www.gesetze-im-internet.de:8443/',
    'https://user@www.gesetze-im-internet.de/',
    'https://gesetze-im-internet.de@evil.example/',
    'https://evil.example/www.gesetze-im-internet.de',
    'file://www.gesetze-im-internet.de/etc/passwd',
    'ms-settings:www.gesetze-im-internet.de',
    'mailto:somebody@www.gesetze-im-internet.de',
    'smb://www.gesetze-im-internet.de/share',
    'javascript:https://www.gesetze-im-internet.de',
  ])('is not %s', (url) => expect(mayOpenExternally(url)).toBe(false));

  it('is never one of another host, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const { hostname } = new URL(url);
        if (mayOpenExternally(url))
          expect(hostname).toMatch(/^www\.(gesetze-im-internet|recht\.bund|bafa|dwd)\.de$/);
        expect(isOwnPage(url)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });
});
