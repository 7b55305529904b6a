/** Decoding speed against the raw AES rate of node:crypto, measured in the same run on the same core. */
import { createDecipheriv, createHash, createSecretKey } from 'node:crypto';
import { decodeTelegram, type DecodeContext } from '#office/telegram/decode-telegram.ts';
import { InMemoryFormatCache } from '#office/telegram/format-cache.ts';
import { toMeterReadings } from '#office/telegram/meter-readings.ts';
import { MeterKeys } from '#office/telegram/meter-keys.ts';
import {
  encodeExtendedLink,
  encodeMode5,
  encodeMode7,
  type SentMessage,
} from '../unit/electron/office/telegram/encode.ts';
import type { BenchRow } from './bench-row.ts';

type Kind = 'mode 5' | 'mode 7' | 'ELL';

/** A typical allocator telegram: register, due-date value and date, last month and its date, clock. */
const RECORDS = Buffer.from('0B6E2701004B6E450100426C5F2CCB086E790000C2086C7F21326CFFFF046D200B7422', 'hex');
const BASELINE = 'AES-128-CBC of 64 bytes in node:crypto with prepared key objects';
const SLICE_SECONDS = 0.4;
const ROUNDS = 6;

/** Bytes that look random and are the same in every run. */
function seeded(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function encode(kind: Kind, message: SentMessage, serial: number): Uint8Array {
  if (kind === 'mode 5') return encodeMode5(message);
  return kind === 'mode 7' ? encodeMode7(message, serial) : encodeExtendedLink(message, serial);
}

/** Telegrams of a fleet in random order; every meter has its own key. */
function makeFleet(meters: number, telegrams: number, kindOf: (index: number) => Kind) {
  const keys = new MeterKeys();
  for (let meter = 0; meter < meters; meter++)
    keys.add({ manufacturer: 'QDS', id: String(10_000_000 + meter) }, seeded(`key ${meter}`).subarray(0, 16));
  const samples: Uint8Array[] = [];
  for (let index = 0; index < telegrams; index++) {
    const random = seeded(`telegram ${index}`);
    const meter = random.readUInt32LE(0) % meters;
    const address = {
      manufacturer: 'QDS',
      id: String(10_000_000 + meter),
      version: 0x35,
      deviceType: 8,
    };
    const message = {
      address,
      key: seeded(`key ${meter}`).subarray(0, 16),
      accessNo: random[4] ?? 0,
      records: RECORDS,
    };
    samples.push(encode(kindOf(index), message, index + 1));
  }
  return { keys, samples };
}

/** Something to measure: `pass` does it `n` times. */
interface Task {
  readonly name: string;
  readonly n: number;
  pass(): void;
}

interface Measured {
  readonly n: number;
  readonly seconds: number;
  readonly rate: number;
}

function taskOf<T>(name: string, items: readonly T[], step: (item: T) => void): Task {
  return {
    name,
    n: items.length,
    pass: () => {
      for (const item of items) step(item);
    },
  };
}

function measureSlice(task: Task): Measured {
  const start = performance.now();
  let n = 0;
  let seconds = 0;
  while (seconds < SLICE_SECONDS) {
    task.pass();
    n += task.n;
    seconds = (performance.now() - start) / 1000;
  }
  return { n, seconds, rate: n / seconds };
}

/** Measures all tasks in turn, round after round, so that a busy machine slows them alike; keeps the best slices. */
function measureAlternately(tasks: readonly Task[]): ReadonlyMap<string, Measured> {
  const best = new Map<string, Measured>();
  for (const task of tasks) task.pass();
  for (let round = 0; round < ROUNDS; round++)
    for (const task of tasks) {
      const slice = measureSlice(task);
      if (slice.rate > (best.get(task.name)?.rate ?? 0)) best.set(task.name, slice);
    }
  return best;
}

function baselineTask(): Task {
  const blocks = Array.from({ length: 1000 }, (_, index) => ({
    key: createSecretKey(seeded(`key ${index}`).subarray(0, 16)),
    iv: seeded(`iv ${index}`).subarray(0, 16),
    data: Buffer.concat([seeded(`a ${index}`), seeded(`b ${index}`)]),
  }));
  return taskOf(BASELINE, blocks, ({ key, iv, data }) => {
    const decipher = createDecipheriv('aes-128-cbc', key, iv);
    decipher.setAutoPadding(false);
    decipher.update(data);
    decipher.final();
  });
}

function contextOf(keys: MeterKeys): DecodeContext {
  return { keysFor: (meter) => keys.keysFor(meter), formats: new InMemoryFormatCache() };
}

function decodeOrFail(telegram: Uint8Array, context: DecodeContext) {
  const outcome = decodeTelegram(telegram, context);
  if (outcome.result !== 'ok')
    throw new Error(`the benchmark's own telegram was not read: ${outcome.result}`);
  return outcome;
}

/** 75 % mode 5, 20 % mode 7, 5 % ELL: what an office receives. */
function mixedKind(index: number): Kind {
  const share = index % 20;
  return share < 15 ? 'mode 5' : share < 19 ? 'mode 7' : 'ELL';
}

const FEW = 'mixed fleet, 1.000 meters';
const MANY = 'mixed fleet, 100.000 meters';

const FLEETS: readonly {
  name: string;
  meters: number;
  telegrams: number;
  kindOf: (index: number) => Kind;
}[] = [
  { name: 'mode 5, 1.000 meters', meters: 1000, telegrams: 20_000, kindOf: () => 'mode 5' },
  { name: 'mode 7, 1.000 meters', meters: 1000, telegrams: 10_000, kindOf: () => 'mode 7' },
  { name: FEW, meters: 1000, telegrams: 100_000, kindOf: mixedKind },
  { name: MANY, meters: 100_000, telegrams: 100_000, kindOf: mixedKind },
];

function fleetTasks(): Task[] {
  return FLEETS.map(({ name, meters, telegrams, kindOf }) => {
    const { keys, samples } = makeFleet(meters, telegrams, kindOf);
    const context = contextOf(keys);
    return taskOf(name, samples, (telegram) => decodeOrFail(telegram, context));
  });
}

function readingsTask(): Task {
  const { keys, samples } = makeFleet(1000, 20_000, mixedKind);
  const context = contextOf(keys);
  const receivedAt = new Date('2019-02-20T12:00:00Z');
  return taskOf('mixed fleet to billable readings', samples, (telegram) =>
    toMeterReadings(decodeOrFail(telegram, context), receivedAt),
  );
}

export function run(report: (row: BenchRow) => void): Promise<void> {
  const measured = measureAlternately([baselineTask(), ...fleetTasks(), readingsTask()]);
  const compare = (row: string, name: string, baseline: string) => {
    const [own, other] = [measured.get(name), measured.get(baseline)];
    if (own === undefined || other === undefined) throw new Error(`${name} was not measured`);
    report({ name: row, ...own, unit: 'telegrams/s', baseline, ratio: own.rate / other.rate });
  };
  for (const name of measured.keys()) if (name !== BASELINE) compare(name, name, BASELINE);
  compare('100.000 keys against 1.000', MANY, FEW);
  return Promise.resolve();
}
