/** Writes transactions for ever and prints the number of each once it is committed: `store-writer.ts FILE KEY AUDIT_KEY`. */
import { writeSync } from 'node:fs';
import { insertBundles, lastBundleId } from '#office/store/bundles.ts';
import { changeMasterData } from '#office/store/change.ts';
import { openStore } from '#office/store/open.ts';
import { writeSetting } from '#office/store/settings.ts';

const [file = '', keyHex = '', auditKeyHex = ''] = process.argv.slice(2);
const opened = openStore({ file, key: Buffer.from(keyHex, 'hex') });
if (!opened.ok) throw new Error(opened.error.code);
const store = opened.value;
const auditKey = Buffer.from(auditKeyHex, 'hex');
const unused = (): never => {
  throw new Error('nothing here is sealed');
};
const seals = {
  generation: 1,
  auditKey,
  auditKeys: new Map([[1, auditKey]]),
  newKey: unused,
  sealEnvelope: unused,
  openEnvelope: unused,
  sealUnder: unused,
  openUnder: unused,
};
const desk = { seals, clock: () => new Date(), actor: 'writer' };

for (let number = lastBundleId(store) + 1; ; number += 1) {
  const telegrams = Array.from({ length: 10 }, (_, i) => ({
    bytes: Buffer.from(`${number}/${i} ${'x'.repeat(200)}`),
    address: null,
    receivedAt: new Date(),
    rssiDbm: null,
  }));
  const payload = Buffer.from(`bundle ${number}`);
  const bundle = {
    source: 'test',
    topic: `${number}`,
    key: null,
    payload,
    receivedAt: new Date(),
    lastModified: null,
    state: 'stored',
    telegrams,
  } as const;
  const written = store.transact(() => {
    insertBundles(store, [bundle]);
    if (number % 3 === 0)
      changeMasterData(store, desk, { action: 'test.write' }, (change) =>
        writeSetting(change, `number ${number}`, number),
      );
  });
  if (!written.ok) throw new Error(written.error.code);
  writeSync(1, `${number}\n`);
}
