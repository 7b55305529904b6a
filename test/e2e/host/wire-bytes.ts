/** Playwright's bindings carry JSON only: bytes travel as text under a name of their own. */

const MARK = '$bytes';

/** Replaces byte arrays anywhere in a reply. Runs in the host. */
export function packBytes(value: unknown): unknown {
  if (value instanceof Uint8Array) return { [MARK]: Buffer.from(value).toString('base64') };
  return mapInside(value, packBytes);
}

/** Undoes `packBytes`. Runs in the page. */
export function unpackBytes(value: unknown): unknown {
  if (typeof value === 'object' && value !== null && MARK in value)
    return Uint8Array.from(atob(String(value[MARK])), (sign) => sign.codePointAt(0) ?? 0);
  return mapInside(value, unpackBytes);
}

function mapInside(value: unknown, map: (inner: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(map);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, map(inner)]));
}
