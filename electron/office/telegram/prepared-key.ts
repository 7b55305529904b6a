/** A meter's AES-128 key in the form the decoder works with: expanded once, used for every telegram. */
import { encryptBlock, expandKey, invertSchedule, readBlock, SCHEDULE_WORDS, type Words } from './aes.ts';
import { makeSubkey } from './cmac.ts';

const KEY_LENGTH = 16;

/** Where the parts of a prepared key begin, counted from its own start: what mode 5 needs stands first. */
export const DECRYPTION_KEYS = 0;
export const ENCRYPTION_KEYS = SCHEDULE_WORDS;
/** K1 of RFC 4493: what key derivation needs of the meter's key besides the cipher. */
export const SUBKEY = 2 * SCHEDULE_WORDS;
/** A whole number of cache lines of 64 bytes, so that no key begins in the middle of one. */
export const WORDS_PER_KEY = 96;

/**
 * Round keys of both directions and the CMAC subkey of one key, in words that it may share with others. All is
 * private, so that no log or serializer shows a key.
 */
export class PreparedKey {
  readonly #words: Words;
  readonly #start: number;

  constructor(words: Words, start: number) {
    this.#words = words;
    this.#start = start;
  }

  /** The words, for the ciphers of this room alone. */
  static wordsOf(key: PreparedKey): Words {
    return key.#words;
  }

  /** Where this key begins in its words. */
  static startOf(key: PreparedKey): number {
    return key.#start;
  }
}

const encryption = new Int32Array(SCHEDULE_WORDS);
const subkey = new Int32Array(4);

/** Expands a key of 16 bytes into `words` from `start` on. Throws a RangeError that never shows the key. */
export function expandInto(key: Uint8Array, words: Words, start: number): void {
  if (key.length !== KEY_LENGTH) throw new RangeError('a meter key has 16 bytes');
  readBlock(key, 0, encryption);
  expandKey(encryption);
  words.set(encryption, start + ENCRYPTION_KEYS);
  invertSchedule(encryption, words, start + DECRYPTION_KEYS);
  subkey.fill(0);
  encryptBlock(encryption, 0, subkey);
  makeSubkey(subkey);
  words.set(subkey, start + SUBKEY);
  encryption.fill(0);
  subkey.fill(0);
}

/** Expands a key of 16 bytes. Throws a RangeError for any other length; the message never shows the key. */
export function prepareKey(key: Uint8Array): PreparedKey {
  const words = new Int32Array(WORDS_PER_KEY);
  expandInto(key, words, 0);
  return new PreparedKey(words, 0);
}
