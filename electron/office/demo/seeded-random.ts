/** Chance that repeats: the same seed gives the same houses, keys and readings on every machine. */
import { createHmac } from 'node:crypto';

/** Draws that depend only on the seed and on the name of what is drawn, never on the order of the draws. */
export class SeededRandom {
  readonly #seed: string;

  constructor(seed: string) {
    this.#seed = seed;
  }

  /** 16 or more bytes that look random; `name` says what they are for. */
  bytes(name: string, length: number): Buffer {
    const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, block) =>
      createHmac('sha256', this.#seed).update(`${name}/${block}`).digest(),
    );
    return Buffer.concat(blocks).subarray(0, length);
  }

  /** A whole number from `least` to `most`, both included. */
  integer(name: string, least: number, most: number): number {
    return least + (this.bytes(name, 6).readUIntBE(0, 6) % (most - least + 1));
  }

  /** One of the choices. Throws a RangeError when there are none. */
  pick<T>(name: string, choices: readonly T[]): T {
    const choice = choices[this.integer(name, 0, choices.length - 1)];
    if (choice === undefined) throw new RangeError('there is nothing to choose from');
    return choice;
  }
}
