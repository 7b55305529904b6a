/** The proof that nothing lies open: looks for keys, names and readings in what was on the wire and is on the disk. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { InMemoryFormatCache } from '../telegram/format-cache.ts';
import { decodeTelegram } from '../telegram/decode-telegram.ts';

/** What must not be found, as bytes. */
export type Secret = Buffer;

/** A key as it might slip out: raw, as hexadecimal in both cases, as base64. */
export function spellingsOfKey(key: Buffer): Secret[] {
  const hex = key.toString('hex');
  return [key, Buffer.from(hex), Buffer.from(hex.toUpperCase()), Buffer.from(key.toString('base64'))];
}

/** A name as it might slip out: UTF-8, UTF-16 and ISO 8859-1. */
export function spellingsOfName(name: string): Secret[] {
  return [Buffer.from(name, 'utf8'), Buffer.from(name, 'utf16le'), Buffer.from(name, 'latin1')];
}

/** How many of the secrets lie in one of the pieces. */
export function countExposed(pieces: readonly Buffer[], secrets: readonly Secret[]): number {
  return secrets.filter((secret) => pieces.some((piece) => piece.includes(secret))).length;
}

/** The content of all files below a folder. */
export function filesBelow(folder: string): Buffer[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name)));
}

/** How many telegrams somebody without any key can read a record of. */
export function countReadableWithoutKey(telegrams: Iterable<Uint8Array>): number {
  const formats = new InMemoryFormatCache();
  let readable = 0;
  for (const telegram of telegrams) {
    const outcome = decodeTelegram(telegram, { keysFor: () => [], formats });
    if (outcome.result === 'ok' || outcome.result === 'partial') readable += 1;
  }
  return readable;
}
