/** A meter (Messgerät) and the places it has hung in. */
import type { DecimalText } from './decimal-text.ts';
import type { PlainDate } from './plain-date.ts';
import type { PropertyId } from './property.ts';
import type { MeterAddress } from './reading.ts';
import type { RoomId, UnitId } from './unit.ts';

declare const meterId: unique symbol;
export type MeterId = number & { readonly [meterId]: true };

declare const installationId: unique symbol;
export type InstallationId = number & { readonly [installationId]: true };

/** Heizkostenverteiler, Wärmezähler, Warmwasserzähler, Wärmezähler der Warmwasserbereitung (§ 9 Abs. 2 HeizkostenV). */
export type MeterKind = 'allocator' | 'heatMeter' | 'warmWaterMeter' | 'hotWaterHeatMeter';

export interface MeterDetails {
  readonly address: MeterAddress;
  readonly kind: MeterKind;
  /** The number printed on the device where it differs from the one on the air. */
  readonly serial: string | null;
  /** The last day of its calibration (Eichfrist); allocators have none (MessEG), and it may be unknown. */
  readonly calibratedUntil?: PlainDate | null;
}

export interface Meter extends MeterDetails {
  readonly id: MeterId;
}

/** Einheitsskala: the factor K is still to be applied; Produktskala: the device has applied it. */
export type ScaleKind = 'unit' | 'product';

/** What the assessment factor of an allocator was made of (DIN EN 834): heat output, coupling, temperature. */
export interface RatingFactors {
  readonly kq: DecimalText | null;
  readonly kc: DecimalText | null;
  readonly kt: DecimalText | null;
}

/** A meter's time in one place: in a unit, or in the property for everyone. */
export interface InstallationDetails {
  readonly meterId: MeterId;
  readonly propertyId: PropertyId;
  /** Null for a meter that serves the whole property. */
  readonly unitId: UnitId | null;
  readonly roomId: RoomId | null;
  /** Which radiator or pipe, when the room has several; two meters never share one on the same day. */
  readonly position: string | null;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly scale: ScaleKind;
  /** Assessment factor K of an allocator, or what a counted unit stands for; 1 for most meters. */
  readonly factor: DecimalText;
  /** Kept beside the factor as its evidence; the bill uses the factor. */
  readonly ratings?: RatingFactors;
  /** The day of the year on which an allocator freezes its value (Stichtag), as `12-31`. */
  readonly dueDay: string | null;
  /** Readable without entering the unit (§ 5 Abs. 2 HeizkostenV). */
  readonly remoteReadable: boolean;
  /** Interoperable and connectable to a smart meter gateway (§ 5 Abs. 2 S. 3 ff. HeizkostenV). */
  readonly interoperable: boolean;
}

export interface Installation extends InstallationDetails {
  readonly id: InstallationId;
}
