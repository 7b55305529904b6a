/** Overview and morning desks (Start): what is due, what is missing, when data last came, which meters need a look. */
import { z } from 'zod';
import { channel, done, nothing } from './channel.ts';
import { shownPdf } from './documents.ts';
import { marking, message, messageCode, messageSubject } from './messages.ts';
import { periodSummary } from './properties.ts';
import { day, instant, line, meterId, propertyId } from './values.ts';

export const worklist = z.strictObject({
  /** Bills that are due, the nearest deadline first. */
  due: z.array(z.strictObject({ propertyId, propertyName: line, period: periodSummary })),
  /** Properties with points open for billing. */
  missing: z.array(z.strictObject({ propertyId, propertyName: line, openPoints: z.int() })),
  lastPull: z.strictObject({ at: instant, newTelegrams: z.int(), undecodable: z.int() }).nullable(),
  lastBackupAt: instant.nullable(),
  counts: z.strictObject({ properties: z.int(), units: z.int(), people: z.int(), runningTenancies: z.int() }),
});
export type Worklist = z.output<typeof worklist>;

/** One job of the morning. */
export const morningItem = z.strictObject({
  subject: messageSubject,
  /** Null for a message about a gateway. */
  meterId: meterId.nullable(),
  /** The gateway's id where the office knows it. */
  gatewayId: z.int().positive().nullable(),
  /** The number of the meter or the serial of the gateway. */
  number: line,
  /** Unit and room, or where the gateway hangs. */
  place: z.string(),
  message,
});
export type MorningItem = z.output<typeof morningItem>;

/** Everything behind one gateway: twelve silent meters there are one job. */
export const morningGroup = z.strictObject({
  propertyId: propertyId.nullable(),
  propertyName: z.string(),
  /** Null for what was never heard. */
  gateway: z.string().nullable(),
  items: z.array(morningItem),
});
export type MorningGroup = z.output<typeof morningGroup>;

export const morningList = z.strictObject({
  /** Property by property, gateway by gateway; without what somebody put off or ignores. */
  groups: z.array(morningGroup),
  /** What somebody put off or ignores, in the same groups. */
  settled: z.array(morningGroup),
});
export type MorningList = z.output<typeof morningList>;

/** Hours of silence: two days until somebody says otherwise, and a year at most. */
export const SILENCE_HOURS = { usual: 48, least: 1, most: 8760 } as const;
const silenceHours = z.int().min(SILENCE_HOURS.least).max(SILENCE_HOURS.most);

/** How long a kind of meter may be silent before it counts as silent; never less than three of its own intervals. */
export const silenceLimits = z.strictObject({
  allocator: silenceHours,
  heatMeter: silenceHours,
  warmWaterMeter: silenceHours,
  hotWaterHeatMeter: silenceHours,
});
export type SilenceLimits = z.output<typeof silenceLimits>;

const silentCount = z.strictObject({ silent: z.int(), total: z.int() });

/** How many meters of each kind would be silent this morning, of those that send. */
export const silentCounts = z.strictObject({
  allocator: silentCount,
  heatMeter: silentCount,
  warmWaterMeter: silentCount,
  hotWaterHeatMeter: silentCount,
});
export type SilentCounts = z.output<typeof silentCounts>;

const messageRef = z.strictObject({ subject: messageSubject, code: messageCode });

/** More messages than one technician's order holds. */
export const MOST_ORDERED = 500;

export const overviewDesk = { 'overview.worklist': channel(nothing, worklist) };

const workOrder = z.strictObject({
  messages: z.array(messageRef).min(1).max(MOST_ORDERED),
  /** Until when it should be done. */
  by: day.nullable(),
});

export const morningDesk = {
  'morning.list': channel(nothing, morningList),
  /** Decides about a message in the state it is shown in; undoable. */
  'morning.mark': channel(messageRef.extend({ state: z.string().max(200), marking }), done),
  'morning.unmark': channel(messageRef, done),
  /** A work order for a technician as a PDF; without names, keys and values. */
  'morning.workOrder': channel(workOrder, shownPdf),
  /** Writes it where the user wants it. */
  'morning.saveWorkOrder': channel(workOrder, z.strictObject({ saved: z.boolean() })),
  'morning.silenceLimits': channel(nothing, silenceLimits),
  'morning.saveSilenceLimits': channel(silenceLimits, silenceLimits),
  /** What limits would make of this morning; changes nothing. */
  'morning.silentUnder': channel(silenceLimits, silentCounts),
};
