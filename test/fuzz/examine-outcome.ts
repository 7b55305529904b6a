/** What must hold of every outcome, whatever the bytes were; returns what does not. */
import { outcomeToJson } from '#office/services/decode-json.ts';
import { reportDevice } from '#office/telegram/device-report.ts';
import { toMeterReadings } from '#office/telegram/meter-readings.ts';
import type { TelegramOutcome } from '#office/telegram/telegram-outcome.ts';
import { isExplained } from './verify-independently.ts';

const RESULTS: ReadonlySet<string> = new Set(['ok', 'partial', 'noData', 'error']);
const CODES: ReadonlySet<string> = new Set([
  'TRUNCATED',
  'CRC_ERROR',
  'NO_KEY',
  'WRONG_KEY',
  'WRONG_KEY_SUSPECTED',
  'MAC_FAILED',
  'PROPRIETARY_CI',
  'UNSUPPORTED_SECURITY_MODE',
  'UNSUPPORTED_FRAGMENT',
  'COMPACT_FORMAT_UNKNOWN',
  'UNPARSEABLE',
]);
const RECEIVED_AT = new Date('2026-07-01T10:00:00Z');

/** Longer than the longest telegram can take, even on a busy machine. */
export const HANG_MS = 1000;

/** Complaints about an outcome, empty when all is as declared. */
export function examine(
  outcome: TelegramOutcome,
  telegram: Uint8Array,
  keys: readonly Uint8Array[],
): string[] {
  const complaints: string[] = [];
  const demand = (isTrue: boolean, complaint: string) => {
    if (!isTrue) complaints.push(complaint);
  };
  demand(RESULTS.has(outcome.result), `undeclared result ${outcome.result}`);
  const readings = toMeterReadings(outcome, RECEIVED_AT);
  const printed = JSON.stringify(outcomeToJson(outcome));
  reportDevice(outcome);
  for (const key of keys)
    demand(!printed.includes(Buffer.from(key).toString('hex').toUpperCase()), 'a key in the output');

  if (outcome.result === 'error') {
    demand(CODES.has(outcome.code), `undeclared code ${outcome.code}`);
    demand(!('records' in outcome) && readings.length === 0, 'records or readings beside an error');
    demand(outcome.message.endsWith('.'), 'an error without a sentence');
    return complaints;
  }
  if (outcome.result === 'noData') {
    demand(readings.length === 0, 'readings without data');
    return complaints;
  }
  for (const { start, end } of outcome.records)
    demand(start <= end && end <= outcome.payload.length, 'a record outside its payload');
  demand(isExplained(outcome, telegram, keys), 'records from a payload whose check failed');
  const { mode, isAlreadyDecrypted } = outcome.security;
  if (mode === 'ELL-CTR') demand(outcome.verifiedBy !== 'none', 'an ELL payload that nothing vouches for');
  if (outcome.result === 'partial')
    demand(
      mode !== '5' && (mode !== 'ELL-CTR' || isAlreadyDecrypted),
      'half of a payload without authentication',
    );
  for (const { value } of readings) demand(value.mantissa >= 0n, 'a negative reading');
  return complaints;
}
