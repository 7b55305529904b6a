/** What happens to a meter as one audited step: entering, exchanging, reading by hand. */
import type { HandReading, MeterFields, PlaceFields } from '#shared/contract/meters.ts';
import type { InstallationDetails, InstallationId, MeterDetails, MeterId } from '#shared/model/meter.ts';
import { addDays, type PlainDate } from '#shared/model/plain-date.ts';
import type { Change } from '../store/change.ts';
import {
  addMeter,
  endInstallation,
  installMeter,
  removeInstallation,
  removeMeter,
  type StoredInstallation,
  type StoredMeter,
} from '../store/meters.ts';
import { addManualReading } from '../store/readings.ts';
import { typedRegister } from './meter-registers.ts';

export function detailsOf(fields: MeterFields): MeterDetails {
  const { manufacturer, number, version, deviceType, kind, serial, calibratedUntil } = fields;
  return {
    address: { manufacturer, id: number, version, deviceType },
    kind,
    serial: serial === '' ? null : serial,
    calibratedUntil,
  };
}

export function fieldsOf({ address, kind, serial, calibratedUntil }: StoredMeter): MeterFields {
  const { manufacturer, id, version, deviceType } = address;
  return { manufacturer, number: id, version, deviceType, kind, serial: serial ?? '', calibratedUntil };
}

export function installationOf(meterId: MeterId, fields: PlaceFields): InstallationDetails {
  const { kq, kc, kt, position, ...rest } = fields;
  return { ...rest, meterId, position: position === '' ? null : position, ratings: { kq, kc, kt } };
}

/** The fields of a place as they are typed. */
export function placeFieldsOf({
  id: _id,
  meterId: _meter,
  ratings,
  position,
  ...rest
}: StoredInstallation): PlaceFields {
  return { ...rest, ...ratings, position: position ?? '' };
}

/** What was written when a meter got a place, so that it can be taken back. */
export interface Entered {
  readonly meterId: MeterId;
  readonly installationId: InstallationId;
  readonly entries: readonly number[];
}

/** Enters a meter in a place, with the reading it began with. */
export function enterMeter(
  change: Change,
  fields: MeterFields,
  place: PlaceFields,
  opening: HandReading | null,
): Entered {
  const meterId = addMeter(change, detailsOf(fields));
  const installationId = installMeter(change, installationOf(meterId, place));
  const entries = opening === null ? [] : [readByHand(change, meterId, opening)];
  return { meterId, installationId, entries };
}

export function takeBackEntered(change: Change, { meterId, installationId, entries }: Entered): void {
  for (const entry of entries) change.removeManualEntry(entry);
  removeInstallation(change, installationId);
  removeMeter(change, meterId);
}

/** Notes a reading somebody took; returns its entry. */
export function readByHand(change: Change, meterId: MeterId, reading: HandReading): number {
  const { value, quantity } = typedRegister(reading);
  return addManualReading(change, {
    origin: reading.origin,
    note: reading.note,
    reading: {
      meterId,
      register: 'current',
      quantity,
      value,
      date: reading.day,
      dateInferred: false,
      storage: 0,
    },
  });
}

export interface Exchange {
  readonly lastDay: PlainDate;
  readonly closing: HandReading | null;
  readonly next: { readonly fields: MeterFields; readonly opening: HandReading | null } | null;
}

export interface Exchanged {
  readonly entries: readonly number[];
  readonly next: Entered | null;
}

/** Ends a place on `lastDay`; the next meter takes it over on the day after, as the old one hung there. */
export function exchangeMeter(
  change: Change,
  place: StoredInstallation,
  { lastDay, closing, next }: Exchange,
): Exchanged {
  const entries = closing === null ? [] : [readByHand(change, place.meterId, closing)];
  endInstallation(change, place.id, lastDay);
  if (next === null) return { entries, next: null };
  const taken = { ...placeFieldsOf(place), from: addDays(lastDay, 1), to: null };
  return { entries, next: enterMeter(change, next.fields, taken, next.opening) };
}

export function takeBackExchange(change: Change, place: StoredInstallation, done: Exchanged): void {
  if (done.next !== null) takeBackEntered(change, done.next);
  endInstallation(change, place.id, place.to);
  for (const entry of done.entries) change.removeManualEntry(entry);
}
