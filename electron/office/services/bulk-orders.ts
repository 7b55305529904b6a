/** What a worker thread is asked to do and what it answers. Plain values: they are copied between threads. */
import type { Failure } from '#shared/model/result.ts';
import type { BillingCase } from '#shared/billing/billing-case.ts';
import type { PrintedBill } from './plan-documents.ts';

export type BulkOrder =
  | { readonly kind: 'bill'; readonly case: BillingCase }
  | { readonly kind: 'print'; readonly bill: PrintedBill };

export type BulkAnswer =
  | { readonly kind: 'billed'; readonly resultJson: string }
  | {
      readonly kind: 'printed';
      readonly fileName: string;
      readonly pdf: Uint8Array;
      /** How many documents there will be in all. */
      readonly total: number;
    }
  | { readonly kind: 'refused'; readonly failure: Failure };
