/** A process that sorts far more than its page cache holds: `node sort-much.ts FILE KEY_HEX`. */
import { openStore } from '#office/store/open.ts';

const [file = '', keyHex = ''] = process.argv.slice(2);
const store = openStore({ file, key: Buffer.from(keyHex, 'hex') });
if (!store.ok) throw new Error(store.error.code);
const { database } = store.value;
database.pragma('cache_size=-2000');
const rows = database
  .prepare(
    `with recursive many (n) as (select 1 union all select n + 1 from many where n < 200000)
     select count(*) as n from (select 'Mieter ' || (n * 7919 % 200003) || hex(randomblob(40)) as name from many order by name desc)`,
  )
  .get();
database.exec(
  'create temp table big as with recursive many (n) as (select 1 union all select n + 1 from many where n < 100000) select hex(randomblob(60)) as x from many',
);
store.value.close();
process.exitCode = (rows as { readonly n: number }).n === 200_000 ? 0 : 1;
