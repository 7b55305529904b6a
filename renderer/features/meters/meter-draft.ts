/** What staff type about a meter, its place and a reading by hand, and what it means. Pure. */
import type { HandReading, MeterFields, MeterKind, Place, PlaceFields } from '#shared/contract/meters.ts';
import type { Unit } from '#shared/contract/units.ts';
import type { DecimalText } from '#shared/model/decimal-text.ts';
import { parsePlainDate, type PlainDate } from '#shared/model/plain-date.ts';
import type { PropertyId } from '#shared/model/property.ts';
import type { RoomId } from '#shared/model/unit.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { formatDate } from '#shared/text/format.ts';
import { readQuantity, typedQuantity } from '../../lib/amounts.ts';
import type { DraftFault, ReadDraft } from '../../lib/draft-form.ts';
import { readDay } from '../../lib/read-day.ts';

export interface DeviceDraft {
  kind: MeterKind;
  manufacturer: string;
  number: string;
  serial: string;
  version: string;
  deviceType: string;
  calibratedUntil: string;
}

export interface PlaceDraft {
  unitId: string | null;
  roomId: string | null;
  position: string;
  from: string;
  to: string;
  scale: 'unit' | 'product';
  factor: string;
  kq: string;
  kc: string;
  kt: string;
  dueDay: string;
  remoteReadable: boolean;
  interoperable: boolean;
}

export interface ReadingDraft {
  day: string;
  value: string;
  origin: HandReading['origin'];
  note: string;
}

/** A value a text stands for, or the sentence why it stands for none. */
type Read<Value> = { readonly value: Value } | { readonly message: string };

/** The medium that meters of a kind carry on the air (EN 13757-3 table 12). */
const MEDIA: Readonly<Record<MeterKind, string>> = {
  allocator: '8',
  heatMeter: '4',
  warmWaterMeter: '6',
  hotWaterHeatMeter: '4',
};

/** The unit a kind of meter is read in. */
export const READ_IN: Readonly<Record<MeterKind, HandReading['unit']>> = {
  allocator: 'units',
  heatMeter: 'kWh',
  warmWaterMeter: 'm3',
  hotWaterHeatMeter: 'kWh',
};

export function newDevice(kind: MeterKind = 'allocator'): DeviceDraft {
  return {
    kind,
    manufacturer: '',
    number: '',
    serial: '',
    version: '0',
    deviceType: MEDIA[kind],
    calibratedUntil: '',
  };
}

export function newPlace(today: PlainDate): PlaceDraft {
  return {
    unitId: null,
    roomId: null,
    position: '',
    from: formatDate(today),
    to: '',
    scale: 'unit',
    factor: '1',
    kq: '',
    kc: '',
    kt: '',
    dueDay: '31.12.',
    remoteReadable: true,
    interoperable: true,
  };
}

export function newReading(day: string): ReadingDraft {
  return { day, value: '', origin: 'readOnSite', note: '' };
}

export function draftOfDevice(fields: MeterFields): DeviceDraft {
  const { kind, manufacturer, number, serial, version, deviceType, calibratedUntil } = fields;
  return {
    kind,
    manufacturer,
    number,
    serial,
    version: String(version),
    deviceType: String(deviceType),
    calibratedUntil: calibratedUntil === null ? '' : formatDate(calibratedUntil),
  };
}

export function draftOfPlace(place: Place): PlaceDraft {
  const { unitId, roomId, position, from, to, scale, factor, remoteReadable, interoperable } = place;
  return {
    unitId: unitId === null ? null : String(unitId),
    roomId: roomId === null ? null : String(roomId),
    position,
    from: formatDate(from),
    to: to === null ? '' : formatDate(to),
    scale,
    factor: typedQuantity(factor),
    kq: typedQuantity(place.kq),
    kc: typedQuantity(place.kc),
    kt: typedQuantity(place.kt),
    dueDay: typedDueDay(place.dueDay),
    remoteReadable,
    interoperable,
  };
}

function typedDueDay(dueDay: string | null): string {
  if (dueDay === null) return '';
  const [month = '', day = ''] = dueDay.split('-');
  return `${day}.${month}.`;
}

/** Reads `31.12.` into `12-31`; a leap year has every day. */
function readDueDay(text: string, words: Dictionary): Read<string | null> {
  if (text.trim() === '') return { value: null };
  const match = /^(\d{1,2})\.\s*(\d{1,2})\.?$/.exec(text.trim());
  const [month = '', day = ''] = [match?.[2], match?.[1]].map((part) => part?.padStart(2, '0'));
  return match !== null && parsePlainDate(`2024-${month}-${day}`) !== null
    ? { value: `${month}-${day}` }
    : { message: words.meters.dueDayFault };
}

function readByte(text: string, words: Dictionary): Read<number> {
  const number = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 256;
  return number > 255 ? { message: words.meters.deviceTypeFault } : { value: number };
}

function readOptionalDay(text: string, today: PlainDate, words: Dictionary): Read<PlainDate | null> {
  if (text.trim() === '') return { value: null };
  const read = readDay(text, today, words);
  return read.ok ? { value: read.day } : { message: read.message };
}

function readOptionalFactor(text: string, words: Dictionary): Read<DecimalText | null> {
  if (text.trim() === '') return { value: null };
  const read = readQuantity(text);
  return read === null ? { message: words.common.amountUnreadable } : { value: read };
}

/** Collects the faults of a draft's fields while they are read. */
class Faults<Draft> {
  readonly list: DraftFault<Draft>[] = [];

  /** The value, or undefined with its fault noted. */
  take<Value>(field: keyof Draft & string, read: Read<Value>): Value | undefined {
    if ('value' in read) return read.value;
    this.list.push({ field, message: read.message });
    return undefined;
  }
}

export function readDevice(
  draft: DeviceDraft,
  today: PlainDate,
  words: Dictionary,
): ReadDraft<DeviceDraft, MeterFields> {
  const faults = new Faults<DeviceDraft>();
  const manufacturer = draft.manufacturer.trim().toUpperCase();
  if (!/^[A-Z]{3}$/.test(manufacturer))
    faults.list.push({ field: 'manufacturer', message: words.meters.manufacturerHelp });
  const number = draft.number.replaceAll(/\s/g, '').toUpperCase();
  if (!/^[0-9A-F]{8}$/.test(number)) faults.list.push({ field: 'number', message: words.meters.numberHelp });
  const version = faults.take('version', readByte(draft.version, words));
  const deviceType = faults.take('deviceType', readByte(draft.deviceType, words));
  const calibratedUntil = faults.take(
    'calibratedUntil',
    readOptionalDay(draft.calibratedUntil, today, words),
  );
  if (version === undefined || deviceType === undefined || calibratedUntil === undefined)
    return { ok: false, faults: faults.list };
  if (faults.list.length > 0) return { ok: false, faults: faults.list };
  const { kind, serial } = draft;
  return {
    ok: true,
    fields: { kind, manufacturer, number, serial: serial.trim(), version, deviceType, calibratedUntil },
  };
}

export function readPlace(
  draft: PlaceDraft,
  house: { readonly propertyId: PropertyId; readonly units: readonly Unit[] },
  today: PlainDate,
  words: Dictionary,
): ReadDraft<PlaceDraft, PlaceFields> {
  const faults = new Faults<PlaceDraft>();
  const unit = house.units.find(({ id }) => String(id) === draft.unitId);
  const from = readDay(draft.from, today, words);
  if (!from.ok) faults.list.push({ field: 'from', message: from.message });
  const to = faults.take('to', readOptionalDay(draft.to, today, words));
  const factor = readQuantity(draft.factor);
  if (factor === null) faults.list.push({ field: 'factor', message: words.common.amountUnreadable });
  const kq = faults.take('kq', readOptionalFactor(draft.kq, words));
  const kc = faults.take('kc', readOptionalFactor(draft.kc, words));
  const kt = faults.take('kt', readOptionalFactor(draft.kt, words));
  const dueDay = faults.take('dueDay', readDueDay(draft.dueDay, words));
  if (faults.list.length > 0 || !from.ok || factor === null) return { ok: false, faults: faults.list };
  const { position, scale, remoteReadable, interoperable } = draft;
  return {
    ok: true,
    fields: {
      propertyId: house.propertyId,
      unitId: unit?.id ?? null,
      roomId: roomOf(unit, draft.roomId),
      position: position.trim(),
      from: from.day,
      to: to ?? null,
      scale,
      factor,
      kq: kq ?? null,
      kc: kc ?? null,
      kt: kt ?? null,
      dueDay: dueDay ?? null,
      remoteReadable,
      interoperable,
    },
  };
}

function roomOf(unit: Unit | undefined, roomId: string | null): RoomId | null {
  return unit?.rooms.find(({ id }) => id !== null && String(id) === roomId)?.id ?? null;
}

/** A reading by hand in the unit of its kind of meter. */
export function readReading(
  draft: ReadingDraft,
  unit: HandReading['unit'],
  today: PlainDate,
  words: Dictionary,
): ReadDraft<ReadingDraft, HandReading> {
  const faults: DraftFault<ReadingDraft>[] = [];
  const read = readDay(draft.day, today, words);
  if (!read.ok) faults.push({ field: 'day', message: read.message });
  const value = readQuantity(draft.value);
  if (value === null)
    faults.push({
      field: 'value',
      message: draft.value.trim() === '' ? words.common.required : words.common.amountUnreadable,
    });
  if (!read.ok || value === null) return { ok: false, faults };
  return {
    ok: true,
    fields: { day: read.day, value, unit, origin: draft.origin, note: draft.note.trim() },
  };
}
