/** Proposes a value for a meter that fell silent: its own rooms in the comparable period (§ 9a Abs. 1 HeizkostenV). */
import type { Device } from '#shared/billing/case/devices.ts';
import { decimalTextToRational } from '#shared/model/decimal-text.ts';
import type { Installation, Meter } from '#shared/model/meter.ts';
import type { Period } from '#shared/model/period.ts';
import { addDays, addMonths, type PlainDate } from '#shared/model/plain-date.ts';
import { multiply, sum, toShortDecimal, type Rational } from '#shared/model/rational.ts';
import type { Room } from '#shared/model/unit.ts';
import type { StoredReading } from '../store/readings.ts';
import { caseValueOf, lastReadBefore, pickReadings } from './case-readings.ts';

/** A meter in its place, with what it has said in this period and the one before. */
export interface InstalledMeter {
  readonly meter: Meter;
  readonly place: Installation;
  readonly room: Room | null;
  readonly readings: readonly StoredReading[];
}

type Estimate = NonNullable<Device['estimate']>;

/** Decimals of a proposed quantity; far finer than any display. */
const DECIMALS = 6;

/**
 * An estimate for an allocator that has a due-date value of the previous period but none of this one, scaled by how
 * the other allocators of the house developed. Null when the meter was read, or when nothing comparable is known:
 * then the bill says that a reading is missing.
 */
export function proposeEstimate(
  silent: InstalledMeter,
  house: readonly InstalledMeter[],
  period: Period,
  toleranceDays: number,
): Estimate | null {
  if (silent.meter.kind !== 'allocator') return null;
  if (pickReadings(silent.readings, [period.to], toleranceDays).length > 0) return null;
  const eve = addDays(period.from, -1);
  const before = dueDateValue(silent, eve);
  if (before === null) return null;
  const others = house.flatMap((other) => {
    const previous = dueDateValue(other, eve);
    const present = dueDateValue(other, period.to);
    return other.meter.kind === 'allocator' && previous !== null && present !== null
      ? [{ previous, present }]
      : [];
  });
  if (others.length === 0) return null;
  const last = lastReadBefore(silent.readings, period.to);
  return {
    method: 'previousPeriod',
    why: 'deviceFailure',
    reason: reasonFor(last?.day ?? null),
    consumption: toShortDecimal(before, DECIMALS),
    period: { from: addMonths(period.from, -12), to: eve },
    othersThen: toShortDecimal(sum(others.map(({ previous }) => previous)), DECIMALS),
    othersNow: toShortDecimal(sum(others.map(({ present }) => present)), DECIMALS),
    ...(silent.room?.areaM2 && { affectedAreaM2: silent.room.areaM2 }),
  };
}

function reasonFor(lastDay: PlainDate | null): string {
  if (lastDay === null) return 'Das Gerät hat im Zeitraum nichts gesendet; ein Stichtagswert fehlt';
  const [year, month, day] = lastDay.split('-');
  return `Das Gerät hat zuletzt am ${day}.${month}.${year} gesendet und ist seitdem stumm; ein Stichtagswert fehlt`;
}

/** What an allocator froze on its due date, in units of consumption. */
function dueDateValue({ readings, place }: InstalledMeter, day: PlainDate): Rational | null {
  const frozen = readings.find((reading) => reading.register === 'dueDate' && reading.date === day);
  if (!frozen) return null;
  const shown = caseValueOf(frozen.value);
  return place.scale === 'unit' ? multiply(shown, decimalTextToRational(place.factor)) : shown;
}
