/** Compact profiles: a row of values in one record, expanded with their dates (EN 13757-3 annex F). */
import { byteAt } from './bytes.ts';
import type { DataRecord } from './data-records.ts';
import { findDate } from './main-registers.ts';
import { moveMoment, type Step } from './moment-steps.ts';
import type { Moment } from './moment.ts';
import { dataLengthOf, readNumber } from './record-value.ts';

/** One value of a profile: `mantissa × 10^exponent` in the record's unit; null where the meter had none. */
export interface ProfilePoint {
  readonly storage: number;
  readonly mantissa: bigint | null;
  readonly exponent: number;
  readonly moment: Moment | null;
}

export interface ExpandedProfile {
  /** True when its points are months apart: monthly values may be billed, hourly ones may not. */
  readonly isMonthly: boolean;
  readonly points: readonly ProfilePoint[];
}

const HEADER_LENGTH = 2;
/** Spacing values of the fourth time unit that do not count days. */
const HALF_MONTH = 253;
const ONE_MONTH = 254;
const LAST_COUNT = 250;
const SECONDS_PER_UNIT = [1, 60, 3600] as const;

/** How an element becomes a value: bits 7 and 6 of the spacing control byte. */
const ABSOLUTE = 0;
const NEGATIVE_INCREMENTS = 2;
const SIGNED_INCREMENTS = 3;

function readStep(unit: number, spacing: number): Step | null {
  const seconds = SECONDS_PER_UNIT[unit];
  if (seconds !== undefined)
    return spacing >= 1 && spacing <= LAST_COUNT ? { unit: 'second', count: spacing * seconds } : null;
  if (spacing === ONE_MONTH) return { unit: 'month', count: 1 };
  if (spacing === HALF_MONTH) return { unit: 'half month', count: 1 };
  return spacing >= 1 && spacing <= LAST_COUNT ? { unit: 'day', count: spacing } : null;
}

/**
 * Expands the profile in `record`. Its base value is the plain record of the same quantity, storage, tariff and subunit,
 * its base date that of the same storage. An element without value stays without one; after a missing increment the
 * register is unknown, so all further values stay empty, while their dates go on.
 */
export function expandProfile(
  record: DataRecord,
  records: readonly DataRecord[],
  payload: Uint8Array,
): ExpandedProfile {
  const control = byteAt(payload, record.start);
  const step = readStep((control >> 4) & 3, byteAt(payload, record.start + 1));
  const mode = control >> 6;
  const dataField = control & 15;
  const length = dataLengthOf(dataField);
  const isInverse = record.header.profile === 'inverse';
  const base = findBase(record, records, (header) => header.quantity === record.header.quantity);
  const baseMoment = momentOf(findBaseDate(record, records));

  const exponent =
    mode === ABSOLUTE || base === null
      ? record.header.exponent
      : Math.min(record.header.exponent, base.header.exponent);
  const elementScale = 10n ** BigInt(record.header.exponent - exponent);
  const direction = (isInverse ? -1n : 1n) * (mode === NEGATIVE_INCREMENTS ? -1n : 1n) * elementScale;
  let running = base === null || mode === ABSOLUTE ? null : scaledMantissa(base, exponent);

  const points: ProfilePoint[] = [];
  if (length <= 0) return { isMonthly: step?.unit === 'month', points };
  for (let at = record.start + HEADER_LENGTH; at + length <= record.end; at += length) {
    const element = readNumber(dataField, payload, at, at + length);
    const isCredible = element !== null && (mode === ABSOLUTE || mode === SIGNED_INCREMENTS || element >= 0n);
    if (mode !== ABSOLUTE) running = isCredible && running !== null ? running + direction * element : null;
    const ordinal = points.length + 1;
    points.push({
      storage: record.header.storage + ordinal,
      mantissa: mode === ABSOLUTE ? element : running,
      exponent,
      moment:
        step === null || baseMoment === null
          ? null
          : moveMoment(baseMoment, step, isInverse ? -ordinal : ordinal),
    });
  }
  return { isMonthly: step?.unit === 'month', points };
}

function findBase(
  profile: DataRecord,
  records: readonly DataRecord[],
  fits: (header: DataRecord['header']) => boolean,
): DataRecord | null {
  const { storage, tariff, subunit } = profile.header;
  const base = records.find(
    ({ header }) =>
      header.profile === null &&
      header.storage === storage &&
      header.tariff === tariff &&
      header.subunit === subunit &&
      header.function === 'instantaneous' &&
      fits(header),
  );
  return base ?? null;
}

/** The date of the same tariff and subunit, else the plain one: tariffs may share it (example F.2.6). */
function findBaseDate(profile: DataRecord, records: readonly DataRecord[]): DataRecord | null {
  const own = findBase(profile, records, ({ kind }) => kind === 'date' || kind === 'datetime');
  return own ?? findDate(records, profile.header.storage);
}

function momentOf(record: DataRecord | null): Moment | null {
  return record?.value.kind === 'moment' ? record.value.moment : null;
}

function scaledMantissa(record: DataRecord, exponent: number): bigint | null {
  if (record.value.kind !== 'number' || record.value.isAmbiguous) return null;
  return record.value.mantissa * 10n ** BigInt(record.header.exponent - exponent);
}
