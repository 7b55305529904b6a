/** Inbox of unknown devices: who is on the air without a meter, set aside as next door's, or made a meter of ours. */
import type { HandlersOf, Readable } from '#shared/contract/handler.ts';
import type { inboxDesk, UnknownDevice } from '#shared/contract/pull.ts';
import { decimalTextOf } from '#shared/model/decimal-text.ts';
import type { MeterKind } from '#shared/model/meter.ts';
import { meterKey } from '#shared/model/reading.ts';
import { fail, succeed } from '#shared/model/result.ts';
import { countTelegramsOf } from '../store/heard-devices.ts';
import { addMeter, installMeter, listMeters } from '../store/meters.ts';
import { listUnits } from '../store/properties.ts';
import { requeueTelegramsOf } from '../store/telegrams.ts';
import type { Store } from '../store/store.ts';
import { readForeignDevices, setAside, takeBackIn } from './foreign-devices.ts';
import { listHeardMeters, type HeardMeter } from './heard-meters.ts';
import type { TelegramRereading } from './reread-telegrams.ts';
import { goneFailure, type WorkingOffice } from './working-office.ts';

export function createInboxDesk(
  office: WorkingOffice,
  rereading: TelegramRereading,
): HandlersOf<typeof inboxDesk> {
  return {
    'inbox.list': () => succeed(listUnknown(office.session.store)),
    'inbox.setAside': ({ devices, reason }) => {
      const done = office.step({
        action: 'inbox.setAside',
        name: devices.length === 1 ? 'Gerät ignoriert' : `${devices.length} Geräte ignoriert`,
        reason,
        touches: ['pull', 'keys'],
        work: (change) => setAside(change, devices, reason),
        undo: (change) => takeBackIn(change, devices),
      });
      return done.ok ? succeed(null) : done;
    },
    'inbox.takeBack': ({ devices }) => {
      const former = readForeignDevices(office.session.store);
      const done = office.step({
        action: 'inbox.takeBack',
        name: 'Gerät wieder im Eingang',
        touches: ['pull', 'keys'],
        work: (change) => takeBackIn(change, devices),
        undo: (change) => {
          for (const device of devices) {
            const before = former.get(meterKey(device));
            if (before) setAside(change, [device], before.reason);
          }
        },
      });
      return done.ok ? succeed(null) : done;
    },
    'inbox.assign': ({ device, kind, propertyId, unitId, roomId, from }) => {
      const { store } = office.session;
      const heard = listHeardMeters(store).get(meterKey(device));
      const isInProperty = unitId === null || listUnits(store, propertyId).some(({ id }) => id === unitId);
      if (heard === undefined || !isInProperty) return goneFailure();
      if (listMeters(store).some(({ address }) => meterKey(address) === meterKey(device)))
        return fail({ code: 'ALREADY_EXISTS', message: 'Dieses Gerät ist schon als Messgerät angelegt.' });
      const readAgain = (): void => {
        for (const sender of heard.senders) requeueTelegramsOf(store, sender);
        rereading.startSoon();
      };
      const assigned = office.step({
        action: 'inbox.assign',
        name: `Gerät ${device.id} zugeordnet`,
        touches: ['pull', 'keys', 'units', 'properties'],
        work: (change) => {
          const meterId = addMeter(change, { address: heard.address, kind, serial: null });
          const installationId = installMeter(change, {
            meterId,
            propertyId,
            unitId,
            roomId,
            position: null,
            from,
            to: null,
            scale: 'unit',
            factor: decimalTextOf('1'),
            dueDay: kind === 'allocator' ? '12-31' : null,
            remoteReadable: true,
            interoperable: false,
          });
          readAgain();
          return { meterId, installationId };
        },
        undo: (change, { meterId, installationId }) => {
          readAgain();
          change.remove('meter_installations', installationId);
          change.remove('meters', meterId);
        },
      });
      return assigned.ok ? succeed(null) : assigned;
    },
  };
}

/** Newest first, for what was heard today is being installed today. */
function listUnknown(store: Store): Readable<UnknownDevice>[] {
  const known = new Set(listMeters(store).map(({ address }) => meterKey(address)));
  const foreign = readForeignDevices(store);
  return [...listHeardMeters(store)]
    .filter(([name]) => !known.has(name))
    .map(([name, heard]) => {
      const before = foreign.get(name);
      return {
        manufacturer: heard.manufacturer,
        id: heard.id,
        version: heard.address.version,
        deviceType: heard.address.deviceType,
        kind: kindOf(heard),
        telegrams: heard.senders.reduce((total, sender) => total + countTelegramsOf(store, sender), 0),
        lastHeardAt: new Date(heard.latest.receivedAtMs).toISOString(),
        rssiDbm: heard.latest.rssiDbm,
        gateway: heard.latest.gateway,
        setAside: before ?? null,
      };
    })
    .toSorted((a, b) => b.lastHeardAt.localeCompare(a.lastHeardAt) || a.id.localeCompare(b.id));
}

/** Device types of EN 13757-3, table 13. */
const KINDS: ReadonlyMap<number, MeterKind> = new Map([
  [0x04, 'heatMeter'],
  [0x06, 'warmWaterMeter'],
  [0x08, 'allocator'],
  [0x0c, 'heatMeter'],
  [0x0d, 'heatMeter'],
  [0x15, 'warmWaterMeter'],
]);

function kindOf({ address }: HeardMeter): MeterKind | null {
  return KINDS.get(address.deviceType) ?? null;
}
