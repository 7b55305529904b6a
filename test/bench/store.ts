/** What encryption costs: the same schema, pragmas and statements on a file with a key and on one without. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { default as Driver } from 'better-sqlite3';
import { insertBundles } from '#office/store/bundles.ts';
import { changeMasterData, type Desk } from '#office/store/change.ts';
import { addMeter } from '#office/store/meters.ts';
import { migrate } from '#office/store/migrations.ts';
import { DriverDatabase, openStore } from '#office/store/open.ts';
import { applyPragmas } from '#office/store/pragmas.ts';
import { query } from '#office/store/query.ts';
import { insertReading, readingsOfMeter } from '#office/store/readings.ts';
import { Store } from '#office/store/store.ts';
import { KDF_FLOOR, STANDARD_KDF, derivePassphraseKey } from '#office/vault/key-derivation.ts';
import type { MeterId } from '#shared/model/meter.ts';
import { addDays, plainDateOf } from '#shared/model/plain-date.ts';
import type { BenchRow } from './bench-row.ts';

const READINGS = 1_000_000;
const METERS = 250;
const READINGS_A_TELEGRAM = 16;
const ROWS_A_TRANSACTION = 10_000;
const ROUNDS = 5;
const KEY = Buffer.alloc(32, 0x5a);
const FIRST_DAY = plainDateOf('2015-01-01');
const NOW = new Date('2026-03-02T09:30:00.000Z');

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function secondsOf(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

function open(file: string, isEncrypted: boolean, mode: 'create' | 'readWrite'): Store {
  if (isEncrypted) {
    const store = openStore({ file, key: KEY, mode });
    if (!store.ok) throw new Error(store.error.code);
    return store.value;
  }
  const database = new DriverDatabase(new Driver(file));
  const missing = applyPragmas(database, 'writing');
  if (missing.length > 0) throw new Error(`pragmas that did not take: ${missing.join()}`);
  migrate(database);
  return new Store(database, false);
}

function refuse(): never {
  throw new Error('nothing is sealed in this benchmark');
}

/** Seals nothing: the benchmark enters meters only. */
function deskWithoutVault(): Desk {
  const auditKey = Buffer.alloc(32, 1);
  const seals = {
    generation: 1,
    auditKey,
    auditKeys: new Map([[1, auditKey]]),
    newKey: refuse,
    sealEnvelope: refuse,
    openEnvelope: refuse,
    sealUnder: refuse,
    openUnder: refuse,
  };
  return { seals, clock: () => NOW, actor: 'bench' };
}

/** Meters and the telegrams the readings will point to. */
function prepare(store: Store): MeterId[] {
  const meters = changeMasterData(store, deskWithoutVault(), { action: 'bench.prepare' }, (change) =>
    Array.from({ length: METERS }, (_, i) =>
      addMeter(change, {
        address: { manufacturer: 'QDS', id: String(10_000_000 + i), version: 1, deviceType: 8 },
        kind: 'allocator',
        serial: null,
      }),
    ),
  );
  const telegrams = Array.from({ length: READINGS / READINGS_A_TELEGRAM }, (_, i) => ({
    bytes: Buffer.from(`telegram ${i}`),
    address: null,
    receivedAt: NOW,
    rssiDbm: null,
  }));
  const bundle = { source: 'bench', topic: 'a', key: null, payload: Buffer.from('a') };
  const stored = insertBundles(store, [
    { ...bundle, receivedAt: NOW, lastModified: null, state: 'stored', telegrams },
  ]);
  if (!meters.ok || !stored.ok) throw new Error('the benchmark could not be prepared');
  return meters.value;
}

function ingest(store: Store, meters: readonly MeterId[]): void {
  for (let start = 0; start < READINGS; start += ROWS_A_TRANSACTION) {
    const written = store.transact(() => {
      for (let i = start; i < start + ROWS_A_TRANSACTION; i += 1) insertNumber(store, meters, i);
    });
    if (!written.ok) throw new Error(written.error.code);
  }
}

/** Day by day, meter by meter, as telegrams arrive. */
function insertNumber(store: Store, meters: readonly MeterId[], i: number): void {
  const meterId = meters[i % METERS];
  if (meterId === undefined) throw new Error('there is a meter for every reading');
  insertReading(
    store,
    {
      meterId,
      register: 'current',
      quantity: 'allocation',
      value: { mantissa: BigInt(i), exponent: 0, unit: 'HCA' },
      date: days[Math.floor(i / METERS)] ?? FIRST_DAY,
      dateInferred: false,
      storage: 0,
    },
    { telegramId: 1 + Math.floor(i / READINGS_A_TELEGRAM) },
  );
}

const days = Array.from({ length: READINGS / METERS }, (_, day) => addDays(FIRST_DAY, day));

const selectAll = query()((sql) => sql.selectFrom('readings').selectAll());

/** Every reading once, in the order it came. */
function scan(store: Store): void {
  let rows = 0;
  for (const row of store.iterate(selectAll, {})) rows += row.id > 0 ? 1 : 0;
  if (rows !== READINGS) throw new Error(`the scan found ${rows} readings`);
}

/** Meter after meter, as a bill reads them: every meter's rows lie scattered over all days. */
function readMeters(store: Store, meters: readonly MeterId[]): void {
  const ever = { from: FIRST_DAY, to: plainDateOf('2099-12-31') };
  let rows = 0;
  for (const meter of meters) rows += readingsOfMeter(store, meter, ever).length;
  if (rows !== READINGS) throw new Error(`the meters have ${rows} readings`);
}

interface Times {
  readonly ingest: number[];
  readonly scan: number[];
  readonly meters: number[];
  readonly open: number[];
}

function measureRound(folder: string, isEncrypted: boolean, times: Times): void {
  const file = join(folder, isEncrypted ? 'encrypted.db' : 'plain.db');
  const store = open(file, isEncrypted, 'create');
  const meters = prepare(store);
  times.ingest.push(secondsOf(() => ingest(store, meters)));
  times.scan.push(secondsOf(() => scan(store)));
  times.meters.push(secondsOf(() => readMeters(store, meters)));
  store.close();
  times.open.push(secondsOf(() => open(file, isEncrypted, 'readWrite').close()));
  if (statSync(file).size < 1_000_000) throw new Error('the benchmark wrote nothing');
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
}

function rowOf(
  name: string,
  n: number,
  unit: string,
  own: readonly number[],
  plain: readonly number[],
): BenchRow {
  const [seconds, baseline] = [median(own), median(plain)];
  return {
    name,
    n,
    seconds,
    rate: n / seconds,
    unit,
    baseline: 'the same without a key',
    ratio: baseline / seconds,
  };
}

async function secondsOfDerivation(parameters: typeof STANDARD_KDF): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    await derivePassphraseKey(Buffer.from('vier Maler streichen den Flur'), Buffer.alloc(16), parameters);
    times.push((performance.now() - start) / 1000);
  }
  return median(times);
}

/**
 * Reports ingest and scan of a million readings, opening with the raw key, and the key derivation. `ratio` is the
 * speed relative to the baseline: 0.4 means 2.5 times as long.
 */
export async function run(report: (row: BenchRow) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'stichtag-bench-'));
  const encrypted: Times = { ingest: [], scan: [], meters: [], open: [] };
  const plain: Times = { ingest: [], scan: [], meters: [], open: [] };
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      measureRound(folder, false, plain);
      measureRound(folder, true, encrypted);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  report(rowOf('store: ingest of readings', READINGS, 'readings/s', encrypted.ingest, plain.ingest));
  report(rowOf('store: scan of readings', READINGS, 'readings/s', encrypted.scan, plain.scan));
  report(rowOf('store: readings meter by meter', READINGS, 'readings/s', encrypted.meters, plain.meters));
  report(rowOf('store: open and close with the raw key', 1, 'times/s', encrypted.open, plain.open));
  const [standard, floor] = [await secondsOfDerivation(STANDARD_KDF), await secondsOfDerivation(KDF_FLOOR)];
  report({
    name: 'vault: Argon2id, 64 MiB and 3 passes',
    n: 1,
    seconds: standard,
    rate: 1 / standard,
    unit: 'times/s',
    baseline: 'Argon2id at the floor, 19 MiB and 2 passes',
    ratio: floor / standard,
  });
}
