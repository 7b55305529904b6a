/** Opens a store for writing and for reading and prints what it was told: `node try-to-write.ts FILE KEY_HEX`. */
import { openStore } from '#office/store/open.ts';

const [file = '', keyHex = ''] = process.argv.slice(2);
const key = Buffer.from(keyHex, 'hex');
const writer = openStore({ file, key });
const reader = openStore({ file, key, mode: 'readOnly' });
process.stdout.write(
  JSON.stringify({
    writing: writer.ok ? 'opened' : writer.error.code,
    reading: reader.ok ? 'opened' : reader.error.code,
  }),
);
