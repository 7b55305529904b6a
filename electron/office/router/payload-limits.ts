/** How much one question may weigh. Measured before any schema looks at it, and given up at the first excess. */

const LIMITS = { bytes: 4 * 1024 * 1024, values: 200_000, depth: 16 } as const;
const BYTES_OF_A_SCALAR = 8;

/**
 * Whether a payload is plain data within the limits: at most 4 MiB, 200,000 values and 16 levels. Class instances
 * other than byte arrays, functions and cycles are outside.
 */
export function isWithinLimits(payload: unknown): boolean {
  let bytes = 0;
  let values = 0;

  function fits(value: unknown, depth: number): boolean {
    values += 1;
    if (values > LIMITS.values || depth > LIMITS.depth) return false;
    bytes += weightOf(value);
    if (bytes > LIMITS.bytes) return false;
    if (typeof value === 'function' || typeof value === 'symbol') return false;
    if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return true;
    if (Array.isArray(value)) return value.every((item) => fits(item, depth + 1));
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) return false;
    return Object.entries(value).every(([name, item]) => {
      bytes += 2 * name.length;
      return fits(item, depth + 1);
    });
  }

  return fits(payload, 0);
}

function weightOf(value: unknown): number {
  if (typeof value === 'string') return 2 * value.length;
  if (value instanceof Uint8Array) return value.byteLength;
  return BYTES_OF_A_SCALAR;
}
