/** A property (Liegenschaft): one building or several that share a heating plant and a bill. */
import type { PersonId } from './person.ts';

declare const propertyId: unique symbol;
export type PropertyId = number & { readonly [propertyId]: true };

export interface PropertyDetails {
  readonly name: string;
  readonly addressLines: readonly string[];
  readonly landlordId: PersonId;
}

export interface Property extends PropertyDetails {
  readonly id: PropertyId;
}
