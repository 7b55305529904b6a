/** The keys of a whole fleet, found by meter: laid out so that a key among 100,000 costs few cache misses. */
import type { MeterAddress } from '#shared/model/reading.ts';
import { NumberIndex } from './number-index.ts';
import { expandInto, PreparedKey, WORDS_PER_KEY } from './prepared-key.ts';

/** Whose key it is; `manufacturer` null when the source of the key does not name one. */
export interface KeyOwner {
  readonly manufacturer: string | null;
  readonly id: string;
}

const KEYS_PER_PIECE = 1024;
const ANY_MANUFACTURER = '';
const NO_KEYS: readonly PreparedKey[] = [];

/**
 * Prepared keys by manufacturer and meter number. An index of numbers and large pieces of memory for the keys keep
 * the decoder's rate with 100,000 meters near the one with 1,000 (docs/adr/0020).
 */
export class MeterKeys {
  /** By manufacturer and number: the position of the only key plus 1, or -1 minus the position in `#groups`. */
  readonly #places = new Map<string, NumberIndex>();
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
    let ofMaker = this.#places.get(manufacturer);
    if (ofMaker === undefined) this.#places.set(manufacturer, (ofMaker = new NumberIndex()));
    const number = numberOf(owner.id);
    ofMaker.set(number, this.#join(ofMaker.get(number), this.#count));
    this.#count++;
  }

  #join(known: number, position: number): number {
    if (known === 0) return position + 1;
    if (known < 0) this.#groups[-1 - known]?.push(position);
    return known < 0 ? known : -this.#groups.push([known - 1, position]);
  }

  /** The keys that may belong to a meter: those filed under its maker, then those without a maker. */
  keysFor(meter: Pick<MeterAddress, 'manufacturer' | 'id'>): readonly PreparedKey[] {
    const number = numberOf(meter.id);
    const own = this.#at(this.#places.get(meter.manufacturer)?.get(number) ?? 0);
    const anyone = this.#places.get(ANY_MANUFACTURER);
    return anyone === undefined ? own : [...own, ...this.#at(anyone.get(number))];
  }

  #at(place: number): readonly PreparedKey[] {
    if (place === 0) return NO_KEYS;
    if (place > 0) return [this.#keyAt(place - 1)];
    return (this.#groups[-1 - place] ?? []).map((each) => this.#keyAt(each));
  }

  #keyAt(position: number): PreparedKey {
    const piece = this.#pieces[Math.trunc(position / KEYS_PER_PIECE)] ?? new Int32Array(WORDS_PER_KEY);
    return new PreparedKey(piece, (position % KEYS_PER_PIECE) * WORDS_PER_KEY);
  }
}

/** The number as it is sent: eight hexadecimal digits, of which most makers use the decimal ones. */
function numberOf(id: string): number {
  return Number.parseInt(id, 16) | 0;
}
