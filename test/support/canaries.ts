/** Marks that must never lie on a disk in clear, and the search for them in every spelling. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every way the bytes of a text are likely to slip out. */
export function spellingsOfText(text: string): Buffer[] {
  return [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le'), Buffer.from(text, 'latin1')];
}

/** Every way the bytes of a key are likely to slip out. */
export function spellingsOfKey(key: Buffer): Buffer[] {
  const hex = key.toString('hex');
  return [
    Buffer.from(key),
    Buffer.from(hex),
    Buffer.from(hex.toUpperCase()),
    Buffer.from(key.toString('base64').replace(/=+$/, '')),
  ];
}

export interface FoundCanary {
  readonly file: string;
  readonly canary: string;
}

/** Searches all files below some folders; returns each canary found with its file. */
export function searchFor(
  canaries: ReadonlyMap<string, readonly Buffer[]>,
  folders: readonly string[],
): FoundCanary[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .flatMap((entry) => {
        const file = join(entry.parentPath, entry.name);
        const bytes = readFileSync(file);
        return [...canaries]
          .filter(([, spellings]) => spellings.some((spelling) => bytes.includes(spelling)))
          .map(([canary]) => ({ file, canary }));
      }),
  );
}
