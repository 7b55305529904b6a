/** Keeps a page where it is: no navigation, no second window, no embedded guest. */
import type { Event, WebContents } from 'electron';
import { isOwnPage, mayOpenExternally } from './navigation.ts';

type Guarded = Pick<WebContents, 'on' | 'setWindowOpenHandler'>;

function stayHere(event: Event<{ readonly url: string }>): void {
  if (!isOwnPage(event.url)) event.preventDefault();
}

/** `openExternal` hands an address of the allow-list to the system's browser. */
export function guardContents(contents: Guarded, openExternal: (url: string) => Promise<void>): void {
  contents.on('will-navigate', stayHere);
  contents.on('will-frame-navigate', stayHere);
  contents.on('will-redirect', stayHere);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (mayOpenExternally(url)) void openExternal(url);
    return { action: 'deny' };
  });
}
