/** A process that holds the store's write lock until its input ends: `node hold-write-lock.ts FILE KEY_HEX`. */
import { openStore } from '#office/store/open.ts';

const [file = '', keyHex = ''] = process.argv.slice(2);
const store = openStore({ file, key: Buffer.from(keyHex, 'hex') });
if (!store.ok) throw new Error(store.error.code);
store.value.database.exec('begin immediate');
process.stdout.write('holding\n');
process.stdin.resume();
process.stdin.once('end', () => {
  store.value.database.exec('rollback');
  store.value.close();
});
