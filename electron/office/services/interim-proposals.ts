/** What each meter of a unit showed at the end of a day, as its display has it, and how a proposal becomes a reading. */
import type { InterimProposal, ProposedMeter } from '#shared/contract/tenant-change.ts';
import type { Readable } from '#shared/contract/handler.ts';
import { valueOn, type DayValue, type RegisterCurve } from '#shared/consumption/register-curve.ts';
import type { DecimalText } from '#shared/model/decimal-text.ts';
import { decimalTextOf, decimalTextToRational } from '#shared/model/decimal-text.ts';
import type { PlainDate } from '#shared/model/plain-date.ts';
import type { PropertyId } from '#shared/model/property.ts';
import { multiply, rational, roundHalfUp, toShortDecimal, type Rational } from '#shared/model/rational.ts';
import {
  registerValueToKilowattHours,
  registerValueToRational,
  type RegisterValue,
} from '#shared/model/reading.ts';
import type { UnitId } from '#shared/model/unit.ts';
import { formatDate } from '#shared/text/format.ts';
import type { EntryMethod } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { curvesOf, type MeterCurve } from './consumption-curves.ts';

/** A meter with what is proposed for it. */
export interface Proposed {
  readonly meter: MeterCurve;
  readonly value: DayValue;
}

/** The registers a day's value can be worked out in, each as the meters of its kind are shown. */
const REGISTER_OF: Readonly<Record<MeterCurve['countedIn'], Pick<RegisterValue, 'unit' | 'exponent'>>> = {
  units: { unit: 'HCA', exponent: 0 },
  kWh: { unit: 'Wh', exponent: 0 },
  m3: { unit: 'm3', exponent: -3 },
};
const QUANTITY_OF = { units: 'allocation', kWh: 'energy', m3: 'volume' } as const;

/** Meters that hang in the unit on the day, with their display at its end. */
export function proposalsFor(
  store: Store,
  propertyId: PropertyId,
  unitId: UnitId,
  day: PlainDate,
): Proposed[] {
  return curvesOf(store, propertyId, [day])
    .filter(
      ({ place }) => place.unitId === unitId && place.from <= day && (place.to === null || place.to >= day),
    )
    .map((meter) => ({ meter, value: valueOn(displayOf(meter), day) }));
}

/** The curve as the display shows it: without the factor of an allocator. */
function displayOf({ curve, readings }: MeterCurve): RegisterCurve {
  return {
    points: [...readings.values()].map(({ day, value }) => ({
      day,
      value: registerValueToKilowattHours(value) ?? registerValueToRational(value),
    })),
    resetsAfter: curve.resetsAfter,
  };
}

export function proposedMeterOf({ meter, value }: Proposed): Readable<ProposedMeter> {
  return {
    meterId: meter.meter.id,
    kind: meter.meter.kind,
    serial: meter.meter.serial ?? meter.meter.address.id,
    room: meter.room?.name ?? meter.place.position ?? '',
    countedIn: meter.countedIn,
    proposal: proposalOf(meter, value),
  };
}

function proposalOf(meter: MeterCurve, value: DayValue): Readable<InterimProposal> {
  if (value.quality === 'missing') return value;
  return { ...value, value: displayText(meter, value.value) };
}

/** As finely as the meter itself shows it. */
function displayText({ countedIn }: MeterCurve, value: Rational): DecimalText {
  const places = { units: 0, kWh: 3, m3: 3 }[countedIn];
  return decimalTextOf(toShortDecimal(roundHalfUp(value, places), places));
}

/** A display value as the register the store keeps. */
export function registerOf({ countedIn }: MeterCurve, display: DecimalText): RegisterValue {
  const { unit, exponent } = REGISTER_OF[countedIn];
  const perUnit = countedIn === 'kWh' ? 1000n : 10n ** BigInt(-exponent);
  const scaled = roundHalfUp(multiply(decimalTextToRational(display), rational(perUnit)));
  return { mantissa: scaled.numerator, exponent, unit };
}

export function quantityOf({ countedIn }: MeterCurve): 'allocation' | 'energy' | 'volume' {
  return QUANTITY_OF[countedIn];
}

/** A proposal that must be written down to be billed, or null: what was read on the day stands by itself. */
export function entryOf({
  meter,
  value,
}: Proposed): { readonly display: DecimalText; readonly method: EntryMethod; readonly note: string } | null {
  if (value.quality === 'nearest')
    return {
      display: displayText(meter, value.value),
      method: 'nearest',
      note: `Nutzerwechsel: Telegramm vom ${formatDate(value.day)}`,
    };
  if (value.quality === 'interpolated')
    return {
      display: displayText(meter, value.value),
      method: 'interpolated',
      note: `Nutzerwechsel: zwischen den Telegrammen vom ${formatDate(value.before)} und vom ${formatDate(value.after)}`,
    };
  return null;
}
