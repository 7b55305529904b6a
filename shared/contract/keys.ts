/**
 * Keys desk (Schlüssel): which device has a key that fits, delivery files of keys and devices, entry by hand. Keys go in and never come
 * back, but for `keys.reveal`; the content of a file crosses the border in neither direction.
 */
import { z } from 'zod';
import { channel, done, nothing } from './channel.ts';
import { day, instant, line, optionalLine, propertyId } from './values.ts';

/** What stored telegrams say of a key: it opens them, it does not, there are none, or they need no key. */
export const keyProof = z.enum(['confirmed', 'wrong', 'unheard', 'plain']);
export type KeyProof = z.output<typeof keyProof>;

/** The state of a device: as its keys', or no key at all, or one that everybody knows. */
export const keyState = z.enum([...keyProof.options, 'missing', 'standard']);
export type KeyState = z.output<typeof keyState>;

const manufacturer = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .nullable();
const serial = z.string().regex(/^[0-9A-F]{8}$/);

/** A device with a meter, a key or a telegram in the store. */
export const keyedDevice = z.strictObject({
  /** Null when only a list without makers knows the device. */
  manufacturer,
  serial,
  state: keyState,
  kind: z.enum(['allocator', 'heatMeter', 'warmWaterMeter', 'hotWaterHeatMeter']).nullable(),
  propertyId: propertyId.nullable(),
  /** Property, unit and room; empty when the device hangs nowhere. */
  place: optionalLine,
  held: z.array(
    z.strictObject({ id: z.int(), label: optionalLine, proof: keyProof, isStandard: z.boolean() }),
  ),
  lastHeardAt: instant.nullable(),
});
export type KeyedDevice = z.output<typeof keyedDevice>;

/** What a column of a delivery file means. A file may have several columns of keys. */
export const deliveryColumn = z.enum([
  'serial',
  'manufacturer',
  'key',
  'label',
  'kind',
  'property',
  'unit',
  'room',
  'position',
  'installedOn',
  'factor',
  'scale',
  'kq',
  'kc',
  'kt',
  'calibratedUntil',
  'ignore',
]);
export type DeliveryColumn = z.output<typeof deliveryColumn>;

/** What becomes of the device of a row, in a file that says what its devices are. */
export const deliveredDevice = z.strictObject({
  /** `placed` and `waiting` are entered, the one in its place; `known` is there already; `elsewhere` contradicts it. */
  state: z.enum(['placed', 'waiting', 'known', 'elsewhere']),
  /** Property, unit, room and position as far as they are known. */
  place: z.string(),
});
export type DeliveredDevice = z.output<typeof deliveredDevice>;

/** What holds for the devices of a file that do not say it themselves. */
export const deliveryDefaults = z.strictObject({ propertyId: propertyId.nullable(), installedOn: day });
export type DeliveryDefaults = z.output<typeof deliveryDefaults>;

export const deliveryRow = z.strictObject({
  /** Names the row for `skip`: a line with two keys makes two rows. */
  entry: z.int(),
  /** Where it stands in the file, counted from 1. */
  line: z.int().positive(),
  manufacturer,
  serial: serial.nullable(),
  label: z.string().max(200),
  verdict: z.enum(['new', 'changed', 'unchanged', 'conflict', 'faulty']),
  /** Null for a row that brings no key. */
  proof: keyProof.nullable(),
  /** Null for a row that is about a key alone. */
  device: deliveredDevice.nullable(),
  /** What is wrong or worth a look, a sentence each. */
  remarks: z.array(z.string()),
  /** The texts of the line; everything that could be a key is covered. */
  cells: z.array(z.string()),
});
export type DeliveryRow = z.output<typeof deliveryRow>;

export const deliveryPreview = z.strictObject({
  state: z.literal('preview'),
  /** Say this to the questions that follow. */
  token: z.string(),
  fileName: z.string(),
  format: z.enum(['text', 'excel', 'kamstrup']),
  columns: z.array(deliveryColumn),
  /** Of the columns; empty texts in a file without a header. */
  titles: z.array(z.string()),
  /** The supplier's profile the columns come from; null when they were guessed or chosen. */
  profile: z.string().nullable(),
  defaults: deliveryDefaults,
  rows: z.array(deliveryRow),
});
export type DeliveryPreview = z.output<typeof deliveryPreview>;

const lockedDelivery = z.strictObject({
  state: z.literal('locked'),
  token: z.string(),
  fileName: z.string(),
});

/** A file that can be looked at, or one that waits for its password. */
export const openedDelivery = z.discriminatedUnion('state', [deliveryPreview, lockedDelivery]);
export type OpenedDelivery = z.output<typeof openedDelivery>;

const token = z.string().max(64);
/** As people write it: with blanks, dashes, colons, 0x. */
const typedKey = z.string().max(100);
const typedEntry = z.strictObject({
  manufacturer: z.string().max(10),
  serial: z.string().max(40),
  label: optionalLine,
  key: typedKey,
});
const checkedEntry = z.strictObject({
  verdict: deliveryRow.shape.verdict,
  proof: keyProof,
  remarks: z.array(z.string()),
});

export const keysDesk = {
  'keys.list': channel(nothing, z.array(keyedDevice)),
  /** Lets the user choose a delivery file and reads it; null when he chose none. Saves nothing. */
  'keys.chooseFile': channel(nothing, openedDelivery.nullable()),
  /** Opens a KEM file with the password that came separately. */
  'keys.unlockFile': channel(z.strictObject({ token, password: z.string().max(200) }), deliveryPreview),
  /** Reads the file again with other meanings of its columns, or other defaults. */
  'keys.mapFile': channel(
    z.strictObject({
      token,
      columns: z.array(deliveryColumn).max(100),
      defaults: deliveryDefaults.optional(),
    }),
    deliveryPreview,
  ),
  /** Forgets the file and wipes what was read of it. */
  'keys.closeFile': channel(nothing, done),
  /** Takes the new and changed rows over as one undoable step; what is skipped, faulty or in conflict stays out. */
  'keys.apply': channel(
    z.strictObject({ token, skip: z.array(z.int()).max(40_000) }),
    z.strictObject({
      written: z.int(),
      confirmed: z.int(),
      /** Devices that were entered, and how many of them wait for their place. */
      devices: z.int(),
      waiting: z.int(),
      left: z.array(deliveryRow),
    }),
  ),
  /** Keeps the meaning of the file's columns under a supplier's name, for files with the same titles. */
  'keys.saveProfile': channel(z.strictObject({ token, name: line }), done),
  /** Tries a typed key against the stored telegrams. Saves nothing. */
  'keys.check': channel(typedEntry, checkedEntry),
  'keys.enter': channel(typedEntry, checkedEntry),
  /** Forgets one key of a device; undoable. */
  'keys.remove': channel(z.strictObject({ id: z.int() }), done),
  /** The one way a key comes back: with a right, the employee's passphrase and a reason, noted in the audit. */
  'keys.reveal': channel(
    z.strictObject({ id: z.int(), reason: line, passphrase: z.string().max(1000) }),
    /** Four groups of eight digits. */
    z.strictObject({ key: z.string() }),
  ),
};
