/** Billing desk (Abrechnungen): draft, findings, a bill with its trace, finalise, export. */
import { z } from 'zod';
import { channel, done, nothing } from './channel.ts';
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

/** Code of a finding and all it is about: of a whole house, when every unit lacks the same. */
const findingName = z.string().min(1).max(50_000);

/** A finding of the Prüfliste. */
export const finding = z.strictObject({
  /** Names it within the period, also after drafting again. */
  key: findingName,
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

export const dispatchWay = z.enum(['post', 'email', 'landlord', 'inPerson']);
export type DispatchWay = z.output<typeof dispatchWay>;

/** Who did what to a bill, by initials, and why a step is not open; null when it is. */
export const billingLife = z.strictObject({
  draftedBy: z.string(),
  checked: z.strictObject({ by: z.string(), at: instant }).nullable(),
  /** As printed on every document of a final bill: `7F3A-91C2`. */
  checkNumber: z.string().nullable(),
  corrects: z.strictObject({ id: runId, version: z.int(), reason: z.string() }).nullable(),
  correctedBy: z.strictObject({ id: runId, version: z.int() }).nullable(),
  dispatch: z.strictObject({ on: day, way: dispatchWay, by: z.string() }).nullable(),
  refusals: z.strictObject({
    draftAgain: z.string().nullable(),
    check: z.string().nullable(),
    finalise: z.string().nullable(),
    correct: z.string().nullable(),
    cancel: z.string().nullable(),
  }),
});
export type BillingLife = z.output<typeof billingLife>;

export const billingRun = billingRunSummary.extend({
  life: billingLife,
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

const amountChange = z.strictObject({ before: cents, after: cents, change: cents });

/** What a correction changes for one user; positions that stay the same are left out. */
export const userDifference = z.strictObject({
  billId: billKey,
  recipient: line,
  unitName: line,
  presence: z.enum(['inBoth', 'appears', 'vanishes']),
  positions: z.array(
    z.strictObject({
      position: z.enum([
        'heatingBase',
        'heatingConsumption',
        'hotWaterBase',
        'hotWaterConsumption',
        'further',
        'direct',
      ]),
      /** Which further or direct cost. */
      label: z.string().nullable(),
      beforeCents: cents,
      afterCents: cents,
      changeCents: cents,
    }),
  ),
  totalCents: amountChange,
  prepaidCents: amountChange,
  balanceCents: amountChange,
});
export type UserDifference = z.output<typeof userDifference>;

const runRef = z.strictObject({ id: runId });

/** The steps in a bill's life; `shared/billing/life-of-a-bill.ts` says which is open when. */
export const billLifeDesk = {
  /** Says that whoever is at work looked the draft over. */
  'billing.check': channel(runRef, billingRun),
  /** Freezes a checked run. */
  'billing.finalise': channel(z.strictObject({ id: runId, note: optionalLine }), billingRun),
  /** Begins the next version of a final run as a draft. */
  'billing.correct': channel(z.strictObject({ id: runId, reason: line }), billingRun),
  /** Throws a draft away. */
  'billing.discard': channel(runRef, done),
  /** Before dispatch only. */
  'billing.cancel': channel(z.strictObject({ id: runId, reason: line }), billingRun),
  'billing.noteDispatch': channel(z.strictObject({ id: runId, on: day, way: dispatchWay }), billingRun),
  /** The users a correction changes anything for; empty for a run that corrects none. */
  'billing.difference': channel(runRef, z.array(userDifference)),
};

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
  'billing.acceptFinding': channel(z.strictObject({ id: runId, key: findingName, reason: line }), billingRun),
};

/** Long works of the billing desk; `job.progressed` tells how far they are. */
export const billingExportDesk = {
  /** Writes the PDFs into a folder the user chooses; null when he chose none. */
  'billing.exportDocuments': channel(
    z.strictObject({ id: runId }),
    z.strictObject({ folder: z.string(), files: z.int(), checkNumber: z.string() }).nullable(),
  ),
  /** Ends a draft or an export that runs; nothing of it stays. Harmless when none runs. */
  'billing.cancelJob': channel(z.strictObject({ job: z.enum(['draft', 'export']) }), done),
};
