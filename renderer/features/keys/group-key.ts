/** Writes a key as delivery notes do: four groups of eight digits. Pure. */

export const KEY_DIGITS = 32;

/** The hexadecimal digits among what was typed or pasted, without a leading `0x`. */
export function digitsOf(typed: string): string {
  return typed
    .trim()
    .replace(/^0x/i, '')
    .replace(/[^0-9a-f]/gi, '')
    .slice(0, KEY_DIGITS)
    .toUpperCase();
}

/** `00112233 4455…`, as far as it has been typed. */
export function groupKey(typed: string): string {
  return digitsOf(typed).replace(/.{8}(?!$)/g, '$& ');
}
