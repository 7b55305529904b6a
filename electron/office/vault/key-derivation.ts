/** From a passphrase to a key: Argon2id (RFC 9106), with a floor against weakening and a ceiling against stalling. */
import { argon2id } from 'hash-wasm';
import { KEY_BYTES } from './authenticated-cipher.ts';

/** The cost of one guess. Stored beside each wrap so that it can rise later. */
export interface KdfParameters {
  readonly algorithm: 'argon2id';
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

/** Second recommendation of RFC 9106 § 4 for memory and passes; a single lane, since WASM has no threads. */
export const STANDARD_KDF: KdfParameters = { algorithm: 'argon2id', memoryKiB: 65_536, passes: 3, lanes: 1 };
/** The OWASP minimum for Argon2id: anything cheaper is refused as a downgrade. */
export const KDF_FLOOR: KdfParameters = { algorithm: 'argon2id', memoryKiB: 19_456, passes: 2, lanes: 1 };
/** Anything dearer is refused: a forged file must not stall the office. */
export const KDF_CEILING: KdfParameters = {
  algorithm: 'argon2id',
  memoryKiB: 1_048_576,
  passes: 10,
  lanes: 4,
};

export const SALT_BYTES = 16;

/** Whether parameters lie between the floor and the ceiling in every respect. */
export function areAcceptable(parameters: KdfParameters): boolean {
  return (['memoryKiB', 'passes', 'lanes'] as const).every(
    (cost) => parameters[cost] >= KDF_FLOOR[cost] && parameters[cost] <= KDF_CEILING[cost],
  );
}

/** The 32-byte key of a passphrase. Throws a RangeError for parameters that are not acceptable; check them first. */
export async function derivePassphraseKey(
  passphrase: Buffer,
  salt: Buffer,
  parameters: KdfParameters,
): Promise<Buffer> {
  if (!areAcceptable(parameters)) throw new RangeError('the key derivation is weaker or dearer than allowed');
  const key = await argon2id({
    password: passphrase,
    salt,
    memorySize: parameters.memoryKiB,
    iterations: parameters.passes,
    parallelism: parameters.lanes,
    hashLength: KEY_BYTES,
    outputType: 'binary',
  });
  return Buffer.from(key.buffer, key.byteOffset, key.byteLength);
}
