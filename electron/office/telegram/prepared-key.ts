/** A meter's AES-128 key in the form the decoder works with: expanded once, used for every telegram. */
import { encryptBlock, expandKey, invertSchedule, readBlock, SCHEDULE_WORDS, type Words } from './aes.ts';
import { makeSubkey } from './cmac.ts';

const KEY_LENGTH = 16;

/** Where the parts of a prepared key begin, counted from its own start: what mode 5 needs stands first. */
export const DECRYPTION_KEYS = 0;
/** The last round keys of decryption are the key itself. */
const KEY_ITSELF = SCHEDULE_WORDS - 4;
/** K1 of RFC 4493: what key derivation needs of the meter's key besides the cipher. */
export const SUBKEY = SCHEDULE_WORDS;
/** Three cache lines of 64 bytes, so that no key begins in the middle of one. */
export const WORDS_PER_KEY = 48;

/**
 * Round keys for decryption and the CMAC subkey of one key, in words that it may share with others. All is private,
 * so that no log or serializer shows a key.
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
  invertSchedule(encryption, words, start + DECRYPTION_KEYS);
  subkey.fill(0);
  encryptBlock(encryption, 0, subkey);
  makeSubkey(subkey);
  words.set(subkey, start + SUBKEY);
  encryption.fill(0);
  subkey.fill(0);
}

const expanded = new Int32Array(SCHEDULE_WORDS);

/**
 * The round keys for encryption, until the next call. Only mode 7 and the extended link layer need them, and making
 * them again takes less time than fetching three more cache lines among 100,000 keys.
 */
export function encryptionKeysOf(key: PreparedKey): Words {
  const words = PreparedKey.wordsOf(key);
  const start = PreparedKey.startOf(key) + KEY_ITSELF;
  for (let word = 0; word < 4; word++) expanded[word] = words[start + word] ?? 0;
  expandKey(expanded);
  return expanded;
}

/** Expands a key of 16 bytes. Throws a RangeError for any other length; the message never shows the key. */
export function prepareKey(key: Uint8Array): PreparedKey {
  const words = new Int32Array(WORDS_PER_KEY);
  expandInto(key, words, 0);
  return new PreparedKey(words, 0);
}
