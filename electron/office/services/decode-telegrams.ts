/** Decodes the telegrams that wait in the store, with the keys of the vault, into readings that point to them. */
import { setImmediate as letOthersWork } from 'node:timers/promises';
import { meterKey, type MeterAddress } from '#shared/model/reading.ts';
import type { Meter } from '#shared/model/meter.ts';
import { fail, succeed, type Failure, type Result } from '#shared/model/result.ts';
import { metersByAddress } from '../store/meters.ts';
import { openAllMeterKeys } from '../store/keys.ts';
import type { NewReading } from '../store/readings.ts';
import { keepTelegramFormats, listTelegramFormats } from '../store/telegram-formats.ts';
import {
  recordOutcomes,
  undecodedTelegrams,
  type StoredTelegram,
  type TelegramOutcome as RecordedOutcome,
} from '../store/telegrams.ts';
import { decodeTelegram } from '../telegram/decode-telegram.ts';
import { InMemoryFormatCache, type FormatCache } from '../telegram/format-cache.ts';
import { MeterKeys } from '../telegram/meter-keys.ts';
import { toMeterReadings } from '../telegram/meter-readings.ts';
import type { TelegramOutcome } from '../telegram/telegram-outcome.ts';
import { readForeignDevices } from './foreign-devices.ts';
import type { OfficeSession } from './office-session.ts';
import { inChunks } from './work-in-parallel.ts';

/** What decoding came to: telegrams by outcome code (`ok`, `NO_KEY`, …), readings, meters nobody has entered. */
export interface DecodingReport {
  readonly telegrams: number;
  readonly readings: number;
  readonly outcomes: ReadonlyMap<string, number>;
  readonly unknownMeters: ReadonlySet<string>;
  readonly wasCancelled: boolean;
}

export interface DecodingOptions {
  readonly onProgress?: (decoded: number) => void;
  /** Ends after the batch at hand; the rest waits for the next run. */
  readonly signal?: AbortSignal;
  /** Telegrams recorded in one transaction, during which nobody else is answered. */
  readonly batchSize?: number;
}

/**
 * Telegrams recorded in one transaction where nobody waits. A reading's index entry lies among those of its meter: the more telegrams of
 * a meter a transaction holds, the fewer pages have to be encrypted for them.
 */
const BATCH_SIZE = 20_000;
/** Telegrams decoded before others may work. */
const SLICE_SIZE = 500;

/**
 * Decodes everything that waits, batch by batch; a batch is recorded as a whole or not at all, so that a crash loses
 * nothing and counts nothing twice.
 */
export async function decodeTelegrams(
  session: OfficeSession,
  options: DecodingOptions = {},
): Promise<Result<DecodingReport, Failure>> {
  const { batchSize = BATCH_SIZE } = options;
  const keys = prepareAllKeys(session);
  if (!keys.ok) return keys;
  const run = new DecodingRun(session, keys.value);
  let afterId = 0;
  for (;;) {
    const batch = undecodedTelegrams(session.store, afterId, batchSize);
    const last = batch.at(-1);
    if (!last || options.signal?.aborted) return succeed(run.report(last !== undefined));
    const recorded = await run.decode(batch, options.onProgress);
    if (!recorded.ok) return fail(recorded.error);
    afterId = last.id;
  }
}

function prepareAllKeys(session: OfficeSession): Result<MeterKeys, Failure> {
  const opened = openAllMeterKeys(session.store, session.vault);
  if (!opened.ok) return opened;
  const keys = new MeterKeys();
  for (const { manufacturer, identification, key } of opened.value) {
    keys.add({ manufacturer, id: identification }, key);
    key.fill(0);
  }
  return succeed(keys);
}

class DecodingRun {
  readonly #session: OfficeSession;
  readonly #keys: MeterKeys;
  readonly #meters: ReadonlyMap<string, readonly Meter[]>;
  readonly #foreign: ReadonlyMap<string, unknown>;
  readonly #formats: LearningFormatCache;
  readonly #outcomes = new Map<string, number>();
  readonly #unknownMeters = new Set<string>();
  #readings = 0;
  #decoded = 0;

  constructor(session: OfficeSession, keys: MeterKeys) {
    this.#session = session;
    this.#keys = keys;
    this.#meters = metersByAddress(session.store);
    this.#foreign = readForeignDevices(session.store);
    this.#formats = new LearningFormatCache(session);
  }

  async decode(
    batch: readonly StoredTelegram[],
    onProgress: DecodingOptions['onProgress'],
  ): Promise<Result<void, Failure>> {
    const outcomes: RecordedOutcome[] = [];
    for (const slice of inChunks(batch, SLICE_SIZE)) {
      for (const telegram of slice) outcomes.push(this.#decodeOne(telegram));
      this.#decoded += slice.length;
      onProgress?.(this.#decoded);
      await letOthersWork();
    }
    const { store } = this.#session;
    return store.transact(() => {
      keepTelegramFormats(store, this.#formats.takeLearned());
      // Within a transaction a refusal ends the whole of it.
      recordOutcomes(store, outcomes, this.#session.clock());
    });
  }

  #decodeOne(telegram: StoredTelegram): RecordedOutcome {
    const outcome = decodeTelegram(telegram.bytes, {
      // A list without makers may name a number that the house next door uses too.
      keysFor: (meter) => (this.#isForeign(meter) ? [] : this.#keys.keysFor(meter)),
      formats: this.#formats,
    });
    const code = outcome.result === 'error' ? outcome.code : outcome.result;
    this.#outcomes.set(code, (this.#outcomes.get(code) ?? 0) + 1);
    const readings = this.#readingsIn(outcome, telegram);
    this.#readings += readings.length;
    return { telegramId: telegram.id, outcome: code, verifiedBy: outcome.verifiedBy, readings };
  }

  #isForeign(meter: MeterAddress): boolean {
    return this.#foreign.size > 0 && this.#foreign.has(meterKey(meter));
  }

  report(wasCancelled: boolean): DecodingReport {
    return {
      telegrams: this.#decoded,
      readings: this.#readings,
      outcomes: this.#outcomes,
      unknownMeters: this.#unknownMeters,
      wasCancelled,
    };
  }

  #readingsIn(outcome: TelegramOutcome, telegram: StoredTelegram): NewReading[] {
    if (outcome.meter === null) return [];
    const meter = this.#findMeter(outcome.meter);
    if (!meter) {
      this.#unknownMeters.add(meterKey(outcome.meter));
      return [];
    }
    return toMeterReadings(outcome, new Date(telegram.receivedAtMs)).map((reading) => ({
      ...reading,
      meterId: meter.id,
    }));
  }

  /** The device of this generation if there is one, else the only device with this number. */
  #findMeter(address: MeterAddress): Meter | undefined {
    const sameNumber = this.#meters.get(meterKey(address));
    if (!sameNumber || sameNumber.length === 1) return sameNumber?.[0];
    return sameNumber.find(
      (meter) => meter.address.version === address.version && meter.address.deviceType === address.deviceType,
    );
  }
}

/** The store's formats, and those that the run has learned and the store does not know yet. */
class LearningFormatCache implements FormatCache {
  readonly #known = new InMemoryFormatCache();
  #learned: { manufacturer: string; deviceType: number; signature: number; headers: Buffer }[] = [];

  constructor(session: OfficeSession) {
    for (const { manufacturer, deviceType, signature, headers } of listTelegramFormats(session.store))
      this.#known.put({ manufacturer, deviceType }, signature, headers);
  }

  get(owner: { manufacturer: string; deviceType: number }, signature: number): Uint8Array | undefined {
    return this.#known.get(owner, signature);
  }

  put(
    { manufacturer, deviceType }: { manufacturer: string; deviceType: number },
    signature: number,
    headers: Uint8Array,
  ): void {
    const known = this.#known.get({ manufacturer, deviceType }, signature);
    if (known && Buffer.compare(known, headers) === 0) return;
    this.#known.put({ manufacturer, deviceType }, signature, headers);
    this.#learned.push({ manufacturer, deviceType, signature, headers: Buffer.from(headers) });
  }

  takeLearned(): { manufacturer: string; deviceType: number; signature: number; headers: Buffer }[] {
    const learned = this.#learned;
    this.#learned = [];
    return learned;
  }
}
