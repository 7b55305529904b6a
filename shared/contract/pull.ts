/**
 * Pull desk (Datenabruf): fetching bundles from IoT Core and from files, and the inbox of devices nobody knows.
 * Credentials go in and never come back.
 */
import { z } from 'zod';
import { channel, done, nothing } from './channel.ts';
import { day, instant, line, optionalLine, propertyId, roomId, unitId } from './values.ts';

export const pullSource = z.strictObject({
  region: optionalLine,
  /** The data endpoint of the account. */
  endpoint: optionalLine,
  /** Keys whose secret half is stored, a profile of this computer, or the demo's own cloud. */
  access: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('keys'), accessKeyId: optionalLine }),
    z.strictObject({ kind: z.literal('profile'), profile: line }),
    z.strictObject({ kind: z.literal('demo') }),
  ]),
});
export type PullSource = z.output<typeof pullSource>;

/** When the office pulls by itself while it is open and unlocked; `at` is the office's own time. */
export const pullSchedule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('off') }),
  z.strictObject({ kind: z.literal('every'), minutes: z.int().min(15).max(1440) }),
  z.strictObject({ kind: z.literal('daily'), at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/) }),
]);
export type PullSchedule = z.output<typeof pullSchedule>;

export const pullResult = z.strictObject({
  /** Who began it: somebody, the schedule, or somebody with a file. */
  trigger: z.enum(['hand', 'schedule', 'file']),
  startedAt: instant,
  endedAt: instant,
  outcome: z.enum(['complete', 'cancelled', 'failed']),
  /** Why it failed, and what to do. */
  message: z.string().nullable(),
  bundles: z.int(),
  newTelegrams: z.int(),
  duplicates: z.int(),
  readings: z.int(),
  undecodable: z.array(z.strictObject({ reason: z.string(), message: z.string(), count: z.int() })),
  unknownMeters: z.int(),
  /** Bundles with the number of another one and other content: kept apart. */
  quarantined: z.int(),
  /** Bundles in which no telegram could be found. */
  unreadable: z.int(),
  /** Bundles that are still to be fetched. */
  left: z.int(),
  /** Stored bundles that the source was told to forget. */
  cleared: z.int(),
  /** Telegrams of devices next door that were deleted because their time was over. */
  dropped: z.int(),
  /** Numbers that are missing from what a gateway has sent. */
  gaps: z.array(z.strictObject({ gateway: z.string(), first: z.int(), last: z.int() })),
  /** The first bundles that need somebody's eye. */
  problems: z.array(z.strictObject({ name: z.string(), message: z.string() })),
});
export type PullResult = z.output<typeof pullResult>;

export const pullStatus = z.strictObject({
  source: pullSource.nullable(),
  isRunning: z.boolean(),
  /** The last pull that is in the audit: one that somebody began or that brought something. */
  last: pullResult.nullable(),
  schedule: pullSchedule,
  /** When the schedule comes to its next pull; null when it is off or there is no source. */
  nextAt: instant.nullable(),
  /** A pull of the schedule after `last` that brought nothing new, or failed; forgotten with the session. */
  lastQuiet: z
    .strictObject({
      at: instant,
      outcome: z.enum(['complete', 'cancelled', 'failed']),
      message: z.string().nullable(),
    })
    .nullable(),
  /** Days after which telegrams of devices without meter and key are deleted; null keeps them. */
  foreignDays: z.int().positive().nullable(),
});
export type PullStatus = z.output<typeof pullStatus>;

/** What a source showed when it was asked whether the way is open. */
export const pullTest = z.strictObject({
  bundles: z.int(),
  /** Gateways whose bundles lie there. */
  gateways: z.int(),
  newestBundleAt: instant.nullable(),
  /** The account's number, where the credentials name it; nothing is asked for it. */
  account: z.string().nullable(),
  /** How far this computer's clock is ahead of the source's. */
  clockAheadSeconds: z.int().nullable(),
});
export type PullTest = z.output<typeof pullTest>;

export const pullDesk = {
  'pull.status': channel(nothing, pullStatus),
  'pull.saveSource': channel(
    z.strictObject({
      region: line,
      endpoint: line,
      access: z.discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('keys'),
          accessKeyId: line,
          /** Null keeps the stored one. */
          secretAccessKey: z.string().max(200).nullable(),
        }),
        z.strictObject({ kind: z.literal('profile'), profile: line }),
      ]),
    }),
    pullStatus,
  ),
  'pull.test': channel(nothing, pullTest),
  'pull.saveSchedule': channel(pullSchedule, pullStatus),
  /** Returns at once; `job.progressed` and `pull.ended` tell the rest. */
  'pull.start': channel(nothing, done),
  'pull.cancel': channel(nothing, done),
  /** Reads a file, or a folder of files, that the user chooses, like a pull; false when he chose none. */
  'pull.readFile': channel(z.strictObject({ isFolder: z.boolean() }), z.boolean()),
  'pull.saveForeignDays': channel(z.strictObject({ days: z.int().min(1).max(3650).nullable() }), pullStatus),
};

const deviceName = z.strictObject({
  manufacturer: z.string().regex(/^[A-Z]{3}$/),
  id: z.string().regex(/^[0-9A-F]{8}$/),
});

/** A device on the air without a meter. */
export const unknownDevice = deviceName.extend({
  /** Generation and medium of the radio address (EN 13757-3). */
  version: z.int(),
  deviceType: z.int(),
  /** What it most likely is; null when it measures nothing that is billed. */
  kind: z.enum(['allocator', 'heatMeter', 'warmWaterMeter', 'hotWaterHeatMeter']).nullable(),
  telegrams: z.int(),
  lastHeardAt: instant,
  rssiDbm: z.int().nullable(),
  /** The gateway that heard it last. */
  gateway: z.string().nullable(),
  /** Why it was set aside, and when; null while somebody has to decide. */
  setAside: z.strictObject({ reason: line, since: instant }).nullable(),
});
export type UnknownDevice = z.output<typeof unknownDevice>;

const deviceNames = z.array(deviceName).min(1).max(5000);

export const inboxDesk = {
  'inbox.list': channel(nothing, z.array(unknownDevice)),
  /** Puts devices away as none of ours; undoable. */
  'inbox.setAside': channel(z.strictObject({ devices: deviceNames, reason: line }), done),
  /** Looks at devices again that were put away. */
  'inbox.takeBack': channel(z.strictObject({ devices: deviceNames }), done),
  /** Makes a meter of a device and hangs it in its place; what it has sent so far is read. */
  'inbox.assign': channel(
    z.strictObject({
      device: deviceName,
      kind: z.enum(['allocator', 'heatMeter', 'warmWaterMeter', 'hotWaterHeatMeter']),
      propertyId,
      unitId: unitId.nullable(),
      roomId: roomId.nullable(),
      from: day,
    }),
    done,
  ),
};
