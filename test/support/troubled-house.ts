/**
 * A house in which everything is planted that the morning list must find: a wrong and a missing key, a silent meter, a
 * dead gateway, a low battery, two swapped meters, a leap, a standstill, an unknown gateway; and a closed radiator, which
 * is nothing to find. Its meters really send through an IoT Core.
 */
import path from 'node:path';
import { publishFleet } from '#office/demo/fleet/publish-fleet.ts';
import type { SimulatedMeter } from '#office/demo/fleet/simulated-meter.ts';
import { startIotCore } from '#office/demo/iot-core/start-iot-core.ts';
import { SeededRandom } from '#office/demo/seeded-random.ts';
import { evenSeason, heatSeason } from '#office/demo/season.ts';
import { openIotCoreSource } from '#office/mailbox/iot-core-source.ts';
import { dataFolderAt } from '#office/services/data-folder.ts';
import { importKeys } from '#office/services/import-keys.ts';
import { closeOffice, createOffice, deskOf, type OfficeSession } from '#office/services/office-session.ts';
import { firstSettings, writeLastPull, writeSettings } from '#office/services/office-settings.ts';
import { runPull } from '#office/services/run-pull.ts';
import { changeMasterData, type Change } from '#office/store/change.ts';
import { addGateway } from '#office/store/gateways.ts';
import { addMeter, installMeter } from '#office/store/meters.ts';
import { addPerson } from '#office/store/people.ts';
import { addProperty, addRoom, addUnit } from '#office/store/properties.ts';
import { addManualReading } from '#office/store/readings.ts';
import { addStaffEntry } from '#office/store/staff.ts';
import { addTenancy } from '#office/store/tenancies.ts';
import { FileDeviceSecretStore } from '#office/vault/device-secret.ts';
import { KDF_FLOOR } from '#office/vault/key-derivation.ts';
import { decimalTextOf } from '#shared/model/decimal-text.ts';
import type { MeterId } from '#shared/model/meter.ts';
import { addDays, plainDateOf, type PlainDate } from '#shared/model/plain-date.ts';
import { passphrase, STAFF, valueOf } from './office-folder.ts';

/** The morning on which it is looked at. */
export const MORNING = new Date('2026-02-16T09:00:00.000Z');
const FIRST_DAY = plainDateOf('2026-01-19');
/** The last day the silent meter and the dead gateway were heard. */
export const LAST_SIGN = plainDateOf('2026-02-08');
const LAST_DAY = plainDateOf('2026-02-15');
/** From this day on two water meters carry each other's number. */
export const SWAPPED_ON = plainDateOf('2026-02-03');
/** From this day on a water meter has counted too much. */
export const LEAPT_ON = plainDateOf('2026-02-11');
/** Somebody went through the house and wrote down what stands still since. */
export const READ_ON = plainDateOf('2025-12-10');

export const GOOD_GATEWAY = 'muc-5e0001';
export const DEAD_GATEWAY = 'muc-5e0002';
export const UNKNOWN_GATEWAY = 'muc-5e0099';

interface Planted {
  readonly unit: string;
  readonly room: string;
  readonly radio: SimulatedMeter;
  /** Left out of the delivery note, or with another key in it. */
  readonly key?: 'missing' | 'wrong';
  /** Only sends until LAST_SIGN. */
  readonly fallsSilent?: true;
  readonly calibratedUntil?: PlainDate;
  /** What somebody read on READ_ON, in whole smallest units. */
  readonly readByHand?: bigint;
}

const random = new SeededRandom('morning');

function meter(
  kind: SimulatedMeter['kind'],
  serial: number,
  registerAt: SimulatedMeter['registerAt'],
  change: Partial<SimulatedMeter> = {},
): SimulatedMeter {
  const maker = {
    allocator: { manufacturer: 'EFE', version: 2, deviceType: 8 },
    warmWaterMeter: { manufacturer: 'ZRI', version: 22, deviceType: 6 },
    heatMeter: { manufacturer: 'SON', version: 13, deviceType: 4 },
    hotWaterHeatMeter: { manufacturer: 'SON', version: 13, deviceType: 4 },
  }[kind];
  return {
    address: { ...maker, id: String(serial) },
    kind,
    security: kind === 'allocator' ? 'mode5' : 'mode7',
    key: random.bytes(`${serial}/key`, 16),
    gateway: GOOD_GATEWAY,
    diedOn: null,
    registerAt,
    ...change,
  };
}

const heat = (yearly: number) => (day: PlainDate) => BigInt(heatSeason(yearly, day));
const water = (start: number, yearly: number) => (day: PlainDate) => BigInt(start + evenSeason(yearly, day));
const [firstWater, secondWater] = [water(90_000, 30_000), water(310_000, 24_000)];
const exchangedFrom =
  (own: SimulatedMeter['registerAt'], other: SimulatedMeter['registerAt']) => (day: PlainDate) =>
    day < SWAPPED_ON ? own(day) : other(day);
const leaping = (own: SimulatedMeter['registerAt']) => (day: PlainDate) =>
  day < LEAPT_ON ? own(day) : own(day) + 40_000n;
const standing = (amount: bigint) => () => amount;

/** The meters by what is planted in them. */
export const PLANTED = {
  sound: { unit: 'Wohnung 1', room: 'Wohnzimmer', radio: meter('allocator', 61_300_001, heat(2_000)) },
  wrongKey: {
    unit: 'Wohnung 1',
    room: 'Küche',
    radio: meter('allocator', 61_300_002, heat(900)),
    key: 'wrong',
  },
  missingKey: {
    unit: 'Wohnung 2',
    room: 'Wohnzimmer',
    radio: meter('allocator', 61_300_003, heat(1_500)),
    key: 'missing',
  },
  silent: {
    unit: 'Wohnung 2',
    room: 'Küche',
    radio: meter('allocator', 61_300_004, heat(700)),
    fallsSilent: true,
  },
  lowBattery: {
    unit: 'Wohnung 3',
    room: 'Wohnzimmer',
    radio: meter('allocator', 61_300_005, heat(1_800), { diedOn: addDays(LAST_DAY, 30) }),
  },
  behindDeadGateway: {
    unit: 'Wohnung 4',
    room: 'Wohnzimmer',
    radio: meter('allocator', 61_300_006, heat(1_200), { gateway: DEAD_GATEWAY }),
    fallsSilent: true,
  },
  alsoBehindDeadGateway: {
    unit: 'Wohnung 4',
    room: 'Küche',
    radio: meter('allocator', 61_300_007, heat(600), { gateway: DEAD_GATEWAY }),
    fallsSilent: true,
  },
  swapped: {
    unit: 'Wohnung 1',
    room: 'Bad',
    radio: meter('warmWaterMeter', 44_400_001, exchangedFrom(firstWater, secondWater)),
  },
  swappedToo: {
    unit: 'Wohnung 2',
    room: 'Bad',
    radio: meter('warmWaterMeter', 44_400_002, exchangedFrom(secondWater, firstWater)),
  },
  calibrationEnds: {
    unit: 'Wohnung 3',
    room: 'Bad',
    radio: meter('warmWaterMeter', 44_400_003, water(55_000, 28_000)),
    calibratedUntil: plainDateOf('2026-06-30'),
  },
  heardByUnknown: {
    unit: 'Wohnung 3',
    room: 'Küche',
    radio: meter('heatMeter', 70_100_001, (day) => BigInt(20_000 + heatSeason(6_000, day)), {
      gateway: UNKNOWN_GATEWAY,
    }),
  },
  leaps: {
    unit: 'Wohnung 5',
    room: 'Bad',
    radio: meter('warmWaterMeter', 44_400_004, leaping(water(140_000, 26_000))),
  },
  standsStill: {
    unit: 'Wohnung 5',
    room: 'Küche',
    radio: meter('warmWaterMeter', 44_400_005, standing(212_000n)),
    readByHand: 212_000n,
  },
  closedRadiator: {
    unit: 'Wohnung 5',
    room: 'Schlafzimmer',
    radio: meter('allocator', 61_300_008, standing(0n)),
    readByHand: 0n,
  },
} as const satisfies Record<string, Planted>;

const ALL: readonly Planted[] = Object.values(PLANTED);

/** The number of a planted meter. */
export function numberOf(name: keyof typeof PLANTED): string {
  return PLANTED[name].radio.address.id;
}

/** Enters the house, imports its delivery note, lets its meters send four weeks, and pulls what they sent. */
export async function plantTroubledHouse(session: OfficeSession): Promise<void> {
  valueOf(changeMasterData(session.store, deskOf(session), { action: 'test.plant' }, enterHouse));
  valueOf(importKeys(session, deliveryNote(), 'Lieferschein Februar'));
  const core = await startIotCore();
  try {
    await publish(core, ALL, FIRST_DAY, LAST_SIGN);
    await publish(
      core,
      ALL.filter(({ fallsSilent }) => fallsSilent !== true),
      addDays(LAST_SIGN, 1),
      LAST_DAY,
    );
    const source = openIotCoreSource({
      endpoint: core.dataEndpoint,
      region: core.region,
      credentials: core.credentials,
      extraRoots: [core.ca],
    });
    const result = await runPull(session, source, () => {}, new AbortController().signal);
    source.close();
    if (result.outcome !== 'complete') throw new Error(`the pull ended ${result.outcome}`);
    valueOf(
      changeMasterData(session.store, deskOf(session), { action: 'pull.note' }, (change) =>
        writeLastPull(change, { ...result, trigger: 'hand' }),
      ),
    );
  } finally {
    await core.stop();
  }
}

type Core = Awaited<ReturnType<typeof startIotCore>>;

async function publish(
  core: Core,
  planted: readonly Planted[],
  from: PlainDate,
  to: PlainDate,
): Promise<void> {
  const meters = planted.map(({ radio }) => radio);
  const gateways = await Promise.all(
    [...new Set(meters.map(({ gateway }) => gateway))].map(async (id) => ({
      id,
      certificate: await core.issueGatewayCertificate(id),
    })),
  );
  const instants: Date[] = [];
  // Within a day a simulated register grows evenly: on the day of the exchange it would show what no meter shows.
  for (let day = from; day <= to; day = addDays(day, 1))
    if (day !== SWAPPED_ON) instants.push(new Date(`${day}T22:00:00Z`));
  await publishFleet({
    gateways,
    meters,
    instants,
    broker: { port: core.mqttPort, ca: core.ca },
    // A gateway counts on from where it begins: the second stretch needs numbers of its own.
    random: new SeededRandom(from),
  });
}

function deliveryNote(): string {
  const rows = ALL.filter(({ key }) => key !== 'missing').map(({ radio: { address, key }, key: planted }) => {
    const delivered = planted === 'wrong' ? random.bytes('another meter', 16) : key;
    return `${address.manufacturer};${address.id};${delivered.toString('hex').toUpperCase()}`;
  });
  return ['manufacturer;id;key', ...rows, ''].join('\n');
}

function enterHouse(change: Change): void {
  const landlordId = addPerson(change, person('Remo Reichel'));
  const propertyId = addProperty(change, {
    name: 'Stadtpark Suites',
    addressLines: ['Max-Planck-Ring 6A', '98693 Ilmenau'],
    landlordId,
  });
  for (const [serial, place] of [
    [GOOD_GATEWAY, 'Treppenhaus, 1. OG'],
    [DEAD_GATEWAY, 'Keller, Zählerraum'],
  ] as const)
    addGateway(change, { serial, propertyId, model: 'MUC.one', place, sim: '8949 0200 0012 3456 789' });
  for (const [name, planted] of Map.groupBy(ALL, ({ unit }) => unit)) {
    const unitId = addUnit(change, {
      propertyId,
      name,
      kind: 'flat',
      position: 'VH',
      livingAreaM2: decimalTextOf('70'),
      heatedAreaM2: decimalTextOf('70'),
    });
    addTenancy(change, {
      unitId,
      personId: addPerson(change, person(`Mieter von ${name}`)),
      from: plainDateOf('2024-01-01'),
      to: null,
    });
    for (const { room, radio, calibratedUntil, readByHand } of planted) {
      const roomId = addRoom(change, { unitId, name: room, areaM2: decimalTextOf('15') });
      const { address, kind } = radio;
      const meterId = addMeter(change, {
        address,
        kind,
        serial: null,
        calibratedUntil: calibratedUntil ?? (kind === 'allocator' ? null : plainDateOf('2029-12-31')),
      });
      installMeter(change, {
        meterId,
        propertyId,
        unitId,
        roomId,
        position: null,
        from: plainDateOf('2023-05-17'),
        to: null,
        scale: 'unit',
        factor: decimalTextOf(kind === 'allocator' ? '1.25' : '1'),
        ratings: { kq: null, kc: null, kt: null },
        dueDay: kind === 'allocator' ? '12-31' : null,
        remoteReadable: true,
        interoperable: true,
      });
      if (readByHand !== undefined) enterReading(change, meterId, kind, readByHand);
    }
  }
}

function enterReading(
  change: Change,
  meterId: MeterId,
  kind: SimulatedMeter['kind'],
  mantissa: bigint,
): void {
  addManualReading(change, {
    origin: 'readOnSite',
    note: 'Hausrundgang',
    reading: {
      meterId,
      register: 'current',
      ...(kind === 'allocator'
        ? { quantity: 'allocation', value: { mantissa, exponent: 0, unit: 'HCA' } }
        : { quantity: 'volume', value: { mantissa, exponent: -3, unit: 'm3' } }),
      date: READ_ON,
      dateInferred: false,
      storage: 0,
    },
  });
}

function person(name: string) {
  return { name, addressLines: ['Max-Planck-Ring 6A', '98693 Ilmenau'], phone: null, email: null };
}

/** Creates the office of this house under `root`, where a host or a window office looks for it, and locks it again. */
export async function createTroubledOffice(root: string): Promise<void> {
  const created = await createOffice({
    folder: dataFolderAt(path.join(root, 'data')).office,
    passphrase: passphrase(),
    staff: STAFF,
    deviceSecrets: new FileDeviceSecretStore(path.join(root, 'device')),
    clock: () => MORNING,
    kdf: KDF_FLOOR,
  });
  const { session } = valueOf(created);
  try {
    valueOf(
      changeMasterData(session.store, deskOf(session), { action: 'test.begin' }, (change) => {
        addStaffEntry(change, { accessId: STAFF.id, name: STAFF.name, initials: STAFF.initials });
        writeSettings(change, firstSettings('Messdienst Ilmtal GmbH'));
      }),
    );
    await plantTroubledHouse(session);
  } finally {
    closeOffice(session);
  }
}
