/** `stichtag decode`: telegrams in, a line of JSON each out. */
import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { readKeyFile } from '#office/services/decode-keys.ts';
import { decodeLines } from '#office/services/decode-lines.ts';
import { complain, print, type Outcome } from './outcome.ts';

export async function decode(args: string[]): Promise<Outcome> {
  const { values, positionals } = parseArgs({
    args,
    options: { keys: { type: 'string' } },
    allowPositionals: true,
  });
  const [file = '-'] = positionals;
  const keyFile = values.keys === undefined ? null : readKeyFile(await readFile(values.keys, 'utf8'));
  if (keyFile?.ok === false) return complain(keyFile.error.message);
  for (const { line, message } of keyFile?.value.faults ?? [])
    complain(`Zeile ${line} der Schlüsseldatei: ${message}`);
  // Opened first, so that a missing file is a sentence and not a broken stream.
  if (file !== '-') await (await open(file)).close();
  const input = file === '-' ? process.stdin : createReadStream(file);
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  for await (const result of decodeLines(lines, keyFile?.value.keys)) await print(result);
  return 'done';
}
