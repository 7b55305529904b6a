/** A pull in a process of its own, to be killed in the middle: `node pull-child.ts JSON`. */
import { openIotCoreSource } from '#office/mailbox/iot-core-source.ts';
import { pullBundles } from '#office/services/pull-bundles.ts';
import { createStoreBundleLedger } from '#office/services/store-bundle-ledger.ts';
import { openStore } from '#office/store/open.ts';

/** Everything the child needs; the access key is the test's own and good for nothing else. */
export interface PullChildJob {
  readonly endpoint: string;
  readonly region: string;
  readonly ca: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly file: string;
  readonly keyHex: string;
  readonly nowIso: string;
}

const job = JSON.parse(process.argv[2] ?? '') as PullChildJob;
const opened = openStore({ file: job.file, key: Buffer.from(job.keyHex, 'hex') });
if (!opened.ok) throw new Error(opened.error.message);
const source = openIotCoreSource({ ...job, extraRoots: [job.ca] });
const sheet = await pullBundles({
  source,
  ledger: createStoreBundleLedger(opened.value),
  clearPolicy: { kind: 'afterDays', days: 0 },
  now: () => new Date(job.nowIso),
  onProgress: ({ phase, fetched }) => process.stdout.write(`${phase} ${fetched}\n`),
});
process.stdout.write(`done ${sheet.stored}\n`);
source.close();
opened.value.close();
