/** Meters desk (Messgeräte): master data and places, the way of their data, telegrams, history, readings by hand. */
import { z } from 'zod';
import { channel, done } from './channel.ts';
import { message, messageCode } from './messages.ts';
import {
  day,
  instant,
  line,
  optionalLine,
  period,
  propertyId,
  quantity,
  installationId,
  meterId,
  roomId,
  unitId,
} from './values.ts';

export const meterKind = z.enum(['allocator', 'heatMeter', 'warmWaterMeter', 'hotWaterHeatMeter']);
export type MeterKind = z.output<typeof meterKind>;

/** What staff type about the device itself. */
export const meterFields = z.strictObject({
  /** Three letters of the FLAG association. */
  manufacturer: z.string().regex(/^[A-Z]{3}$/, 'Bitte drei Großbuchstaben angeben, zum Beispiel QDS.'),
  /** As printed: eight digits; leading zeros count. */
  number: z.string().regex(/^[0-9A-F]{8}$/, 'Bitte alle acht Ziffern angeben, auch führende Nullen.'),
  /** Generation and medium of the radio address (EN 13757-3). */
  version: z.int().min(0).max(255),
  deviceType: z.int().min(0).max(255),
  kind: meterKind,
  /** Where the printed number differs from the one on the air. */
  serial: optionalLine,
  calibratedUntil: day.nullable(),
});
export type MeterFields = z.output<typeof meterFields>;

/** Where and how it hangs. */
export const placeFields = z.strictObject({
  propertyId,
  unitId: unitId.nullable(),
  roomId: roomId.nullable(),
  /** Which radiator or pipe. */
  position: optionalLine,
  from: day,
  to: day.nullable(),
  scale: z.enum(['unit', 'product']),
  factor: quantity,
  kq: quantity.nullable(),
  kc: quantity.nullable(),
  kt: quantity.nullable(),
  /** `12-31`. */
  dueDay: z
    .string()
    .regex(/^\d{2}-\d{2}$/)
    .nullable(),
  remoteReadable: z.boolean(),
  interoperable: z.boolean(),
});
export type PlaceFields = z.output<typeof placeFields>;

/** A register in the unit people read: `1234.5` and `kWh`. */
export const registerReading = z.strictObject({
  value: z.string().regex(/^-?\d+(\.\d+)?$/),
  unit: z.enum(['units', 'kWh', 'GJ', 'm3']),
});
export type RegisterReading = z.output<typeof registerReading>;

/** `gone`: it hangs nowhere today. */
export const reception = z.enum(['received', 'late', 'silent', 'never', 'gone']);
export type Reception = z.output<typeof reception>;

/** A meter as a list shows it. */
export const meterSummary = z.strictObject({
  id: meterId,
  kind: meterKind,
  manufacturer: line,
  /** The printed number where it is known, else the one on the air. */
  number: line,
  propertyId: propertyId.nullable(),
  propertyName: z.string(),
  unitId: unitId.nullable(),
  unitName: z.string(),
  /** Room and radiator, or where else it hangs. */
  place: z.string(),
  gateway: z.string().nullable(),
  reception,
  lastReceivedAt: instant.nullable(),
  rssiDbm: z.int().nullable(),
  /** The newest register; null before the first reading. */
  reading: registerReading.nullable(),
  readingDay: day.nullable(),
  isReadByHand: z.boolean(),
  calibratedUntil: day.nullable(),
  /** The messages that nobody put off or ignores. */
  messages: z.array(messageCode),
});
export type MeterSummary = z.output<typeof meterSummary>;

/** What the law asks of a place's device by a day, and whether it is met (§ 5 Abs. 2 to 4 HeizkostenV). */
export const meterDuty = z.strictObject({
  duty: z.enum(['remoteReadable', 'interoperable']),
  by: day,
  state: z.enum(['met', 'due', 'breached']),
});
export type MeterDuty = z.output<typeof meterDuty>;

export const place = placeFields.extend({
  id: installationId,
  propertyName: z.string(),
  unitName: z.string(),
  roomName: z.string(),
  duties: z.array(meterDuty),
});
export type Place = z.output<typeof place>;

/** A station of the way of its data, in the order of the way. */
export const pathStation = z.strictObject({
  station: z.enum(['gateway', 'cloud', 'app', 'decoded', 'billed']),
  /** When the newest telegram reached it, or the newest bill used one; null when never. */
  at: instant.nullable(),
  /** When the newest telegram that got there was received; tells how far behind the station is. */
  telegramAt: instant.nullable(),
  /** Gateway, bill or outcome. */
  detail: z.string(),
});
export type PathStation = z.output<typeof pathStation>;

/** Where the way broke; null while data flow to the end. */
export const pathBreak = z.enum(['meter', 'gateway', 'cloud', 'decoded']).nullable();

export const meterView = z.strictObject({
  summary: meterSummary,
  fields: meterFields,
  /** Oldest first. */
  places: z.array(place),
  messages: z.array(message),
  path: z.array(pathStation),
  brokenAt: pathBreak,
  /** The meter's own rhythm, in hours; null before its third telegram. */
  intervalHours: z.number().nullable(),
  batteryLow: z.boolean().nullable(),
  keyState: z.enum(['confirmed', 'wrong', 'missing', 'none', 'unproved']),
});
export type MeterView = z.output<typeof meterView>;

export const telegramSummary = z.strictObject({
  id: z.int().positive(),
  receivedAt: instant,
  gateway: z.string().nullable(),
  rssiDbm: z.int().nullable(),
  outcome: z.string().nullable(),
  verifiedBy: z.enum(['none', 'checkBytes', 'crc', 'mac']).nullable(),
});
export type TelegramSummary = z.output<typeof telegramSummary>;

/** One decoded record of a telegram. */
export const telegramField = z.strictObject({
  /** Where its bytes begin in the decrypted payload. */
  at: z.int(),
  /** DIF and VIF as hexadecimal text. */
  header: z.string(),
  quantity: z.string(),
  /** `maximum`, `minimum`, `error`; `S1`, `T2`, `U1` for storage, tariff and subunit other than 0; VIFEs. */
  qualifiers: z.string(),
  value: z.string(),
  unit: z.string(),
});
export type TelegramField = z.output<typeof telegramField>;

export const headerPart = z.enum([
  'sender',
  'meter',
  'device',
  'control',
  'access',
  'status',
  'security',
  'verified',
]);
export type HeaderPart = z.output<typeof headerPart>;

export const telegramView = z.strictObject({
  id: z.int().positive(),
  /** As it was received, still encrypted. */
  hex: z.string(),
  /** What the header says in the clear, in the order of a telegram. */
  header: z.array(z.strictObject({ name: headerPart, value: z.string() })),
  fields: z.array(telegramField),
  /** Why it could not be read; null when it could. */
  failure: z.string().nullable(),
});
export type TelegramView = z.output<typeof telegramView>;

/** A point of the history. */
export const historyPoint = z.strictObject({
  day,
  register: z.enum(['current', 'dueDate', 'month']),
  value: registerReading.shape.value,
  unit: registerReading.shape.unit,
  isReadByHand: z.boolean(),
  /** Who read it on what occasion; empty for radio. */
  note: z.string(),
});
export type HistoryPoint = z.output<typeof historyPoint>;

/** A reading somebody took by eye. */
export const handReading = z.strictObject({
  day,
  value: quantity,
  unit: registerReading.shape.unit,
  origin: z.enum(['readOnSite', 'reportedByTenant', 'takenOver']),
  note: optionalLine,
});
export type HandReading = z.output<typeof handReading>;

const meterRef = z.strictObject({ id: meterId });

export const metersDesk = {
  /** All meters; those that hang or hung last in a property; those that hang in a unit today. */
  'meters.list': channel(
    z.strictObject({ propertyId: propertyId.optional(), unitId: unitId.optional() }),
    z.array(meterSummary),
  ),
  'meters.get': channel(meterRef, meterView),
  /** Enters a meter in its first place, with the reading it began with when there is one. */
  'meters.create': channel(
    z.strictObject({ fields: meterFields, place: placeFields, opening: handReading.nullable() }),
    meterRef,
  ),
  'meters.save': channel(
    z.strictObject({ id: meterId, fields: meterFields, reason: optionalLine }),
    meterRef,
  ),
  'meters.savePlace': channel(
    z.strictObject({ id: meterId, installationId, fields: placeFields, reason: optionalLine }),
    meterRef,
  ),
  /**
   * Ends a meter's place with a last reading; with `next` another meter takes the place on the day after, with its
   * first reading. One undoable step.
   */
  'meters.exchange': channel(
    z.strictObject({
      id: meterId,
      lastDay: day,
      closing: handReading.nullable(),
      next: z.strictObject({ fields: meterFields, opening: handReading.nullable() }).nullable(),
      reason: optionalLine,
    }),
    z.strictObject({ nextId: meterId.nullable() }),
  ),
  /** Enters a reading taken by hand; the bill and the page mark it as such. */
  'meters.addReading': channel(z.strictObject({ id: meterId, reading: handReading }), done),
  /** The newest telegrams, `before` pages on. */
  'meters.telegrams': channel(
    z.strictObject({ id: meterId, before: z.int().positive().optional(), limit: z.int().min(1).max(500) }),
    z.array(telegramSummary),
  ),
  /** Decodes one telegram in the office and shows its records; no key leaves it. */
  'meters.telegram': channel(z.strictObject({ telegramId: z.int().positive() }), telegramView),
  'meters.history': channel(z.strictObject({ id: meterId, period }), z.array(historyPoint)),
};
