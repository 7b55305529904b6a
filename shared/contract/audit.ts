/** Audit desk (Protokoll): who did what when, and whether the chain still holds. */
import { z } from 'zod';
import { channel, nothing } from './channel.ts';
import { instant, subject } from './values.ts';

export const auditEntry = z.strictObject({
  seq: z.int().positive(),
  at: instant,
  initials: z.string(),
  /** The action in plain German: `Mietverhältnis geändert`. */
  action: z.string(),
  subject: subject.nullable(),
  subjectName: z.string().nullable(),
  details: z.array(z.string()),
  reason: z.string().nullable(),
});
export type AuditEntry = z.output<typeof auditEntry>;

export const auditCheck = z.strictObject({
  holds: z.boolean(),
  entries: z.int(),
  checkedAt: instant,
  /** The head's hash, to be compared with a printed protocol. */
  head: z.string(),
  firstBreak: z.strictObject({ seq: z.int(), message: z.string() }).nullable(),
});
export type AuditCheck = z.output<typeof auditCheck>;

export const auditDesk = {
  /** The newest first; `before` pages on from the entry with that number. */
  'audit.list': channel(
    z.strictObject({ before: z.int().positive().optional(), limit: z.int().min(1).max(1000) }),
    z.strictObject({ entries: z.array(auditEntry), total: z.int() }),
  ),
  'audit.verify': channel(nothing, auditCheck),
};
