/** The project's 160 telegram cases, and how closely a decoded object must match what a case expects. */
import { readFileSync } from 'node:fs';

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

export interface TelegramCase {
  readonly id: string;
  readonly category: string;
  readonly telegramHex: string;
  readonly keyHex: string | null;
  readonly context?: readonly { readonly telegramHex: string; readonly keyHex: string | null }[];
  readonly expected: Readonly<Record<string, Json>>;
}

const FIXTURE = new URL('../../../../fixtures/telegrams/cases.json', import.meta.url);

export const TELEGRAM_CASES = JSON.parse(readFileSync(FIXTURE, 'utf8')) as readonly TelegramCase[];

/** Parts of `expected` that tell the tests what to tolerate; the decoder does not print them. */
const TOLERANCES: ReadonlySet<string> = new Set(['mustNot', 'acceptAlso', 'optional', 'alternative']);
const RELATIVE_TOLERANCE = 1e-6;

/** Where `actual` differs from `expected`: one line per difference, none when everything expected is there. */
export function differences(actual: unknown, expected: Json, path = ''): string[] {
  if (typeof expected === 'number' && typeof actual === 'number')
    return Math.abs(actual - expected) <= RELATIVE_TOLERANCE * Math.max(1, Math.abs(expected))
      ? []
      : [`${path}: ${actual} instead of ${expected}`];
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length)
      return [`${path}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`];
    return expected.flatMap((item, index) => differences(actual[index], item, `${path}[${index}]`));
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof actual !== 'object' || actual === null)
      return [`${path}: ${JSON.stringify(actual)} instead of an object`];
    const found = new Map<string, unknown>(Object.entries(actual));
    return Object.entries(expected).flatMap(([name, value]) =>
      TOLERANCES.has(name) && path === '' ? [] : differences(found.get(name), value, `${path}.${name}`),
    );
  }
  return actual === expected
    ? []
    : [`${path}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`];
}

/** What a decoder must print for a case: `differences` with the case's own tolerances for the error code. */
export function judge(actual: Readonly<Record<string, unknown>>, wanted: TelegramCase): string[] {
  const { acceptAlso, errorCode, ...expected } = wanted.expected;
  const codes = [errorCode ?? null, ...(Array.isArray(acceptAlso) ? acceptAlso : [])];
  const code = actual['errorCode'] ?? null;
  const wrongCode = codes.some((accepted) => accepted === code) ? [] : [`errorCode: ${JSON.stringify(code)}`];
  const tooMuch = wanted.expected['result'] === 'error' && ('key' in actual || 'records' in actual);
  return [
    ...differences(actual, expected),
    ...wrongCode,
    ...(tooMuch ? ['values in spite of an error'] : []),
  ];
}
