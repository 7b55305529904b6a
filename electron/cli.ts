#!/usr/bin/env node
/**
 * `stichtag`: the office without a window. Reads the command line, calls one service, prints what it says. Each
 * command loads only what it needs.
 */
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';

const USAGE = `Aufruf: stichtag BEFEHL

  decode [--keys DATEI] [DATEI|-]   liest Telegramme (eine Zeile HEX oder HEX;SCHLÜSSEL), schreibt je eine Zeile JSON
  bill FALL.json                    rechnet einen Fall ab, schreibt das Ergebnis mit seiner Herleitung als JSON
  explain ERGEBNIS.json FIGUR       erklärt einen Betrag bis zu Ablesung, Rechnung und Paragraf
`;

/** Exit codes: done, the input is at fault, a blocking finding refuses the bill. */
const DONE = 0;
const INVALID = 2;
const REFUSED = 3;

const COMMANDS: Readonly<Record<string, (args: string[]) => Promise<number>>> = { decode, bill, explain };

// A reader that stops early, as `head` does, is no fault.
process.stdout.on('error', (error) => {
  if ('code' in error && error.code === 'EPIPE') process.exit(DONE);
  throw error;
});

const [name = '', ...rest] = process.argv.slice(2);
const command = COMMANDS[name];
if (command) process.exitCode = await command(rest).catch(explainBadCall);
else {
  process.stderr.write(USAGE);
  process.exitCode = name === '--help' || name === 'help' ? DONE : INVALID;
}

async function decode(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { keys: { type: 'string' } },
    allowPositionals: true,
  });
  const [file = '-'] = positionals;
  const { readKeyFile } = await import('#office/services/decode-keys.ts');
  const keyFile = values.keys === undefined ? null : readKeyFile(await readFile(values.keys, 'utf8'));
  if (keyFile?.ok === false) return complain(keyFile.error.message);
  for (const { line, message } of keyFile?.value.faults ?? [])
    complain(`Zeile ${line} der Schlüsseldatei: ${message}`);
  // Opened first, so that a missing file is a sentence and not a broken stream.
  if (file !== '-') await (await open(file)).close();
  const input = file === '-' ? process.stdin : createReadStream(file);
  const { decodeLines } = await import('#office/services/decode-lines.ts');
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  for await (const result of decodeLines(lines, keyFile?.value.keys)) await print(result);
  return DONE;
}

async function bill(args: string[]): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const [file] = positionals;
  if (file === undefined) return misuse();
  const { runCase } = await import('#office/services/run-case.ts');
  const outcome = runCase(await readFile(file, 'utf8'));
  const { kind, ...answer } = outcome;
  await print(kind === 'done' ? outcome.result : answer);
  return { done: DONE, invalid: INVALID, refused: REFUSED }[kind];
}

async function explain(args: string[]): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const [file, figure] = positionals;
  if (file === undefined || figure === undefined) return misuse();
  const { explainFigure } = await import('#office/services/explain-figure.ts');
  const explanation = explainFigure(await readFile(file, 'utf8'), figure);
  if (!explanation.ok) return complain(explanation.error.message);
  process.stdout.write(`${explanation.value}\n`);
  return DONE;
}

/** One JSON line; waits when the reader is slower than the decoder. */
async function print(value: unknown): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(value)}\n`)) await once(process.stdout, 'drain');
}

function misuse(): number {
  process.stderr.write(USAGE);
  return INVALID;
}

function complain(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return INVALID;
}

/** Turns a file that cannot be read and an unknown option into a sentence; everything else is a bug. */
function explainBadCall(error: unknown): number {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  if (error.code === 'ENOENT' && 'path' in error)
    return complain(`Die Datei ${String(error.path)} gibt es nicht. Bitte den Namen prüfen.`);
  if (error.code === 'EACCES' || error.code === 'EISDIR')
    return complain('Die Datei lässt sich nicht lesen. Bitte Namen und Rechte prüfen.');
  if (String(error.code).startsWith('ERR_PARSE_ARGS')) return misuse();
  throw error;
}
