/** Compares the keys of a delivery with what the office holds and hears: a verdict, a proof and remarks for each row. */
import { createHash } from 'node:crypto';
import type { DeliveryRow, KeyProof } from '#shared/contract/keys.ts';
import { isDefaultKey } from '../exchange/default-keys.ts';
import type { KeyRow } from '../exchange/key-rows.ts';
import type { OpenMeterKey } from '../store/keys.ts';
import { heardByNumber, isOfMaker, type HeardMeter } from './heard-meters.ts';
import { proveKey } from './prove-key.ts';

/** What the rows are compared with. The keys are the caller's to wipe. */
export interface KeyHoldings {
  readonly held: readonly OpenMeterKey[];
  readonly heard: ReadonlyMap<string, HeardMeter>;
  /** Makers of which the office has a meter. */
  readonly makers: ReadonlySet<string>;
}

/** A row with what would become of it. */
export interface JudgedKey {
  readonly row: KeyRow;
  /** The row's own, or the device that its key was found to open. */
  readonly manufacturer: string | null;
  readonly serial: string | null;
  readonly verdict: DeliveryRow['verdict'];
  readonly proof: KeyProof;
  readonly remarks: readonly string[];
  /** Held keys that stored telegrams have proven wrong and that this one replaces. */
  readonly replaces: readonly number[];
}

/** Trials of a key on other meters' telegrams: a second of work, and more than a house has. */
const MOST_TRIALS = 10_000;

/** Makers whose meters are common in Germany, by the letters of their telegrams (FLAG codes). */
const COMMON_MAKERS: ReadonlySet<string> = new Set(
  'AAA ACW APA APT ATW BFW BMP BMT DME EFE ELS ELV EMH ESY EWT FFD GWF HYD IMT INE IST ITW KAM KAT KAW LGB LSE LUG MAD NZR PAD QDS RAM REL SAP SBC SEN SEO SIE SLB SON SPX SVM TCH TIP VIP WEH WEP ZAG ZEN ZRI ZRM'.split(
    ' ',
  ),
);

/** Judges all rows in their order; a row may repeat one above it. */
export function judgeKeys(rows: readonly KeyRow[], holdings: KeyHoldings): JudgedKey[] {
  const judge = new KeyJudge(rows, holdings);
  return rows.map((row) => judge.judge(row));
}

class KeyJudge {
  readonly #holdings: KeyHoldings;
  readonly #heldByNumber: ReadonlyMap<string, readonly OpenMeterKey[]>;
  readonly #heardByNumber: ReadonlyMap<string, readonly HeardMeter[]>;
  /** The numbers of the meters that use a key, held or delivered. */
  readonly #users: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #lineOf = new Map<string, number>();
  /** Meters whose telegrams no held key opens. */
  readonly #unopened: readonly HeardMeter[];
  #trialsLeft = MOST_TRIALS;

  constructor(rows: readonly KeyRow[], holdings: KeyHoldings) {
    this.#holdings = holdings;
    this.#heldByNumber = Map.groupBy(holdings.held, ({ identification }) => identification);
    this.#heardByNumber = heardByNumber(holdings.heard);
    this.#users = usersOfKeys(rows, holdings.held);
    this.#unopened = [...holdings.heard.values()].filter(
      ({ isEncrypted, latest }) => isEncrypted && latest.outcome !== 'ok' && latest.outcome !== 'noData',
    );
  }

  judge(row: KeyRow): JudgedKey {
    const { key, fault } = row;
    if (fault !== null) return faulty(row, fault);
    if (key === null) return withoutKey(row);
    return row.serial === null ? this.#locate(row, key) : this.#compare(row, key, row.serial);
  }

  /** A key without a device: the one whose telegram it opens, if there is one. */
  #locate(row: KeyRow, key: Buffer): JudgedKey {
    const meter = this.#findOpened(key);
    if (meter === null)
      return faulty(
        row,
        'Zu diesem Schlüssel nennt die Datei kein Gerät, und er öffnet kein gespeichertes Telegramm. Bitte ergänzen Sie die Gerätenummer.',
      );
    const found = { ...row, manufacturer: meter.manufacturer };
    const judged = this.#compare(found, key, meter.id);
    return { ...judged, remarks: ['Das Gerät wurde an seinen Telegrammen erkannt.', ...judged.remarks] };
  }

  #compare(row: KeyRow, key: Buffer, serial: string): JudgedKey {
    const { manufacturer } = row;
    const meters = (this.#heardByNumber.get(serial) ?? []).filter((meter) => isOfMaker(meter, manufacturer));
    const proof = proofOn(meters, key);
    const held = (this.#heldByNumber.get(serial) ?? []).filter((one) => mayBeSame(one, manufacturer));
    const judged = { row, manufacturer, serial, proof, replaces: [] };
    const repeated = this.#repeats(row, key, serial);
    if (held.some((one) => one.key.equals(key)))
      return { ...judged, verdict: 'unchanged', remarks: ['Ist schon hinterlegt.'] };
    if (repeated !== null)
      return { ...judged, verdict: 'unchanged', remarks: [`Wiederholt Zeile ${repeated}.`] };

    const remarks = this.#remarksOn(row, key, serial, proof);
    if (held.length === 0) return { ...judged, verdict: 'new', remarks };
    const proofs = held.map((one) => proofOn(meters, one.key));
    if (proof !== 'confirmed' && proofs.includes('confirmed'))
      return {
        ...judged,
        verdict: 'conflict',
        remarks: [
          'Für das Gerät ist schon ein bestätigter Schlüssel hinterlegt, dieser passt nicht.',
          ...remarks,
        ],
      };
    const replaces = held.filter((_, at) => proofs[at] === 'wrong').map(({ id }) => id);
    const change =
      replaces.length > 0
        ? 'Ersetzt einen Schlüssel, der kein Telegramm geöffnet hat.'
        : 'Das Gerät bekommt einen weiteren Schlüssel; probiert werden alle.';
    return { ...judged, verdict: 'changed', replaces, remarks: [change, ...remarks] };
  }

  /** The line that names the same device with the same key, if this is not the first. */
  #repeats({ manufacturer, line }: KeyRow, key: Buffer, serial: string): number | null {
    const entry = `${manufacturer ?? ''}/${serial}/${fingerprintOf(key)}`;
    const before = this.#lineOf.get(entry);
    if (before === undefined) this.#lineOf.set(entry, line);
    return before ?? null;
  }

  #remarksOn({ manufacturer }: KeyRow, key: Buffer, serial: string, proof: KeyProof): string[] {
    const remarks: string[] = [];
    if (isDefaultKey(key))
      remarks.push('Das ist ein allgemein bekannter Standardschlüssel. Bitte fordern Sie den des Geräts an.');
    const others = [...(this.#users.get(fingerprintOf(key)) ?? [])].filter((number) => number !== serial);
    if (others.length > 0) remarks.push(`Denselben Schlüssel hat auch ${others.slice(0, 3).join(', ')}.`);
    if (proof === 'wrong') {
      const owner = this.#findOpened(key);
      remarks.push(
        owner === null
          ? 'Öffnet das letzte Telegramm dieses Geräts nicht.'
          : `Öffnet nicht dieses Gerät, sondern ${owner.manufacturer} ${owner.id}. Sind zwei Geräte vertauscht?`,
      );
    }
    if (manufacturer !== null && !this.#knowsMaker(manufacturer))
      remarks.push(
        `Das Herstellerkürzel ${manufacturer} ist hier unbekannt. Bitte prüfen Sie die Schreibweise.`,
      );
    return remarks;
  }

  #knowsMaker(manufacturer: string): boolean {
    return COMMON_MAKERS.has(manufacturer) || this.#holdings.makers.has(manufacturer);
  }

  #findOpened(key: Buffer): HeardMeter | null {
    for (const meter of this.#unopened) {
      if (this.#trialsLeft === 0) return null;
      this.#trialsLeft -= 1;
      if (proveKey(meter.latest.bytes, key) === 'confirmed') return meter;
    }
    return null;
  }
}

/** A row that is about a device alone leaves the keys as they are. */
function withoutKey(row: KeyRow): JudgedKey {
  const { manufacturer, serial } = row;
  return { row, manufacturer, serial, verdict: 'unchanged', proof: 'unheard', remarks: [], replaces: [] };
}

function faulty(row: KeyRow, remark: string): JudgedKey {
  const { manufacturer, serial } = row;
  return { row, manufacturer, serial, verdict: 'faulty', proof: 'unheard', remarks: [remark], replaces: [] };
}

/** A key without a maker may belong to any meter of its number. */
function mayBeSame(held: OpenMeterKey, manufacturer: string | null): boolean {
  return manufacturer === null || held.manufacturer === null || held.manufacturer === manufacturer;
}

/** The best that any of a number's meters says. */
export function proofOn(meters: readonly HeardMeter[], key: Buffer): KeyProof {
  const proofs = new Set(meters.map(({ latest }) => proveKey(latest.bytes, key)));
  return (['confirmed', 'wrong', 'plain'] as const).find((proof) => proofs.has(proof)) ?? 'unheard';
}

/** Tells keys apart without spelling one: a text cannot be wiped. */
export function fingerprintOf(key: Buffer): string {
  return createHash('sha256').update(key).digest('base64');
}

function usersOfKeys(
  rows: readonly KeyRow[],
  held: readonly OpenMeterKey[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const users = new Map<string, Set<string>>();
  const note = (key: Buffer, number: string): void => {
    const fingerprint = fingerprintOf(key);
    users.set(fingerprint, (users.get(fingerprint) ?? new Set()).add(number));
  };
  for (const { key, identification } of held) note(key, identification);
  for (const { key, serial } of rows) if (key !== null && serial !== null) note(key, serial);
  return users;
}
