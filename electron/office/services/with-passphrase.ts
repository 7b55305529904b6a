/** A passphrase for the length of one use. */
import { passphraseBytes, wipe } from '../vault/secret-bytes.ts';

/** Hands the bytes of a passphrase to `use` and wipes them afterwards. */
export async function withPassphrase<T>(text: string, use: (bytes: Buffer) => Promise<T>): Promise<T> {
  const bytes = passphraseBytes(text);
  try {
    return await use(bytes);
  } finally {
    wipe(bytes);
  }
}
