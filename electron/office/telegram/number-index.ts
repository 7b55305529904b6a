/** Whole numbers of 32 bits to others, in one piece of memory: among 100,000 it costs one cache miss, a Map three. */

const FIRST_SIZE_BITS = 4;
/** 2^32 divided by the golden ratio: neighbouring meter numbers come to lie far apart (Fibonacci hashing). */
const SPREAD = 0x9e3779b1;

/** Finds values other than zero by number; whoever is not found is zero. */
export class NumberIndex {
  /** Number and value of a slot side by side; a slot whose value is zero is free. At most half of them are taken. */
  #slots = new Int32Array(2 << FIRST_SIZE_BITS);
  #sizeBits = FIRST_SIZE_BITS;
  #count = 0;

  get(number: number): number {
    return this.#slots[this.#slotOf(number) + 1] ?? 0;
  }

  set(number: number, value: number): void {
    const slot = this.#slotOf(number);
    if (this.#slots[slot + 1] === 0) this.#count++;
    this.#slots[slot] = number;
    this.#slots[slot + 1] = value;
    if (2 * this.#count > 1 << this.#sizeBits) this.#grow();
  }

  /** Where a number stands, or the free slot where it would. */
  #slotOf(number: number): number {
    const slots = this.#slots;
    let slot = 2 * (Math.imul(number, SPREAD) >>> (32 - this.#sizeBits));
    while (slots[slot + 1] !== 0 && slots[slot] !== number) slot = slot + 2 === slots.length ? 0 : slot + 2;
    return slot;
  }

  #grow(): void {
    const before = this.#slots;
    this.#sizeBits++;
    this.#slots = new Int32Array(2 << this.#sizeBits);
    for (let from = 0; from < before.length; from += 2) {
      const [number = 0, value = 0] = [before[from], before[from + 1]];
      if (value === 0) continue;
      const to = this.#slotOf(number);
      this.#slots[to] = number;
      this.#slots[to + 1] = value;
    }
  }
}
