/** Where the window may go: to its own page, and the system's browser to a few addresses of the law. */
import { APP_ORIGIN } from './app-files.ts';

/** Hosts a help text or a paragraph links to. */
const EXTERNAL_HOSTS: ReadonlySet<string> = new Set([
  'www.gesetze-im-internet.de',
  'www.recht.bund.de',
  'www.bafa.de',
  'www.dwd.de',
]);

function parse(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}

/** Only the exact origin of the app counts: its name somewhere in an address does not. */
export function isOwnPage(url: string): boolean {
  const target = parse(url);
  return (
    target !== null &&
    `${target.protocol}//${target.host}` === APP_ORIGIN &&
    target.username === '' &&
    target.password === ''
  );
}

/** Whether the system's browser may be sent to an address: https, a host of the list, no port, no credentials. */
export function mayOpenExternally(url: string): boolean {
  const target = parse(url);
  return (
    target !== null &&
    target.protocol === 'https:' &&
    EXTERNAL_HOSTS.has(target.hostname) &&
    target.port === '' &&
    target.username === '' &&
    target.password === ''
  );
}
