/** Units desk (Nutzeinheiten): flats and shops, their areas and rooms. */
import { z } from 'zod';
import { channel, done } from './channel.ts';
import { line, optionalLine, propertyId, quantity, tenancyId, unitId } from './values.ts';

export const unitKind = z.enum(['flat', 'shop']);

export const room = z.strictObject({ name: line, areaM2: quantity.nullable() });

/** What staff type about a unit. */
export const unitFields = z.strictObject({
  name: line,
  /** Where it lies in the building (Lage): `VH EG links`. */
  location: optionalLine,
  kind: unitKind,
  livingAreaM2: quantity,
  heatedAreaM2: quantity.nullable(),
  rooms: z.array(room).max(60),
});
export type UnitFields = z.output<typeof unitFields>;

export const unit = unitFields.extend({
  id: unitId,
  propertyId,
  propertyName: line,
  meterCount: z.int(),
  /** Who lives there today; null while vacant. */
  currentTenancy: z.strictObject({ id: tenancyId, tenantName: line }).nullable(),
});
export type Unit = z.output<typeof unit>;

export const unitsDesk = {
  /** All units, or those of one property. */
  'units.list': channel(z.strictObject({ propertyId: propertyId.optional() }), z.array(unit)),
  'units.get': channel(z.strictObject({ id: unitId }), unit),
  /** Creates and changes units of one property as one undoable step; all or nothing. */
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
