/** Messages of meters and gateways: what is wrong, since when, and what somebody decided about it. */
import { z } from 'zod';
import { day, instant, line, optionalLine } from './values.ts';

/**
 * - `neverHeard`, `silent`, `late`: no telegram yet, none for much longer than the meter's own rhythm, or overdue;
 * - `batteryLow`, `deviceFault`: the status byte of the last telegram says so (EN 13757-7 § 7.5.6);
 * - `missingKey`, `wrongKey`, `altered`, `unreadable`: why the last telegram could not be read;
 * - `wentBack`, `leap`, `standstill`: the register fell, jumped, or has not moved although it should;
 * - `swapped`: two meters whose registers would be plausible only exchanged;
 * - `calibrationEnds`, `calibrationEnded`: within six months, or already;
 * - `gatewaySilent`, `gatewayUnknown`, `certificateEnds`: of gateways.
 */
export const messageCode = z.enum([
  'neverHeard',
  'silent',
  'late',
  'batteryLow',
  'deviceFault',
  'missingKey',
  'wrongKey',
  'altered',
  'unreadable',
  'wentBack',
  'leap',
  'standstill',
  'swapped',
  'calibrationEnds',
  'calibrationEnded',
  'gatewaySilent',
  'gatewayUnknown',
  'certificateEnds',
]);
export type MessageCode = z.output<typeof messageCode>;

/** The headings of the morning list, in its order. */
export const messageTopic = z.enum(['silence', 'battery', 'key', 'gateway', 'register', 'calibration']);
export type MessageTopic = z.output<typeof messageTopic>;

const TOPICS: Readonly<Record<MessageCode, MessageTopic>> = {
  neverHeard: 'silence',
  silent: 'silence',
  late: 'silence',
  batteryLow: 'battery',
  deviceFault: 'battery',
  missingKey: 'key',
  wrongKey: 'key',
  altered: 'key',
  unreadable: 'key',
  wentBack: 'register',
  leap: 'register',
  standstill: 'register',
  swapped: 'register',
  calibrationEnds: 'calibration',
  calibrationEnded: 'calibration',
  gatewaySilent: 'gateway',
  gatewayUnknown: 'gateway',
  certificateEnds: 'gateway',
};

/** The heading a message stands under. */
export function topicOf(code: MessageCode): MessageTopic {
  return TOPICS[code];
}

/** `meter:12` or `gateway:muc-4f0a01`: an unknown gateway has nothing but its serial. */
export const messageSubject = z.string().regex(/^(?:meter:\d+|gateway:.{1,64})$/);

/** Whoever saw a message, puts it off until a day, or ignores it for a reason. */
export const messageMark = z.strictObject({
  kind: z.enum(['seen', 'wait', 'ignore']),
  until: day.nullable(),
  note: optionalLine,
  /** Initials. */
  by: line,
  at: instant,
});
export type MessageMark = z.output<typeof messageMark>;

export const message = z.strictObject({
  code: messageCode,
  /** Since when it is so; null when that is not known. */
  since: instant.nullable(),
  /** Tells this state of the message from earlier ones: a mark holds only for the state it was made for. */
  state: z.string().max(200),
  /** The facts that led to it, short and without consumption values: `Signal −92 dBm`, the number of a partner. */
  evidence: z.array(z.string().max(300)),
  /** True when a meter's silence has its cause in the gateway before it. */
  isBehindSilentGateway: z.boolean(),
  mark: messageMark.nullable(),
});
export type Message = z.output<typeof message>;

/** What the window asks when somebody decides about a message. */
export const marking = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('seen'), note: optionalLine }),
  z.strictObject({ kind: z.literal('wait'), until: day, note: optionalLine }),
  z.strictObject({ kind: z.literal('ignore'), note: line }),
]);
export type Marking = z.output<typeof marking>;
