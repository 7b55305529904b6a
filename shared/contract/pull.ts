/** Pull desk (Datenabruf): fetching bundles from IoT Core. Credentials go in and never come back. */
import { z } from 'zod';
import { channel, done, nothing } from './channel.ts';
import { instant, line, optionalLine } from './values.ts';

export const pullSource = z.strictObject({
  region: optionalLine,
  /** The data endpoint of the account. */
  endpoint: optionalLine,
  accessKeyId: optionalLine,
  hasSecretKey: z.boolean(),
});
export type PullSource = z.output<typeof pullSource>;

export const pullResult = z.strictObject({
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
});
export type PullResult = z.output<typeof pullResult>;

export const pullStatus = z.strictObject({
  source: pullSource.nullable(),
  isRunning: z.boolean(),
  last: pullResult.nullable(),
});
export type PullStatus = z.output<typeof pullStatus>;

export const pullDesk = {
  'pull.status': channel(nothing, pullStatus),
  'pull.saveSource': channel(
    z.strictObject({
      region: line,
      endpoint: line,
      accessKeyId: line,
      /** Null keeps the stored one. */
      secretAccessKey: z.string().max(200).nullable(),
    }),
    pullStatus,
  ),
  'pull.test': channel(nothing, z.strictObject({ bundles: z.int(), newestBundleAt: instant.nullable() })),
  /** Returns at once; `job.progressed` and `pull.ended` tell the rest. */
  'pull.start': channel(nothing, done),
  'pull.cancel': channel(nothing, done),
};
