/** Decodes the telegrams that wait in the store, with the keys of the vault, into readings that point to them. */
import { meterKey, type MeterAddress } from '#shared/model/reading.ts';
import type { Meter, MeterId } from '#shared/model/meter.ts';
import { succeed, type Failure, type Result } from '#shared/model/result.ts';
import { metersByAddress } from '../store/meters.ts';
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
import type { MeterKeys } from '../telegram/meter-keys.ts';
import { toMeterReadings } from '../telegram/meter-readings.ts';
import type { TelegramOutcome } from '../telegram/telegram-outcome.ts';
import { readForeignDevices } from './foreign-devices.ts';
import type { OfficeSession } from './office-session.ts';
import { prepareMeterKeys } from './prepare-meter-keys.ts';
import { Turn } from './turn.ts';

/** What decoding came to: telegrams by outcome code (`ok`, `NO_KEY`, …), readings, meters nobody has entered. */
export interface DecodingReport {
  readonly telegrams: number;
  readonly readings: number;
  readonly outcomes: ReadonlyMap<string, number>;
  readonly unknownMeters: ReadonlySet<string>;
  readonly wasCancelled: boolean;
}

export interface DecodingOptions {
  /** Told how many telegrams have been recorded. */
  readonly onProgress?: (recorded: number) => void;
  /** Ends after the turn at hand; the rest waits for the next run. */
  readonly signal?: AbortSignal;
  /** How long a turn keeps everybody else waiting, about. */
  readonly turnMs?: number;
}

/**
 * Telegrams decoded before any of them is recorded. They are recorded meter by meter, for a reading's index entry lies
 * among those of its meter: the more of a meter come together, the fewer pages have to be encrypted for them.
 */
const BATCH_SIZE = 20_000;
/** Telegrams read from the store at once. */
const READ_AT_ONCE = 100;

/**
 * Decodes everything that waits, turn by turn; a telegram is recorded with all its readings or not at all, so that a
 * crash loses nothing and counts nothing twice.
 */
export async function decodeTelegrams(
  session: OfficeSession,
  options: DecodingOptions = {},
): Promise<Result<DecodingReport, Failure>> {
  const turn = new Turn(options.turnMs);
  const keys = await prepareMeterKeys(session, turn);
  return keys.ok ? await new DecodingRun(session, keys.value, turn, options).run() : keys;
}

/** A telegram on its way into the store. */
interface DecodedTelegram extends RecordedOutcome {
  readonly meterId: MeterId | null;
  /** Who sent it, where nobody has entered the meter. */
  readonly unknownMeter: string | null;
}

class DecodingRun {
  readonly #session: OfficeSession;
  readonly #keys: MeterKeys;
  readonly #options: DecodingOptions;
  readonly #turn: Turn;
  readonly #meters: ReadonlyMap<string, readonly Meter[]>;
  readonly #foreign: ReadonlyMap<string, unknown>;
  readonly #formats: LearningFormatCache;
  readonly #outcomes = new Map<string, number>();
  readonly #unknownMeters = new Set<string>();
  #readings = 0;
  #telegrams = 0;

  constructor(session: OfficeSession, keys: MeterKeys, turn: Turn, options: DecodingOptions) {
    this.#session = session;
    this.#keys = keys;
    this.#options = options;
    this.#turn = turn;
    this.#meters = metersByAddress(session.store);
    this.#foreign = readForeignDevices(session.store);
    this.#formats = new LearningFormatCache(session);
  }

  async run(): Promise<Result<DecodingReport, Failure>> {
    for (let afterId = 0; ;) {
      const batch = await this.#decodeBatch(afterId);
      const last = batch.at(-1);
      if (last === undefined) return succeed(this.#report());
      const recorded = await this.#record(batch.toSorted(byMeter));
      if (!recorded.ok) return recorded;
      afterId = last.telegramId;
    }
  }

  get #isCancelled(): boolean {
    return this.#options.signal?.aborted === true;
  }

  /** In the order they came, for a full frame tells how the compact ones after it are to be read. */
  async #decodeBatch(afterId: number): Promise<DecodedTelegram[]> {
    const decoded: DecodedTelegram[] = [];
    while (decoded.length < BATCH_SIZE && !this.#isCancelled) {
      const waiting = undecodedTelegrams(
        this.#session.store,
        decoded.at(-1)?.telegramId ?? afterId,
        READ_AT_ONCE,
      );
      if (waiting.length === 0) break;
      for (const telegram of waiting) decoded.push(this.#decodeOne(telegram));
      if (this.#turn.isOver) await this.#turn.passOn();
    }
    return decoded;
  }

  /** A transaction a turn. */
  async #record(batch: readonly DecodedTelegram[]): Promise<Result<void, Failure>> {
    const { store, clock } = this.#session;
    const waiting = batch.values();
    const done = this.#telegrams + batch.length;
    while (this.#telegrams < done && !this.#isCancelled) {
      const recorded = store.transact(() => {
        keepTelegramFormats(store, this.#formats.takeLearned());
        // Within a transaction a refusal ends the whole of it.
        recordOutcomes(store, this.#untilTurnIsOver(waiting), clock());
      });
      if (!recorded.ok) return recorded;
      this.#options.onProgress?.(this.#telegrams);
      await this.#turn.passOn();
    }
    return succeed(undefined);
  }

  *#untilTurnIsOver(waiting: Iterator<DecodedTelegram, undefined>): Generator<DecodedTelegram, void> {
    do {
      const { value: next } = waiting.next();
      if (next === undefined) return;
      this.#note(next);
      yield next;
    } while (!this.#turn.isOver);
  }

  #note({ outcome, readings, unknownMeter }: DecodedTelegram): void {
    this.#telegrams += 1;
    this.#readings += readings.length;
    this.#outcomes.set(outcome, (this.#outcomes.get(outcome) ?? 0) + 1);
    if (unknownMeter !== null) this.#unknownMeters.add(unknownMeter);
  }

  #decodeOne(telegram: StoredTelegram): DecodedTelegram {
    const outcome = decodeTelegram(telegram.bytes, {
      // A list without makers may name a number that the house next door uses too.
      keysFor: (meter) => (this.#isForeign(meter) ? [] : this.#keys.keysFor(meter)),
      formats: this.#formats,
    });
    const meter = outcome.meter && this.#findMeter(outcome.meter);
    return {
      telegramId: telegram.id,
      outcome: outcome.result === 'error' ? outcome.code : outcome.result,
      verifiedBy: outcome.verifiedBy,
      meterId: meter?.id ?? null,
      unknownMeter: outcome.meter !== null && !meter ? meterKey(outcome.meter) : null,
      readings: meter ? readingsIn(outcome, telegram, meter.id) : [],
    };
  }

  #isForeign(meter: MeterAddress): boolean {
    return this.#foreign.size > 0 && this.#foreign.has(meterKey(meter));
  }

  #report(): DecodingReport {
    return {
      telegrams: this.#telegrams,
      readings: this.#readings,
      outcomes: this.#outcomes,
      unknownMeters: this.#unknownMeters,
      wasCancelled: this.#isCancelled,
    };
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

function readingsIn(outcome: TelegramOutcome, telegram: StoredTelegram, meterId: MeterId): NewReading[] {
  return toMeterReadings(outcome, new Date(telegram.receivedAtMs)).map((reading) => ({
    ...reading,
    meterId,
  }));
}

/** Of a meter in the order they came: a later reading of a day takes the place of an earlier one. */
function byMeter(a: DecodedTelegram, b: DecodedTelegram): number {
  return (a.meterId ?? 0) - (b.meterId ?? 0);
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
