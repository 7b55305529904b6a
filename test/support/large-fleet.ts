/** An office with thousands of meters that send daily: for measuring and for looking at long lists. Nothing is encrypted in it. */
import path from 'node:path';
import { dataFolderAt } from '#office/services/data-folder.ts';
import { firstSettings, writeSettings } from '#office/services/office-settings.ts';
import { closeOffice, createOffice, deskOf, type OfficeSession } from '#office/services/office-session.ts';
import { insertBundles } from '#office/store/bundles.ts';
import { changeMasterData } from '#office/store/change.ts';
import { addGateway } from '#office/store/gateways.ts';
import { addMeter, installMeter } from '#office/store/meters.ts';
import { addPerson } from '#office/store/people.ts';
import { addProperty, addRoom, addUnit } from '#office/store/properties.ts';
import { addStaffEntry } from '#office/store/staff.ts';
import { recordOutcomes, undecodedTelegrams } from '#office/store/telegrams.ts';
import { FileDeviceSecretStore } from '#office/vault/device-secret.ts';
import { KDF_FLOOR } from '#office/vault/key-derivation.ts';
import { decimalTextOf } from '#shared/model/decimal-text.ts';
import type { MeterId } from '#shared/model/meter.ts';
import { dayOfInstant, plainDateOf } from '#shared/model/plain-date.ts';
import type { PropertyId } from '#shared/model/property.ts';
import { passphrase, STAFF, valueOf } from './office-folder.ts';

export const FLEET_MORNING = new Date('2026-02-16T09:00:00.000Z');
const DAY_MS = 86_400_000;
const UNITS_A_HOUSE = 20;
const METERS_A_UNIT = 10;

export interface FleetSize {
  readonly meters: number;
  readonly days: number;
}

interface FleetMeter {
  readonly id: MeterId;
  readonly number: string;
  readonly gateway: string;
}

/** Creates the office under `root` and locks it again. */
export async function createLargeOffice(root: string, size: FleetSize): Promise<void> {
  const created = await createOffice({
    folder: dataFolderAt(path.join(root, 'data')).office,
    passphrase: passphrase(),
    staff: STAFF,
    deviceSecrets: new FileDeviceSecretStore(path.join(root, 'device')),
    clock: () => FLEET_MORNING,
    kdf: KDF_FLOOR,
  });
  const { session } = valueOf(created);
  try {
    const meters = enterFleet(session, size.meters);
    for (let daysAgo = size.days; daysAgo >= 1; daysAgo -= 1) receiveDay(session, meters, daysAgo);
  } finally {
    closeOffice(session);
  }
}

function enterFleet(session: OfficeSession, count: number): FleetMeter[] {
  return valueOf(
    changeMasterData(session.store, deskOf(session), { action: 'test.fleet' }, (change) => {
      addStaffEntry(change, { accessId: STAFF.id, name: STAFF.name, initials: STAFF.initials });
      writeSettings(change, firstSettings('Messdienst Ilmtal GmbH'));
      const landlordId = addPerson(change, {
        name: 'Remo Reichel',
        addressLines: ['98693 Ilmenau'],
        phone: null,
        email: null,
      });
      const fleet: FleetMeter[] = [];
      for (let house = 0; fleet.length < count; house += 1) {
        const name = `Haus ${String(house + 1).padStart(3, '0')}`;
        const propertyId = addProperty(change, { name, addressLines: ['98693 Ilmenau'], landlordId });
        const gateway = `muc-${String(house + 1).padStart(6, '0')}`;
        addGateway(change, { serial: gateway, propertyId, model: 'MUC.one', place: 'Keller' });
        for (let unit = 0; unit < UNITS_A_HOUSE && fleet.length < count; unit += 1)
          fleet.push(...enterUnit(change, propertyId, gateway, unit, fleet.length));
      }
      return fleet.slice(0, count);
    }),
  );
}

type Change = Parameters<Parameters<typeof changeMasterData>[3]>[0];

function enterUnit(
  change: Change,
  propertyId: PropertyId,
  gateway: string,
  index: number,
  firstNumber: number,
): FleetMeter[] {
  const unitId = addUnit(change, {
    propertyId,
    name: `WE ${index + 1}`,
    kind: 'flat',
    position: `${index % 5}. OG`,
    livingAreaM2: decimalTextOf('70'),
    heatedAreaM2: decimalTextOf('70'),
  });
  const roomId = addRoom(change, { unitId, name: 'Wohnzimmer', areaM2: null });
  return Array.from({ length: METERS_A_UNIT }, (_, meter) => {
    const number = String(20_000_000 + firstNumber + meter);
    const address = { manufacturer: 'QDS', id: number, version: 1, deviceType: 8 };
    const id = addMeter(change, { address, kind: 'allocator', serial: null });
    installMeter(change, {
      meterId: id,
      propertyId,
      unitId,
      roomId,
      position: `Heizkörper ${meter + 1}`,
      from: plainDateOf('2022-05-17'),
      to: null,
      scale: 'unit',
      factor: decimalTextOf('1.25'),
      dueDay: '12-31',
      remoteReadable: true,
      interoperable: false,
    });
    return { id, number, gateway };
  });
}

/** A frame of a short header and one block that no key opens: enough for a list. */
function frameOf(number: string, daysAgo: number): Buffer {
  const reversed = number.match(/../g)?.toReversed().join('') ?? '';
  const access = (daysAgo % 256).toString(16).padStart(2, '0');
  return Buffer.from(`1E449344${reversed}01087A${access}0010255A5A${'5A'.repeat(14)}`, 'hex');
}

function receiveDay({ store }: OfficeSession, meters: readonly FleetMeter[], daysAgo: number): void {
  const sentAt = new Date(FLEET_MORNING.getTime() - daysAgo * DAY_MS + DAY_MS / 2);
  const byGateway = Map.groupBy(meters, ({ gateway }) => gateway);
  valueOf(
    insertBundles(
      store,
      [...byGateway].map(([gateway, heard]) => ({
        source: 'iot-core',
        topic: `wmbus/v1/${gateway}/b/${dayOfInstant(sentAt).replaceAll('-', '')}/1-${1000 - daysAgo}`,
        key: { gateway, epoch: '1', seq: 1000 - daysAgo },
        payload: Buffer.from(`${gateway} ${daysAgo}`),
        receivedAt: sentAt,
        lastModified: sentAt,
        state: 'stored' as const,
        telegrams: heard.map(({ number }) => ({
          bytes: frameOf(number, daysAgo),
          address: { manufacturer: 'QDS', id: number, version: 1, deviceType: 8 },
          receivedAt: sentAt,
          rssiDbm: -70,
        })),
      })),
    ),
  );
  const ids = new Map(meters.map((meter) => [meter.number, meter.id]));
  const outcomes = undecodedTelegrams(store, 0, meters.length).map(({ id, bytes }) => {
    const number = Buffer.from(bytes.subarray(4, 8).toReversed()).toString('hex');
    const meterId = ids.get(number);
    if (meterId === undefined) throw new Error(`nobody has the number ${number}`);
    return {
      telegramId: id,
      outcome: 'ok',
      verifiedBy: 'checkBytes' as const,
      readings: [
        {
          meterId,
          register: 'current' as const,
          quantity: 'allocation' as const,
          value: { mantissa: BigInt((1000 - daysAgo) * 3), exponent: 0, unit: 'HCA' as const },
          date: dayOfInstant(sentAt),
          dateInferred: false,
          storage: 0,
        },
      ],
    };
  });
  valueOf(recordOutcomes(store, outcomes, sentAt));
}
