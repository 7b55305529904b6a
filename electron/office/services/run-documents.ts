/** The documents of a billing run as the office prints them: number, date, sender, and what marks each page. */
import type { Settings } from '#shared/contract/settings.ts';
import type { Bill } from '#shared/billing/bill.ts';
import { yearOf, type PlainDate } from '#shared/model/plain-date.ts';
import { DOCUMENT_TEXT } from '#shared/text/documents/common.ts';
import type { Edition, Office } from '../documents/model/printed-document.ts';
import type { BilledBefore, Correction } from '../documents/statement/statement-input.ts';
import { findBill, type BillInfo } from '../store/bills.ts';
import type { BillingRuns, OpenedRun } from './billing-runs.ts';
import { officeDayOf } from './office-day.ts';
import { isDemoOffice, readSettings } from './office-settings.ts';
import type { OfficeSession } from './office-session.ts';
import type { PrintedBill } from './plan-documents.ts';

/** Begins every document number of a run: `2025-0007`. */
function numberOfRun({ id }: BillInfo, bill: Bill): string {
  return `${yearOf(bill.period.to)}-${String(id).padStart(4, '0')}`;
}

/** The sender of all documents. */
export function senderOf({ office }: Settings): Office {
  return {
    name: office.name,
    address: office.addressLines,
    ...(office.phone !== '' && { phone: office.phone }),
    ...(office.email !== '' && { email: office.email }),
  };
}

function marksOf(isDemo: boolean, { state }: BillInfo): string[] {
  const { marks } = DOCUMENT_TEXT;
  return [
    ...(isDemo ? [marks.demo] : []),
    ...(state === 'draft' || state === 'checked' ? [marks.draft] : []),
    ...(state === 'cancelled' ? [marks.cancelled] : []),
  ];
}

function issueDay({ clock }: OfficeSession, { finalisedAt }: BillInfo): PlainDate {
  return officeDayOf(finalisedAt === null ? clock() : new Date(finalisedAt));
}

/** The version a run replaces; null for a run that corrects none. */
function correctionOf(
  session: OfficeSession,
  runs: BillingRuns,
  info: BillInfo,
  bill: Bill,
): Correction | null {
  const older = info.correctsBillId === null ? null : findBill(session.store, info.correctsBillId);
  if (older === null) return null;
  const opened = runs.open(older.id);
  return {
    number: numberOfRun(older, bill),
    issuedOn: issueDay(session, older),
    reason: info.correctionReason ?? '',
    before: opened.ok ? billedOf(opened.value) : null,
  };
}

function billedOf({ bill }: OpenedRun): BilledBefore | null {
  return bill && { users: bill.users, pots: bill.pots, costs: bill.costs };
}

/** A run as it is printed; drafts are dated today, final ones for ever on the day they became final. */
export function printedBillOf(
  session: OfficeSession,
  runs: BillingRuns,
  run: OpenedRun,
  bill: Bill,
): PrintedBill {
  const { info, billingCase } = run;
  const checkNumber = runs.checkNumberOf(run);
  const correction = correctionOf(session, runs, info, bill);
  const marks = marksOf(isDemoOffice(session.store), info);
  const edition: Edition = {
    ...(checkNumber !== null && { checkNumber }),
    ...(marks.length > 0 && { mark: marks.join(' · ') }),
  };
  return {
    office: senderOf(readSettings(session.store)),
    case: billingCase,
    number: numberOfRun(info, bill),
    issuedOn: issueDay(session, info),
    edition,
    ...(correction && { correction }),
  };
}
