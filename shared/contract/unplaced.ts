/** Unplaced desk: meters that were delivered and wait for a place, the list to walk with, and the places typed in later. */
import { z } from 'zod';
import { channel } from './channel.ts';
import { meterKind } from './meters.ts';
import { day, line, meterId, optionalLine, propertyId } from './values.ts';

export const unplacedMeter = z.strictObject({
  id: meterId,
  kind: meterKind,
  manufacturer: line,
  number: line,
  /** Null when nobody said which property it is for. */
  propertyId: propertyId.nullable(),
  /** In the words of the delivery; empty when it said nothing. */
  unit: optionalLine,
  room: optionalLine,
  position: optionalLine,
  from: day.nullable(),
});
export type UnplacedMeter = z.output<typeof unplacedMeter>;

/** A place as somebody noted it at the device. */
export const notedPlace = z.strictObject({
  id: meterId,
  unit: optionalLine,
  room: optionalLine,
  position: optionalLine,
  from: day,
});
export type NotedPlace = z.output<typeof notedPlace>;

export const unplacedDesk = {
  /** Those that are for a property, and those of which nobody said; by number. */
  'unplaced.list': channel(z.strictObject({ propertyId }), z.array(unplacedMeter)),
  /** Puts meters into their places as one undoable step; where a place is in doubt the meter waits on. */
  'unplaced.place': channel(
    z.strictObject({ propertyId, rows: z.array(notedPlace).min(1).max(5000) }),
    z.strictObject({
      placed: z.int(),
      /** Why the others have no place yet. */
      left: z.array(z.strictObject({ id: meterId, message: z.string() })),
    }),
  ),
  /** Prints the list to walk with as a PDF, where the user says; false when he said nowhere. */
  'unplaced.saveList': channel(z.strictObject({ propertyId }), z.boolean()),
};
