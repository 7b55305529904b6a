/** Looks at all meters and gateways at once: a handful of queries for thousands of meters, kept until data change. */
import type { CertificateFacts } from '#shared/contract/gateways.ts';
import type { ChangedData } from '#shared/contract/events.ts';
import type { Reception } from '#shared/contract/meters.ts';
import type { MeterId } from '#shared/model/meter.ts';
import type { PlainDate } from '#shared/model/plain-date.ts';
import type { RoomId, UnitId } from '#shared/model/unit.ts';
import { heardGateways, listGateways, recentContactsMs, type Gateway } from '../store/gateways.ts';
import type { NewestTelegram, RegisterPoint, RegisterTrail } from '../store/meter-signs.ts';
import { newestTelegramBytes, unreadableSinceMs } from '../store/meter-telegrams.ts';
import { listInstallations, listMeters, type StoredInstallation, type StoredMeter } from '../store/meters.ts';
import { listProperties } from '../store/properties.ts';
import type { Store } from '../store/store.ts';
import { listAllRooms, listAllTenancies, listAllUnits } from '../store/whole-office.ts';
import { decodeTelegram, type DecodeContext } from '../telegram/decode-telegram.ts';
import type { MeterStatus } from '../telegram/transport-layer.ts';
import { contactOf, factsOf, judgeGateway } from './judge-gateway.ts';
import { judgeMeter, type JudgedMessage } from './judge-meter.ts';
import { judgeSilence, medianIntervalMs } from './judge-silence.ts';
import { findSwappedPairs } from './judge-swaps.ts';
import { readSilenceLimits } from './meter-limits.ts';
import { officeDayOf } from './office-day.ts';
import { rememberSigns, type Signs } from './read-signs.ts';
import type { WorkingOffice } from './working-office.ts';

/** One meter with its place today and everything that can be said about it. */
export interface SurveyedMeter {
  readonly meter: StoredMeter;
  /** The printed number, or the one on the air. */
  readonly number: string;
  /** Where it hangs today; null when it hangs nowhere. */
  readonly place: StoredInstallation | null;
  /** Where it hangs, or hung last; null for a meter that never hung anywhere. */
  readonly lastPlace: StoredInstallation | null;
  readonly propertyName: string;
  readonly unitName: string;
  readonly roomName: string;
  readonly reception: Reception;
  readonly newest: NewestTelegram | null;
  readonly status: MeterStatus | null;
  readonly intervalMs: number | null;
  readonly lastReading: RegisterPoint | null;
  readonly messages: readonly JudgedMessage[];
}

/** A gateway, known or not. */
export interface SurveyedGateway {
  readonly serial: string;
  /** Null when nobody entered it. */
  readonly gateway: Gateway | null;
  readonly propertyName: string;
  readonly contact: 'received' | 'silent' | 'never';
  readonly lastContactMs: number | null;
  readonly certificate: CertificateFacts | null;
  /** The meters whose newest telegram came through it. */
  readonly meters: readonly MeterId[];
  readonly messages: readonly JudgedMessage[];
}

export interface Survey {
  readonly meters: readonly SurveyedMeter[];
  readonly gateways: readonly SurveyedGateway[];
}

/** Of a gateway that nobody entered; it is so until somebody does. */
const UNKNOWN: JudgedMessage = { code: 'gatewayUnknown', since: null, state: 'unknown', evidence: [] };
/** The data a survey is worked out from. */
const BEHIND = [
  'meters',
  'gateways',
  'properties',
  'units',
  'tenancies',
  'pull',
  'keys',
  'settings',
] as const satisfies readonly ChangedData[];
/** Silence grows with time: an older survey is not asked again. */
const KEPT_FOR_MS = 600_000;
/** Telegrams looked through for the beginning of a state. */
const MOST_LOOKED_AT = 200;
const HOUR_MS = 3_600_000;

/** A function that surveys the office, and again only when data or the hour changed. */
export function createSurvey(office: WorkingOffice): () => Survey {
  const signsOn = rememberSigns(office);
  let kept: { readonly revision: number; readonly atMs: number; readonly survey: Survey } | null = null;
  return () => {
    const now = office.session.clock();
    const revision = office.revisionOf(...BEHIND);
    const isFresh =
      kept !== null && kept.revision === revision && Math.abs(now.getTime() - kept.atMs) < KEPT_FOR_MS;
    if (kept === null || !isFresh) {
      const survey = surveyAt(office.session.store, signsOn(officeDayOf(now)), now);
      kept = { revision, atMs: now.getTime(), survey };
    }
    return kept.survey;
  };
}

function surveyAt(store: Store, signs: Signs, now: Date): Survey {
  const meters = surveyMeters(store, signs, now);
  return { meters, gateways: surveyGateways(store, meters, now) };
}

interface Names {
  readonly properties: ReadonlyMap<number, string>;
  readonly units: ReadonlyMap<UnitId, string>;
  readonly rooms: ReadonlyMap<RoomId, string>;
}

function surveyMeters(store: Store, { newest, trails }: Signs, now: Date): SurveyedMeter[] {
  const today = officeDayOf(now);
  const names = namesOf(store);
  const limits = readSilenceLimits(store);
  const installations = listInstallations(store);
  // Oldest first: the last one of each meter stays.
  const lastPlaces = new Map(installations.map((one) => [one.meterId, one]));
  const places = placesOn(installations, today);
  const inhabited = inhabitedUnits(store, today);
  const meters = listMeters(store);
  const swaps = swapsAmong(meters, places, trails);
  return meters.map((meter) => {
    const place = places.get(meter.id) ?? null;
    const lastPlace = place ?? lastPlaces.get(meter.id) ?? null;
    const sign = newest.get(meter.id) ?? null;
    const trail = trails.get(meter.id);
    const recent = trail?.recent ?? [];
    const status = sign === null ? null : statusIn(sign.bytes);
    const receptionsMs = sign?.receptionsMs ?? [];
    const heard = judgeSilence(receptionsMs, now, limits[meter.kind]);
    return {
      meter,
      number: meter.serial ?? meter.address.id,
      place,
      lastPlace,
      propertyName: names.properties.get(lastPlace?.propertyId ?? 0) ?? '',
      unitName: lastPlace?.unitId ? (names.units.get(lastPlace.unitId) ?? '') : '',
      roomName: lastPlace?.roomId ? (names.rooms.get(lastPlace.roomId) ?? '') : '',
      reception: place === null ? 'gone' : heard,
      newest: sign,
      status,
      intervalMs: medianIntervalMs(receptionsMs),
      lastReading: recent[0] ?? null,
      messages:
        place === null
          ? []
          : judgeMeter(
              {
                kind: meter.kind,
                calibratedUntil: meter.calibratedUntil,
                installedOn: place.from,
                isRadio: place.remoteReadable,
                heard,
                telegram: sign && { ...sign, status },
                register: {
                  kind: meter.kind,
                  dueDay: place.dueDay,
                  recent: recent.filter(({ day }) => day >= place.from),
                  earlier: trail?.earlier ?? null,
                  isInUse: place.unitId === null || inhabited.has(place.unitId),
                },
                swap: swaps.get(meter.id) ?? null,
                lastingSinceMs: (what) => lastingSinceMs(store, meter, what),
              },
              today,
            ),
    };
  });
}

function namesOf(store: Store): Names {
  return {
    properties: new Map(listProperties(store).map(({ id, name }) => [id, name])),
    units: new Map(listAllUnits(store).map(({ id, name }) => [id, name])),
    rooms: new Map(listAllRooms(store).map(({ id, name }) => [id, name])),
  };
}

/** Where each meter hangs on a day. */
function placesOn(
  installations: readonly StoredInstallation[],
  day: PlainDate,
): Map<MeterId, StoredInstallation> {
  return new Map(
    installations
      .filter(({ from, to }) => from <= day && (to === null || to >= day))
      .map((place) => [place.meterId, place]),
  );
}

function inhabitedUnits(store: Store, day: PlainDate): Set<UnitId> {
  return new Set(
    listAllTenancies(store)
      .filter(({ from, to }) => from <= day && (to === null || to >= day))
      .map(({ unitId }) => unitId),
  );
}

function swapsAmong(
  meters: readonly StoredMeter[],
  places: ReadonlyMap<MeterId, StoredInstallation>,
  trails: ReadonlyMap<MeterId, RegisterTrail>,
): Map<MeterId, { readonly partner: string; readonly since: PlainDate }> {
  const numbers = new Map(meters.map(({ id, serial, address }) => [id, serial ?? address.id]));
  const pairs = findSwappedPairs(
    meters.flatMap(({ id, kind }) => {
      const [place, trail] = [places.get(id), trails.get(id)];
      if (place === undefined || trail === undefined) return [];
      const { propertyId, dueDay } = place;
      return [{ meterId: id, kind, propertyId, dueDay, trail }];
    }),
  );
  return new Map(
    pairs.flatMap(({ fallen, risen, since }) => [
      [fallen, { partner: numbers.get(risen) ?? '', since }] as const,
      [risen, { partner: numbers.get(fallen) ?? '', since }] as const,
    ]),
  );
}

/** The header of a telegram stands in the clear. */
const WITHOUT_KEYS: DecodeContext = {
  keysFor: () => [],
  formats: { get: () => undefined, put: () => {} },
};

function statusIn(bytes: Uint8Array): MeterStatus | null {
  return decodeTelegram(bytes, WITHOUT_KEYS).status;
}

function lastingSinceMs(
  store: Store,
  meter: StoredMeter,
  what: 'unreadable' | 'batteryLow' | 'deviceFault',
): number | null {
  if (what === 'unreadable') return unreadableSinceMs(store, meter.address);
  const flag = what === 'batteryLow' ? 'isBatteryLow' : 'hasPermanentError';
  const looked = newestTelegramBytes(store, meter.address, MOST_LOOKED_AT);
  const end = looked.findIndex(({ bytes }) => statusIn(bytes)?.[flag] !== true);
  return looked.at(end < 0 ? -1 : end - 1)?.receivedAtMs ?? null;
}

function surveyGateways(store: Store, meters: readonly SurveyedMeter[], now: Date): SurveyedGateway[] {
  const names = namesOf(store).properties;
  const known = listGateways(store);
  const behind = Map.groupBy(
    meters.filter(({ place }) => place !== null),
    ({ newest }) => newest?.gateway ?? null,
  );
  const serials = new Set([...known.map(({ serial }) => serial), ...heardGateways(store)]);
  return [...serials].map((serial) => {
    const gateway = known.find((candidate) => candidate.serial === serial) ?? null;
    const contactsMs = recentContactsMs(store, serial);
    const heard = (behind.get(serial) ?? []).map(({ meter }) => meter.id);
    const certificate = factsOf(gateway?.certificate ?? null);
    const messages =
      gateway === null ? [UNKNOWN] : judgeGateway({ contactsMs, certificate, meterCount: heard.length }, now);
    return {
      serial,
      gateway,
      propertyName: names.get(gateway?.propertyId ?? 0) ?? '',
      contact: contactOf(contactsMs, now),
      lastContactMs: contactsMs[0] ?? null,
      certificate,
      meters: heard,
      messages,
    };
  });
}

/** The rhythm in hours, as people read it. */
export function intervalHoursOf({ intervalMs }: SurveyedMeter): number | null {
  return intervalMs === null ? null : Math.round((intervalMs / HOUR_MS) * 10) / 10;
}
