/** Billing desk (Abrechnungen): draft, findings, a bill with its trace, finalise, export. */
import { z } from 'zod';
import { channel, nothing } from './channel.ts';
import { billStage } from './properties.ts';
import {
  cents,
  day,
  instant,
  line,
  optionalLine,
  period,
  periodId,
  propertyId,
  subject,
  tenancyId,
  unitId,
} from './values.ts';

/** Numbers a run: one property, one period, one version. */
const runId = z.int().positive();

/** Names one user's bill within a run. */
const billKey = z.string().min(1).max(100);

export const billingRunSummary = z.strictObject({
  id: runId,
  propertyId,
  propertyName: line,
  periodId,
  period,
  version: z.int().positive(),
  stage: billStage,
  billCount: z.int(),
  totalCents: cents,
  blockingCount: z.int(),
  warningCount: z.int(),
  draftedAt: instant,
  finalisedAt: instant.nullable(),
  dueOn: day,
});
export type BillingRunSummary = z.output<typeof billingRunSummary>;

/** A finding of the Prüfliste. */
export const finding = z.strictObject({
  /** Names it within the period, also after drafting again. */
  key: z.string().max(400),
  code: z.string(),
  severity: z.enum(['blocks', 'warns']),
  message: z.string(),
  paragraph: z.string().nullable(),
  /** What cures it, as a sentence. */
  cure: z.string().nullable(),
  subject: subject.nullable(),
  /** Why staff accepted a warning; null while nobody did. */
  acceptedBecause: z.string().nullable(),
});
export type Finding = z.output<typeof finding>;

/** A right to cut the bill (§ 12 HeizkostenV) that a tenant could use, and what it would cost. */
export const risk = z.strictObject({
  code: z.string(),
  percent: z.int(),
  message: z.string(),
  paragraph: z.string(),
  amountCents: cents,
  tenants: z.array(z.strictObject({ tenantName: line, unitName: line, amountCents: cents })),
});
export type Risk = z.output<typeof risk>;

/** A bill of one user as a line of the list; the landlord's own share has no tenancy. */
export const billLine = z.strictObject({
  billId: billKey,
  unitId: unitId.nullable(),
  unitName: line,
  tenancyId: tenancyId.nullable(),
  recipient: line,
  period,
  heatingCents: cents,
  hotWaterCents: cents,
  co2ReliefCents: cents,
  totalCents: cents,
  prepaidCents: cents,
  balanceCents: cents,
  isEstimated: z.boolean(),
});
export type BillLine = z.output<typeof billLine>;

export const billingRun = billingRunSummary.extend({
  findings: z.array(finding),
  risks: z.array(risk),
  bills: z.array(billLine),
  /** The invoices' sum and the sum of all bills; equal to the cent. */
  proof: z.strictObject({ invoicedCents: cents, billedCents: cents }),
});
export type BillingRun = z.output<typeof billingRun>;

/** One printed figure; `figure` is what `billing.explain` takes. */
export const billFigure = z.strictObject({
  figure: z.string(),
  label: line,
  /** As printed, German. */
  text: z.string(),
  amountCents: cents.nullable(),
});

export type BillFigure = z.output<typeof billFigure>;

export const bill = z.strictObject({
  line: billLine,
  sections: z.array(z.strictObject({ title: line, figures: z.array(billFigure) })),
});
export type Bill = z.output<typeof bill>;

/** A link of the chain behind a figure: its sentence, its formula with numbers, and what it rests on. */
export const explanationStep = z.strictObject({
  figure: z.string(),
  label: z.string(),
  text: z.string(),
  formula: z.string().nullable(),
  paragraph: z.string().nullable(),
  inputs: z.array(z.strictObject({ figure: z.string().nullable(), label: z.string(), text: z.string() })),
});
export type ExplanationStep = z.output<typeof explanationStep>;

export const billingDesk = {
  'billing.list': channel(nothing, z.array(billingRunSummary)),
  /** Computes a draft; the same inputs give the same draft. Replaces an earlier draft of the period. */
  'billing.draft': channel(z.strictObject({ periodId }), billingRun),
  'billing.get': channel(z.strictObject({ id: runId }), billingRun),
  'billing.bill': channel(z.strictObject({ id: runId, billId: billKey }), bill),
  'billing.explain': channel(
    z.strictObject({ id: runId, figure: z.string().max(200) }),
    z.array(explanationStep),
  ),
  /** Accepts a warning; the reason goes into the audit. */
  'billing.acceptFinding': channel(
    z.strictObject({ id: runId, key: z.string().max(400), reason: line }),
    billingRun,
  ),
  /** Freezes the run; refused while a finding blocks or a warning has no reason. */
  'billing.finalise': channel(z.strictObject({ id: runId, note: optionalLine }), billingRun),
  /** Writes the PDFs into a folder the user chooses; null when he chose none. */
  'billing.exportDocuments': channel(
    z.strictObject({ id: runId }),
    z.strictObject({ folder: z.string(), files: z.int(), checkNumber: z.string() }).nullable(),
  ),
};
