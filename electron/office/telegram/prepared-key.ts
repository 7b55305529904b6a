/** A meter's AES-128 key in the form the decoder works with: expanded once, used for every telegram. */
import { encryptBlock, expandKey, invertSchedule, readBlock, SCHEDULE_WORDS, type Words } from './aes.ts';
import { makeSubkey } from './cmac.ts';

/** Round keys of both directions and the CMAC subkey of full blocks. Opaque to everyone but this room. */
export interface PreparedKey {
  readonly encryption: Words;
  readonly decryption: Words;
  /** K1 of RFC 4493: what key derivation needs of this key besides the cipher. */
  readonly subkey: Words;
}

export const KEY_LENGTH = 16;

/** Expands a key of 16 bytes. Throws a RangeError for any other length; the message never shows the key. */
export function prepareKey(key: Uint8Array): PreparedKey {
  if (key.length !== KEY_LENGTH) throw new RangeError('a meter key has 16 bytes');
  const words = new Int32Array(2 * SCHEDULE_WORDS + 4);
  const encryption = words.subarray(0, SCHEDULE_WORDS);
  const decryption = words.subarray(SCHEDULE_WORDS, 2 * SCHEDULE_WORDS);
  const subkey = words.subarray(2 * SCHEDULE_WORDS);
  readBlock(key, 0, encryption);
  expandKey(encryption);
  invertSchedule(encryption, decryption);
  encryptBlock(encryption, subkey);
  makeSubkey(subkey);
  return { encryption, decryption, subkey };
}
