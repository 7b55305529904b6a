/** A grown office for the window's benchmark: 500 units with tenants, 5,000 meters, 2,000,000 readings. */
import { randomBytes } from 'node:crypto';
import { closeOffice, createOffice, deskOf, type OfficeSession } from '#office/services/office-session.ts';
import { insertBundles } from '#office/store/bundles.ts';
import { changeMasterData, type Change } from '#office/store/change.ts';
import { addMeterKey } from '#office/store/keys.ts';
import { addMeter, installMeter } from '#office/store/meters.ts';
import { addPerson } from '#office/store/people.ts';
import { addProperty, addUnit } from '#office/store/properties.ts';
import type { NewReading } from '#office/store/readings.ts';
import { recordOutcomes, undecodedTelegrams } from '#office/store/telegrams.ts';
import { addTenancy } from '#office/store/tenancies.ts';
import type { DeviceSecretStore } from '#office/vault/device-secret.ts';
import { KDF_FLOOR } from '#office/vault/key-derivation.ts';
import { decimalTextOf } from '#shared/model/decimal-text.ts';
import type { MeterId } from '#shared/model/meter.ts';
import { addDays, addMonths, plainDateOf } from '#shared/model/plain-date.ts';
import type { PropertyId } from '#shared/model/property.ts';
import type { MeterAddress } from '#shared/model/reading.ts';
import type { Failure, Result } from '#shared/model/result.ts';
import { benchMeterAddress, benchMeterKey } from './bench-meters.ts';

export const UNITS = 500;
export const METERS = 5_000;
export const READINGS = 2_000_000;
export const PASSPHRASE = 'vier Maler streichen den Flur';

const PROPERTIES = 10;
const READINGS_A_TELEGRAM = 16;
const ROUNDS_OF_TELEGRAMS = READINGS / METERS / READINGS_A_TELEGRAM;
const STAFF = { id: 'bench', name: 'Shivani Rao', initials: 'SR' };
const TELEGRAM_BYTES = 60;
const FIRST_DAY = plainDateOf('2024-01-01');

/** Creates the office in an empty folder and leaves it locked. Takes a minute or so. */
export async function growOffice(folder: string, deviceSecrets: DeviceSecretStore): Promise<void> {
  const passphrase = Buffer.from(PASSPHRASE, 'utf8');
  const { session } = valueOf(
    await createOffice({
      folder,
      passphrase,
      staff: STAFF,
      deviceSecrets,
      clock: () => new Date(),
      kdf: KDF_FLOOR,
    }),
  );
  const meters = valueOf(
    changeMasterData(session.store, deskOf(session), { action: 'bench.prepare' }, enterHouses),
  );
  for (let round = 0; round < ROUNDS_OF_TELEGRAMS; round += 1) receive(session, meters, round);
  closeOffice(session);
}

function valueOf<T>(result: Result<T, Failure>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

interface EnteredMeter {
  readonly id: MeterId;
  readonly address: MeterAddress;
}

function enterHouses(change: Change): EnteredMeter[] {
  return Array.from({ length: PROPERTIES }, (_, house) => {
    const landlordId = addPerson(change, personOf(`Hausverwaltung ${house + 1}`));
    const addressLines = [`Max-Planck-Ring ${house + 1}`, '98693 Ilmenau'];
    const propertyId = addProperty(change, { name: `Wohnpark ${house + 1}`, addressLines, landlordId });
    return Array.from({ length: UNITS / PROPERTIES }, (_unit, unit) =>
      enterUnit(change, propertyId, house, unit),
    );
  }).flat(2);
}

function enterUnit(change: Change, propertyId: PropertyId, house: number, unit: number): EnteredMeter[] {
  const number = house * (UNITS / PROPERTIES) + unit;
  const area = decimalTextOf(40 + (number % 60));
  const unitId = addUnit(change, {
    propertyId,
    name: `WE ${String(number + 1).padStart(4, '0')}`,
    kind: 'flat',
    position: `${unit % 5}. OG`,
    livingAreaM2: area,
    heatedAreaM2: area,
  });
  const personId = addPerson(change, personOf(`Mieter ${number + 1}`));
  addTenancy(change, { unitId, personId, from: FIRST_DAY, to: null });
  return Array.from({ length: METERS / UNITS }, (_, place) => {
    const index = number * (METERS / UNITS) + place;
    const address = benchMeterAddress(index);
    const id = addMeter(change, { address, kind: 'allocator', serial: null });
    addMeterKey(change, {
      manufacturer: address.manufacturer,
      identification: address.id,
      label: 'Lieferung',
      key: benchMeterKey(index),
    });
    installMeter(change, {
      meterId: id,
      propertyId,
      unitId,
      roomId: null,
      position: `Heizkörper ${place + 1}`,
      from: FIRST_DAY,
      to: null,
      scale: 'unit',
      factor: decimalTextOf(1),
      dueDay: '12-31',
      remoteReadable: true,
      interoperable: true,
    });
    return { id, address };
  });
}

function personOf(name: string) {
  return { name, addressLines: ['Hauptstraße 1', '98693 Ilmenau'], phone: null, email: null };
}

/** One telegram of every meter with the values of sixteen months, as a pull stores and records them. */
function receive({ store }: OfficeSession, meters: readonly EnteredMeter[], round: number): void {
  const receivedAt = new Date(`${addDays(FIRST_DAY, 500 + round)}T22:00:00Z`);
  const telegrams = meters.map(({ address }) => ({
    bytes: randomBytes(TELEGRAM_BYTES),
    address,
    receivedAt,
    rssiDbm: -70,
  }));
  const bundle = { source: 'bench', topic: `round/${round}`, key: null, payload: Buffer.from(`${round}`) };
  valueOf(insertBundles(store, [{ ...bundle, receivedAt, lastModified: null, state: 'stored', telegrams }]));
  const outcomes = undecodedTelegrams(store, 0, meters.length).map(({ id }, index) => ({
    telegramId: id,
    outcome: 'ok',
    verifiedBy: null,
    readings: readingsOf(meters[index % meters.length]?.id, round),
  }));
  valueOf(recordOutcomes(store, outcomes, receivedAt));
}

function readingsOf(meterId: MeterId | undefined, round: number): NewReading[] {
  if (meterId === undefined) throw new Error('every telegram has its meter');
  return Array.from({ length: READINGS_A_TELEGRAM }, (_, storage) => ({
    meterId,
    register: storage === 0 ? 'current' : 'month',
    quantity: 'allocation',
    value: { mantissa: BigInt(round * 16 + storage), exponent: 0, unit: 'HCA' },
    date: addDays(addMonths(FIRST_DAY, storage), round),
    dateInferred: false,
    storage,
  }));
}
