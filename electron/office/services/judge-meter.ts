/** Everything that may be said about one meter this morning, from the facts of the survey. Pure. */
import type { MessageCode } from '#shared/contract/messages.ts';
import { addDays, addMonths, type PlainDate } from '#shared/model/plain-date.ts';
import type { MeterKind } from '#shared/model/meter.ts';
import { formatQuantity } from '#shared/text/format.ts';
import type { MeterStatus } from '../telegram/transport-layer.ts';
import { judgeRegister, type RegisterFacts } from './judge-registers.ts';
import type { Heard } from './judge-silence.ts';

/** A message before anybody decided about it. */
export interface JudgedMessage {
  readonly code: MessageCode;
  /** UTC; null when unknown. */
  readonly since: string | null;
  /** Changes when the message is news again. */
  readonly state: string;
  /** German facts without consumption values. */
  readonly evidence: readonly string[];
}

/** What the newest telegram of a meter says about itself and its key. */
export interface TelegramFacts {
  /** Code of the decoder; null while it waits. */
  readonly outcome: string | null;
  /** Null when the header does not show it. */
  readonly status: MeterStatus | null;
  readonly receivedAtMs: number;
  readonly rssiDbm: number | null;
}

export interface MeterFacts {
  readonly kind: MeterKind;
  readonly calibratedUntil: PlainDate | null;
  /** Since when it hangs where it hangs. */
  readonly installedOn: PlainDate;
  /** A meter that is read by hand is never silent. */
  readonly isRadio: boolean;
  readonly heard: Heard;
  readonly telegram: TelegramFacts | null;
  readonly register: RegisterFacts;
  /** The number of the meter it seems exchanged with, and since when. */
  readonly swap: { readonly partner: string; readonly since: PlainDate } | null;
  /** Since when a state of its telegrams lasts; asked only for what is so now. */
  readonly lastingSinceMs: (what: 'unreadable' | 'batteryLow' | 'deviceFault') => number | null;
}

const MONTHS_OF_NOTICE = 6;
/** A new meter may take this long until it is heard. */
const DAYS_TO_BE_HEARD = 2;
const KEY_MESSAGES: ReadonlyMap<string, MessageCode> = new Map([
  ['NO_KEY', 'missingKey'],
  ['WRONG_KEY', 'wrongKey'],
  ['WRONG_KEY_SUSPECTED', 'wrongKey'],
  ['MAC_FAILED', 'altered'],
  ['PROPRIETARY_CI', 'unreadable'],
  ['UNSUPPORTED_SECURITY_MODE', 'unreadable'],
  ['UNSUPPORTED_FRAGMENT', 'unreadable'],
  ['UNPARSEABLE', 'unreadable'],
]);

/** The messages of a meter on a day. */
export function judgeMeter(facts: MeterFacts, today: PlainDate): JudgedMessage[] {
  return [
    ...silenceOf(facts, today),
    ...keyOf(facts),
    ...deviceOf(facts),
    ...registerOf(facts),
    ...calibrationOf(facts, today),
  ];
}

function silenceOf({ heard, telegram, isRadio, installedOn }: MeterFacts, today: PlainDate): JudgedMessage[] {
  if (!isRadio || heard === 'received') return [];
  if (telegram === null) {
    if (addDays(installedOn, DAYS_TO_BE_HEARD) > today) return [];
    return [{ code: 'neverHeard', since: startOf(installedOn), state: installedOn, evidence: [] }];
  }
  const since = new Date(telegram.receivedAtMs).toISOString();
  const evidence =
    telegram.rssiDbm === null ? [] : [`Zuletzt mit ${formatQuantity(telegram.rssiDbm, 0, 'dBm')} empfangen`];
  return [{ code: heard === 'late' ? 'late' : 'silent', since, state: since, evidence }];
}

function keyOf({ telegram, lastingSinceMs }: MeterFacts): JudgedMessage[] {
  const code = KEY_MESSAGES.get(telegram?.outcome ?? '');
  return code === undefined ? [] : [lasting(code, lastingSinceMs('unreadable'))];
}

function deviceOf({ telegram, lastingSinceMs }: MeterFacts): JudgedMessage[] {
  const status = telegram?.status;
  return [
    ...(status?.isBatteryLow === true ? [lasting('batteryLow', lastingSinceMs('batteryLow'))] : []),
    ...(status?.hasPermanentError === true ? [lasting('deviceFault', lastingSinceMs('deviceFault'))] : []),
  ];
}

function lasting(code: MessageCode, sinceMs: number | null): JudgedMessage {
  const since = sinceMs === null ? null : new Date(sinceMs).toISOString();
  return { code, since, state: since ?? '', evidence: [] };
}

function registerOf({ register, swap }: MeterFacts): JudgedMessage[] {
  if (swap !== null)
    return [
      {
        code: 'swapped',
        since: startOf(swap.since),
        state: `${swap.partner} ${swap.since}`,
        evidence: [`Getauscht plausibel mit Gerät ${swap.partner}`],
      },
    ];
  return judgeRegister(register).map(({ finding, since }) => ({
    code: finding,
    since: startOf(since),
    state: since,
    evidence: [],
  }));
}

function calibrationOf({ kind, calibratedUntil }: MeterFacts, today: PlainDate): JudgedMessage[] {
  if (kind === 'allocator' || calibratedUntil === null) return [];
  if (calibratedUntil > addMonths(today, MONTHS_OF_NOTICE)) return [];
  const code = calibratedUntil < today ? 'calibrationEnded' : 'calibrationEnds';
  return [{ code, since: startOf(calibratedUntil), state: calibratedUntil, evidence: [] }];
}

/** Days of master data and readings have no hour; the window shows their date. */
function startOf(day: PlainDate): string {
  return `${day}T00:00:00.000Z`;
}
