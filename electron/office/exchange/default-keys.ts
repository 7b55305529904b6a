/** Keys that are no secret: makers' common ones, published with their meters' names, and those anybody would guess. */

const PUBLISHED: ReadonlySet<string> = new Set([
  // Diehl's common key for OMS meters, and its twin.
  '51728910e66d83f851728910e66d83f8',
  '39bc8a10e66d83f839bc8a10e66d83f8',
  // The keys of the examples in standards and manuals.
  '000102030405060708090a0b0c0d0e0f',
  '0102030405060708090a0b0c0d0e0f11',
  '00112233445566778899aabbccddeeff',
  '12345678901234561234567890123456',
]);

/** Whether a key of 16 bytes is known to the world: published, or one byte throughout. */
export function isDefaultKey(key: Buffer): boolean {
  return PUBLISHED.has(key.toString('hex')) || key.every((byte) => byte === key[0]);
}
