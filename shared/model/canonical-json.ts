/** JSON with one spelling: keys in order, no spaces. Equal values give equal text, so that it can be hashed. */

export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** The one spelling of a value; members that are undefined are left out. Throws a TypeError for what JSON cannot carry. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  const isPlain = value === null || typeof value === 'string' || typeof value === 'boolean';
  if (!isPlain && !(typeof value === 'number' && Number.isFinite(value)))
    throw new TypeError('JSON has no such value');
  return JSON.stringify(value);
}
