/** Entry of the worker thread for bulk work: bills a case, or draws the documents of a bill. Knows no store, no key. */
import { parentPort, workerData } from 'node:worker_threads';
import { billProperty } from '#shared/billing/bill-property.ts';
import type { BulkAnswer, BulkOrder } from './bulk-orders.ts';
import type { PrintedBill } from './plan-documents.ts';
import { resultJsonOf } from './run-result.ts';

function answer(message: BulkAnswer, transfer: readonly ArrayBuffer[] = []): void {
  if (parentPort === null) throw new Error('the bulk worker runs in a thread of its own');
  parentPort.postMessage(message, transfer);
}

/** Ends after the first document that cannot be printed. */
async function print(printed: PrintedBill): Promise<void> {
  const outcome = billProperty(printed.case);
  if (outcome.kind === 'refused') throw new Error('a refused bill has no documents');
  // Loaded here: billing needs no drawing.
  const { planDocuments } = await import('./plan-documents.ts');
  const planned = planDocuments(printed, outcome.bill);
  for (const { fileName, render } of planned) {
    const document = await render();
    if (!document.ok) return answer({ kind: 'refused', failure: document.error });
    // A copy: what is drawn may lie in a pool that other documents share.
    const pdf = Uint8Array.from(document.value);
    answer({ kind: 'printed', fileName, pdf, total: planned.length }, [pdf.buffer]);
  }
}

const order = workerData as BulkOrder;
if (order.kind === 'bill') answer({ kind: 'billed', resultJson: resultJsonOf(billProperty(order.case)) });
else await print(order.bill);
