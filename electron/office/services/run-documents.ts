/** The documents of a billing run as the office prints them: number, date, sender, and what marks each page. */
import type { Settings } from '#shared/contract/settings.ts';
import type { Bill } from '#shared/billing/bill.ts';
import { yearOf } from '#shared/model/plain-date.ts';
import { DOCUMENT_TEXT } from '#shared/text/documents/common.ts';
import type { Edition, Office } from '../documents/model/printed-document.ts';
import type { BillInfo } from '../store/bills.ts';
import type { OpenedRun } from './billing-runs.ts';
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

/** A run as it is printed; drafts are dated today, final ones for ever on the day they became final. */
export function printedBillOf(
  { store, clock }: OfficeSession,
  { info, billingCase }: OpenedRun,
  bill: Bill,
  checkNumber: string | null,
): PrintedBill {
  const marks = marksOf(isDemoOffice(store), info);
  const edition: Edition = {
    ...(checkNumber !== null && { checkNumber }),
    ...(marks.length > 0 && { mark: marks.join(' · ') }),
  };
  return {
    office: senderOf(readSettings(store)),
    case: billingCase,
    number: numberOfRun(info, bill),
    issuedOn: officeDayOf(info.finalisedAt === null ? clock() : new Date(info.finalisedAt)),
    edition,
  };
}
