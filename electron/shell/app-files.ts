/** Which file of the built window a request gets. Pure: it names files and never opens one. */

export const APP_SCHEME = 'app';
export const APP_ORIGIN = 'app://stichtag';

/** What the window is made of; nothing else is served, whatever lies in its folder. */
const MIME_TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ttf: 'font/ttf',
  woff2: 'font/woff2',
};

/** Segments of plain letters; none begins with a dot, so that neither `..` nor a hidden file can be named. */
const PLAIN_PATH = /^(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+\.([a-z0-9]+)$/;

export type AppFile =
  | { readonly status: 200; readonly relativePath: string; readonly mimeType: string }
  | { readonly status: 400 | 403 | 404 | 405 };

/**
 * Resolves a request against the window's folder. 405 for anything but GET and HEAD, 403 for another origin, 400 for
 * an address that cannot be read, 404 for a path that names no kind of file we have. `url` is absolute.
 */
export function resolveAppFile(method: string, url: string, origin: string): AppFile {
  if (method !== 'GET' && method !== 'HEAD') return { status: 405 };
  if (!URL.canParse(url)) return { status: 400 };
  const asked = new URL(url);
  // `origin` of a URL with a scheme of our own is "null" in Node: compare its parts.
  if (`${asked.protocol}//${asked.host}` !== origin) return { status: 403 };
  if (asked.username !== '' || asked.password !== '') return { status: 403 };
  const pathname = asked.pathname === '/' || asked.pathname === '' ? '/index.html' : asked.pathname;
  const mimeType = MIME_TYPES[PLAIN_PATH.exec(pathname)?.[1] ?? ''];
  return mimeType === undefined
    ? { status: 404 }
    : { status: 200, relativePath: pathname.slice(1), mimeType };
}
