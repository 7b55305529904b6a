/** What the page may ask the system for: writing to the clipboard, and nothing else. */
import { isOwnPage } from './navigation.ts';

const ALLOWED: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** `requestedFrom` is the asking page's address or origin, as Electron gives it. */
export function isPermissionAllowed(permission: string, requestedFrom: string): boolean {
  return ALLOWED.has(permission) && isOwnPage(requestedFrom);
}
