/** Units desk (Nutzeinheiten): flats and shops, their areas and rooms. */
import { z } from 'zod';
import { channel, done } from './channel.ts';
import { line, optionalLine, propertyId, quantity, roomId, tenancyId, unitId } from './values.ts';

export const room = z.strictObject({ id: roomId.nullable(), name: line, areaM2: quantity.nullable() });

/** What staff type about a unit. */
export const unitFields = z.strictObject({
  name: line,
  kind: z.enum(['flat', 'shop']),
  /** Where it lies in the house (Lage): `VH EG links`. */
  position: optionalLine,
  livingAreaM2: quantity,
  /** The part of the living area that is heated. */
  heatedAreaM2: quantity,
  rooms: z.array(room).max(60),
});
export type UnitFields = z.output<typeof unitFields>;

export const unit = unitFields.extend({
  id: unitId,
  propertyId,
  propertyName: line,
  /** Meters in place today. */
  meterCount: z.int(),
  /** Who uses it today; null while vacant. */
  currentTenancy: z.strictObject({ id: tenancyId, tenantName: line }).nullable(),
});
export type Unit = z.output<typeof unit>;

export const unitsDesk = {
  /** All units, or those of one property. */
  'units.list': channel(z.strictObject({ propertyId: propertyId.optional() }), z.array(unit)),
  'units.get': channel(z.strictObject({ id: unitId }), unit),
  /** Creates (id null) and changes units of one property as one undoable step; all or nothing. */
  'units.save': channel(
    z.strictObject({
      propertyId,
      rows: z
        .array(z.strictObject({ id: unitId.nullable(), fields: unitFields }))
        .min(1)
        .max(1000),
      reason: optionalLine,
    }),
    z.strictObject({ ids: z.array(unitId) }),
  ),
  /** Refused while a tenancy, a meter or a bill knows the unit. */
  'units.remove': channel(z.strictObject({ id: unitId }), done),
};
