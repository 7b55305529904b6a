/** Playwright's bindings carry JSON only: bytes travel as text under a name of their own, both ways. */

const MARK = '$bytes';

/** Replaces byte arrays anywhere in what is said. */
export function packBytes(value: unknown): unknown {
  if (value instanceof Uint8Array)
    return { [MARK]: btoa(Array.from(value, (byte) => String.fromCodePoint(byte)).join('')) };
  return mapInside(value, packBytes);
}

/** Undoes `packBytes`. */
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
