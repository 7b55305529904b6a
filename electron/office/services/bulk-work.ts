/** Bulk work in a thread of its own, so that the office answers meanwhile; ends at once when it is cancelled. */
import { Worker } from 'node:worker_threads';
import type { BillingCase } from '#shared/billing/billing-case.ts';
import { fail, succeed, type Failure, type Result } from '#shared/model/result.ts';
import type { BulkAnswer, BulkOrder } from './bulk-orders.ts';
import type { PrintedBill } from './plan-documents.ts';

/** Built, the worker lies beside this module as it does in the sources. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './bulk-worker.ts' : './bulk-worker.js',
  import.meta.url,
);

export type BulkFailure = Failure;

function cancelled(): { readonly ok: false; readonly error: BulkFailure } {
  return fail({
    code: 'CANCELLED',
    message: 'Der Vorgang wurde abgebrochen. Es wurde nichts gespeichert.',
  });
}

/**
 * Runs an order in a new thread and hands every answer to `take`, one after the other; fails with the first failure
 * of `take` or of the worker, or with `CANCELLED`. A bug in the worker throws.
 */
async function runInThread(
  order: BulkOrder,
  signal: AbortSignal,
  take: (answer: Exclude<BulkAnswer, { readonly kind: 'refused' }>) => Promise<Result<void, BulkFailure>>,
): Promise<Result<void, BulkFailure>> {
  if (signal.aborted) return cancelled();
  const worker = new Worker(WORKER, { workerData: order });
  const stop = (): void => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  let taken: Promise<Result<void, BulkFailure>> = Promise.resolve(succeed(undefined));
  try {
    await new Promise<void>((resolve, reject) => {
      worker.on('message', (answer: BulkAnswer) => {
        taken = taken.then(async (before) => {
          if (!before.ok || signal.aborted) return before;
          return answer.kind === 'refused' ? fail(answer.failure) : await take(answer);
        });
        taken.then(({ ok }) => (ok ? undefined : stop()), reject);
      });
      worker.on('error', reject);
      worker.on('exit', () => resolve());
    });
    const done = await taken;
    return done.ok && signal.aborted ? cancelled() : done;
  } finally {
    signal.removeEventListener('abort', stop);
    await worker.terminate();
  }
}

/** Bills a case; the result as the store keeps it. */
export async function billInThread(
  billingCase: BillingCase,
  signal: AbortSignal,
): Promise<Result<string, BulkFailure>> {
  let resultJson: string | null = null;
  const done = await runInThread({ kind: 'bill', case: billingCase }, signal, async (answer) => {
    if (answer.kind === 'billed') resultJson = answer.resultJson;
    return succeed(undefined);
  });
  if (!done.ok) return done;
  if (resultJson === null) throw new Error('the worker ended without a bill');
  return succeed(resultJson);
}

/** Draws all documents of a bill and hands each over as soon as it is there. */
export function printInThread(
  bill: PrintedBill,
  signal: AbortSignal,
  take: (document: Extract<BulkAnswer, { readonly kind: 'printed' }>) => Promise<Result<void, BulkFailure>>,
): Promise<Result<void, BulkFailure>> {
  return runInThread({ kind: 'print', bill }, signal, async (answer) =>
    answer.kind === 'printed' ? await take(answer) : succeed(undefined),
  );
}
