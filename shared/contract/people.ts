/** People desk (Personen): landlords and tenants. */
import { z } from 'zod';
import { channel, done, nothing } from './channel.ts';
import { addressLines, day, line, optionalLine, personId, propertyId, tenancyId, unitId } from './values.ts';

/** How letters reach a person, and what she agreed to. */
export const delivery = z.strictObject({
  addressLines,
  way: z.enum(['post', 'email']),
  consents: z.strictObject({
    billsByEmail: z.boolean(),
    informationByEmail: z.boolean(),
    calls: z.boolean(),
  }),
});

/** What staff type about a person. */
export const personFields = z.strictObject({
  /** As a letter addresses them: `Anna und Timo Becker`. */
  name: line,
  addressLines,
  phone: line.nullable(),
  email: line.nullable(),
  /** Missing where nobody said anything: by post, and nothing agreed to. */
  delivery: delivery.optional(),
});
export type PersonFields = z.output<typeof personFields>;

export const personSummary = personFields.extend({
  id: personId,
  delivery,
  isLandlord: z.boolean(),
  /** The unit rented today, or the last one. */
  rents: z.string().nullable(),
});
export type PersonSummary = z.output<typeof personSummary>;

export const person = personFields.extend({
  id: personId,
  delivery,
  /** From this day on the details may be erased; null while a tenancy runs or a house is let. */
  erasableFrom: day.nullable(),
  landlordOf: z.array(z.strictObject({ propertyId, name: line })),
  tenancies: z.array(
    z.strictObject({
      id: tenancyId,
      unitId,
      unitName: line,
      propertyId,
      propertyName: line,
      from: day,
      to: day.nullable(),
    }),
  ),
});
export type Person = z.output<typeof person>;

export const peopleDesk = {
  'people.list': channel(nothing, z.array(personSummary)),
  'people.get': channel(z.strictObject({ id: personId }), person),
  'people.create': channel(personFields, z.strictObject({ id: personId })),
  'people.save': channel(
    z.strictObject({ id: personId, fields: personFields, reason: optionalLine }),
    person,
  ),
  /** Refused while a tenancy, a property or a bill knows the person. */
  'people.remove': channel(z.strictObject({ id: personId }), done),
};
