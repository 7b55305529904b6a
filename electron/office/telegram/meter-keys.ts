/** The keys of a whole fleet, found by meter: laid out so that a key among 100,000 costs few cache misses. */
import type { MeterAddress } from '#shared/model/reading.ts';
import { expandInto, PreparedKey, WORDS_PER_KEY } from './prepared-key.ts';

/** Whose key it is; `manufacturer` null when the source of the key does not name one. */
export interface KeyOwner {
  readonly manufacturer: string | null;
  readonly id: string;
}

const KEYS_PER_PIECE = 1024;
const ANY_MANUFACTURER = '';
const NO_KEYS: readonly PreparedKey[] = [];
const DECIMAL_ID = /^\d{1,8}$/;
/** Above all decimal numbers of eight digits: where numbers with hexadecimal digits begin. */
const HEXADECIMAL_IDS = 1e9;

/**
 * Prepared keys by manufacturer and meter number. Small integers as map keys and large pieces of memory for the keys
 * themselves keep the decoder's rate with 100,000 meters near the one with 1,000 (docs/adr/0020).
 */
export class MeterKeys {
  /** By manufacturer and number: the position of the only key, or -1 minus the position in `#groups`. */
  readonly #positions = new Map<string, Map<number, number>>();
  readonly #groups: number[][] = [];
  readonly #pieces: Int32Array[] = [];
  #count = 0;

  /** Adds a key of 16 bytes; a meter may have several. Throws a RangeError for any other length. */
  add(owner: KeyOwner, key: Uint8Array): void {
    const slot = this.#count % KEYS_PER_PIECE;
    if (slot === 0) this.#pieces.push(new Int32Array(KEYS_PER_PIECE * WORDS_PER_KEY));
    const piece = this.#pieces.at(-1);
    if (piece === undefined) return;
    expandInto(key, piece, slot * WORDS_PER_KEY);

    const manufacturer = owner.manufacturer ?? ANY_MANUFACTURER;
    let ofMaker = this.#positions.get(manufacturer);
    if (ofMaker === undefined) this.#positions.set(manufacturer, (ofMaker = new Map()));
    const number = numberOf(owner.id);
    ofMaker.set(number, this.#join(ofMaker.get(number), this.#count));
    this.#count++;
  }

  #join(known: number | undefined, position: number): number {
    if (known === undefined) return position;
    if (known < 0) this.#groups[-1 - known]?.push(position);
    return known < 0 ? known : -this.#groups.push([known, position]);
  }

  /** The keys that may belong to a meter: those filed under its maker, then those without a maker. */
  keysFor(meter: Pick<MeterAddress, 'manufacturer' | 'id'>): readonly PreparedKey[] {
    const number = numberOf(meter.id);
    const own = this.#at(this.#positions.get(meter.manufacturer)?.get(number));
    const anyone = this.#positions.get(ANY_MANUFACTURER);
    return anyone === undefined ? own : [...own, ...this.#at(anyone.get(number))];
  }

  #at(position: number | undefined): readonly PreparedKey[] {
    if (position === undefined) return NO_KEYS;
    if (position >= 0) return [this.#keyAt(position)];
    return (this.#groups[-1 - position] ?? []).map((each) => this.#keyAt(each));
  }

  #keyAt(position: number): PreparedKey {
    const piece = this.#pieces[Math.trunc(position / KEYS_PER_PIECE)] ?? new Int32Array(WORDS_PER_KEY);
    return new PreparedKey(piece, (position % KEYS_PER_PIECE) * WORDS_PER_KEY);
  }
}

function numberOf(id: string): number {
  return DECIMAL_ID.test(id) ? Number(id) : HEXADECIMAL_IDS + Number.parseInt(id, 16);
}
