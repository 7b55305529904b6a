/** A unit (Nutzeinheit): a flat or a shop that gets a bill of its own, and its rooms. */
import type { DecimalText } from './decimal-text.ts';
import type { PropertyId } from './property.ts';

declare const unitId: unique symbol;
export type UnitId = number & { readonly [unitId]: true };

declare const roomId: unique symbol;
export type RoomId = number & { readonly [roomId]: true };

export type UnitKind = 'flat' | 'shop';

export interface UnitDetails {
  readonly propertyId: PropertyId;
  readonly name: string;
  readonly kind: UnitKind;
  /** Where in the house, such as `2. OG links`. */
  readonly position: string;
  readonly livingAreaM2: DecimalText;
  /** The part of the living area that is heated; never more than it. */
  readonly heatedAreaM2: DecimalText;
}

export interface Unit extends UnitDetails {
  readonly id: UnitId;
}

export interface RoomDetails {
  readonly unitId: UnitId;
  readonly name: string;
  readonly areaM2: DecimalText | null;
}

export interface Room extends RoomDetails {
  readonly id: RoomId;
}
