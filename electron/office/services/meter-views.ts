/** Meters as the window shows them: a row of the list, and everything on the page of one. */
import type { Readable } from '#shared/contract/handler.ts';
import type { MeterSummary, MeterView, Place } from '#shared/contract/meters.ts';
import { listMeterKeys } from '../store/keys.ts';
import { installationsOfMeter, type StoredInstallation } from '../store/meters.ts';
import { findProperty, findRoom, findUnit } from '../store/properties.ts';
import { dutiesOf } from './meter-duties.ts';
import { subjectOfMeter, type Marks } from './meter-messages.ts';
import { pathOf } from './meter-path.ts';
import { readRegister } from './meter-registers.ts';
import { fieldsOf, placeFieldsOf } from './meter-steps.ts';
import { intervalHoursOf, type Survey, type SurveyedMeter } from './meter-survey.ts';
import { officeDayOf } from './office-day.ts';
import type { WorkingOffice } from './working-office.ts';

/** A row of the list. */
export function summaryOf(surveyed: SurveyedMeter, marks: Marks): Readable<MeterSummary> {
  const { meter, lastPlace, newest, lastReading } = surveyed;
  return {
    id: meter.id,
    kind: meter.kind,
    manufacturer: meter.address.manufacturer,
    number: surveyed.number,
    propertyId: lastPlace?.propertyId ?? null,
    propertyName: surveyed.propertyName,
    unitId: lastPlace?.unitId ?? null,
    unitName: surveyed.unitName,
    place: [surveyed.roomName, lastPlace?.position].filter(Boolean).join(', '),
    gateway: newest?.gateway ?? null,
    reception: surveyed.reception,
    lastReceivedAt: newest === null ? null : new Date(newest.receivedAtMs).toISOString(),
    rssiDbm: newest?.rssiDbm ?? null,
    reading: lastReading && readRegister(lastReading.value),
    readingDay: lastReading?.day ?? null,
    isReadByHand: lastReading?.isManual ?? false,
    calibratedUntil: meter.calibratedUntil,
    messages: marks.openCodes(subjectOfMeter(meter.id), surveyed.messages),
  };
}

/** The page of one meter. */
export function viewOf(
  office: WorkingOffice,
  surveyed: SurveyedMeter,
  { gateways }: Survey,
  marks: Marks,
): Readable<MeterView> {
  const { session } = office;
  const { meter, messages } = surveyed;
  const subject = subjectOfMeter(meter.id);
  const gateway = gateways.find(({ serial }) => serial === surveyed.newest?.gateway);
  return {
    summary: summaryOf(surveyed, marks),
    fields: fieldsOf(meter),
    places: installationsOfMeter(session.store, meter.id).map((place) => placeViewOf(office, place)),
    messages: messages.map((judged) => marks.withMark(subject, judged, gateway)),
    ...pathOf(session, surveyed, gateway),
    intervalHours: intervalHoursOf(surveyed),
    batteryLow: surveyed.status?.isBatteryLow ?? null,
    keyState: keyStateOf(office, surveyed),
  };
}

function placeViewOf(office: WorkingOffice, place: StoredInstallation): Readable<Place> {
  const { store, clock } = office.session;
  const { propertyId, unitId, roomId } = place;
  return {
    ...placeFieldsOf(place),
    id: place.id,
    propertyName: findProperty(store, propertyId)?.name ?? '',
    unitName: unitId === null ? '' : (findUnit(store, unitId)?.name ?? ''),
    roomName: roomId === null ? '' : (findRoom(store, roomId)?.name ?? ''),
    duties: dutiesOf(place, officeDayOf(clock())),
  };
}

function keyStateOf(office: WorkingOffice, { meter, newest }: SurveyedMeter): MeterView['keyState'] {
  if (newest?.outcome === 'ok' || newest?.outcome === 'partial') return 'confirmed';
  if (newest?.outcome === 'WRONG_KEY' || newest?.outcome === 'WRONG_KEY_SUSPECTED') return 'wrong';
  if (newest?.outcome === 'NO_KEY') return 'missing';
  const hasKey = listMeterKeys(office.session.store).some(
    ({ identification, manufacturer }) =>
      identification === meter.address.id &&
      (manufacturer === null || manufacturer === meter.address.manufacturer),
  );
  return hasKey ? 'unproved' : 'none';
}
