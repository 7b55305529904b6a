/** Meters desk: the list, the page of one meter, its exchange, its telegrams and readings by hand. */
import type { HandlersOf } from '#shared/contract/handler.ts';
import type { metersDesk, PlaceFields } from '#shared/contract/meters.ts';
import { fail, succeed } from '#shared/model/result.ts';
import type { MeterId } from '#shared/model/meter.ts';
import { findMeter, installationsOfMeter, updateInstallation, updateMeter } from '../store/meters.ts';
import { telegramsOfMeter } from '../store/meter-telegrams.ts';
import { manualNotes, readingsOfMeter } from '../store/readings.ts';
import { Marks } from './meter-messages.ts';
import { readRegister } from './meter-registers.ts';
import {
  detailsOf,
  enterMeter,
  exchangeMeter,
  installationOf,
  readByHand,
  takeBackEntered,
  takeBackExchange,
} from './meter-steps.ts';
import type { Survey } from './meter-survey.ts';
import { viewTelegram } from './meter-telegrams.ts';
import { summaryOf, viewOf } from './meter-views.ts';
import { officeDayOf } from './office-day.ts';
import { goneFailure, type WorkingOffice } from './working-office.ts';

const TOUCHES = ['meters', 'units', 'properties'] as const;

export function createMetersDesk(office: WorkingOffice, survey: () => Survey): HandlersOf<typeof metersDesk> {
  const marksToday = () => new Marks(office.session.store, officeDayOf(office.session.clock()));
  return {
    'meters.list': ({ propertyId, unitId }) => {
      const marks = marksToday();
      return succeed(
        survey()
          .meters.filter(({ lastPlace }) => propertyId === undefined || lastPlace?.propertyId === propertyId)
          .filter(({ place }) => unitId === undefined || place?.unitId === unitId)
          .map((surveyed) => summaryOf(surveyed, marks)),
      );
    },
    'meters.get': ({ id }) => {
      const { meters } = survey();
      const surveyed = meters.find(({ meter }) => meter.id === id);
      return surveyed === undefined
        ? goneFailure()
        : succeed(viewOf(office, surveyed, survey(), marksToday()));
    },
    'meters.create': ({ fields, place, opening }) => {
      const refused = refusePlace(place);
      if (refused !== null) return refused;
      const entered = office.step({
        action: 'meter.add',
        name: `Messgerät ${fields.number} eingebaut`,
        touches: TOUCHES,
        work: (change) => enterMeter(change, fields, place, opening),
        undo: takeBackEntered,
      });
      return entered.ok ? succeed({ id: entered.value.meterId }) : entered;
    },
    'meters.save': ({ id, fields, reason }) => {
      const before = findMeter(office.session.store, id);
      if (before === null) return goneFailure();
      const saved = office.step({
        action: 'meter.change',
        name: `Messgerät ${fields.number} geändert`,
        reason,
        touches: TOUCHES,
        work: (change) => updateMeter(change, id, detailsOf(fields)),
        undo: (change) => updateMeter(change, id, before),
      });
      return saved.ok ? succeed({ id }) : saved;
    },
    'meters.savePlace': ({ id, installationId, fields, reason }) => {
      const before = placesOf(office, id).find((place) => place.id === installationId);
      if (before === undefined) return goneFailure();
      const refused = refusePlace(fields);
      if (refused !== null) return refused;
      const saved = office.step({
        action: 'installation.change',
        name: 'Einbau geändert',
        reason,
        touches: TOUCHES,
        work: (change) => updateInstallation(change, installationId, installationOf(id, fields)),
        undo: (change) => updateInstallation(change, installationId, before),
      });
      return saved.ok ? succeed({ id }) : saved;
    },
    'meters.exchange': ({ id, lastDay, closing, next, reason }) => {
      const place = placesOf(office, id).at(-1);
      if (place === undefined || (place.to !== null && place.to < lastDay)) return goneFailure();
      if (lastDay < place.from)
        return fail({
          code: 'REMOVED_BEFORE_INSTALLED',
          message: 'Der Ausbau liegt vor dem Einbau. Bitte prüfen Sie den Tag.',
          field: 'lastDay',
        });
      const exchanged = office.step({
        action: 'meter.exchange',
        name: next === null ? 'Messgerät ausgebaut' : 'Messgerät getauscht',
        reason,
        touches: TOUCHES,
        work: (change) => exchangeMeter(change, place, { lastDay, closing, next }),
        undo: (change, done) => takeBackExchange(change, place, done),
      });
      return exchanged.ok ? succeed({ nextId: exchanged.value.next?.meterId ?? null }) : exchanged;
    },
    'meters.addReading': ({ id, reading }) => {
      if (findMeter(office.session.store, id) === null) return goneFailure();
      const entered = office.step({
        action: 'reading.add',
        name: 'Ablesung von Hand eingetragen',
        touches: TOUCHES,
        work: (change) => readByHand(change, id, reading),
        undo: (change, entry) => change.removeManualEntry(entry),
      });
      return entered.ok ? succeed(null) : entered;
    },
    'meters.telegrams': ({ id, before, limit }) => {
      const { store } = office.session;
      const meter = findMeter(store, id);
      if (meter === null) return goneFailure();
      return succeed(
        telegramsOfMeter(store, meter.address, limit, before).map((telegram) => ({
          id: telegram.id,
          receivedAt: new Date(telegram.receivedAtMs).toISOString(),
          gateway: telegram.gateway,
          rssiDbm: telegram.rssiDbm,
          outcome: telegram.outcome,
          verifiedBy: telegram.verifiedBy,
        })),
      );
    },
    'meters.telegram': ({ telegramId }) => viewTelegram(office.session, telegramId),
    'meters.history': ({ id, period }) => {
      const { store } = office.session;
      const notes = manualNotes(store, id);
      return succeed(
        readingsOfMeter(store, id, period).flatMap(({ date, register, value, origin }) => {
          if (date === null) return [];
          const isReadByHand = 'manualEntryId' in origin;
          const note = isReadByHand ? (notes.get(origin.manualEntryId) ?? '') : '';
          return [{ day: date, register, ...readRegister(value), isReadByHand, note }];
        }),
      );
    },
  };
}

function placesOf(office: WorkingOffice, id: MeterId) {
  return installationsOfMeter(office.session.store, id);
}

/** A last day before the first one never was. */
function refusePlace({ from, to }: PlaceFields) {
  return to === null || to >= from
    ? null
    : fail({
        code: 'REMOVED_BEFORE_INSTALLED',
        message: 'Der Ausbau liegt vor dem Einbau. Bitte prüfen Sie den Tag.',
        field: 'to',
      });
}
