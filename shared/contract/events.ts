/** What the office tells the window without being asked. */
import { z } from 'zod';
import { pullResult } from './pull.ts';

/** Lists whose rows may have changed; the window asks again for what it shows. */
export const changedData = z.enum([
  'vault',
  'properties',
  'units',
  'meters',
  'gateways',
  'people',
  'tenancies',
  'costs',
  'billing',
  'staff',
  'settings',
  'backup',
  'audit',
  /** What came in: telegrams, readings, and the result sheet. */
  'pull',
  /** Whether a pull runs, and what a quiet one came to; no row of a list changed by it. */
  'pullRun',
  'keys',
]);
export type ChangedData = z.output<typeof changedData>;

export const jobName = z.enum(['pull', 'demo', 'draft', 'export', 'backup', 'keys']);

export const officeEvent = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('vault.locked'),
    because: z.enum(['user', 'idle', 'suspend', 'screenLocked', 'officeStopped']),
  }),
  z.strictObject({ type: z.literal('data.changed'), what: z.array(changedData) }),
  z.strictObject({
    type: z.literal('job.progressed'),
    job: jobName,
    /** What is being done, one German sentence part: `Telegramme entschlüsseln`. */
    step: z.string(),
    done: z.int(),
    /** Null while the amount of work is unknown. */
    total: z.int().nullable(),
  }),
  z.strictObject({ type: z.literal('pull.ended'), result: pullResult }),
  /** The office process crashed; a new one waits locked, or none could be started any more. */
  z.strictObject({ type: z.literal('office.crashed'), restarted: z.boolean(), message: z.string() }),
]);
export type OfficeEvent = z.output<typeof officeEvent>;
