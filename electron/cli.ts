#!/usr/bin/env node
/**
 * `stichtag`: the office without a window. Finds the command, turns how it ended into an exit code, and a call that
 * cannot work into a sentence. Each command loads only what it needs.
 */
import { complain, type Command, type Outcome } from './cli/outcome.ts';

const USAGE = `Aufruf: stichtag BEFEHL

  decode [--keys DATEI] [DATEI|-]   liest Telegramme (eine Zeile HEX oder HEX;SCHLÜSSEL), schreibt je eine Zeile JSON
  bill FALL.json                    rechnet einen Fall ab, schreibt das Ergebnis mit seiner Herleitung als JSON
  explain ERGEBNIS.json FIGUR       erklärt einen Betrag bis zu Ablesung, Rechnung und Paragraf
  backup DATENORDNER ZIELORDNER     sichert einen Bestand in eine verschlüsselte Datei und liest sie nach
  verify SICHERUNG [DATENORDNER]    prüft eine Sicherung, indem sie ganz geöffnet wird
  restore SICHERUNG DATENORDNER     stellt eine Sicherung in einem Datenordner wieder her, in dem noch kein Bestand liegt

Zu backup, verify und restore: Die Passphrase wird ohne Echo abgefragt oder kommt als Zeile über die Standardeingabe.
  --staff KÜRZEL    wessen Passphrase es ist, wenn mehrere Personen Zugang haben
  --device ORDNER   wo das Gerätegeheimnis liegt (sonst DATENORDNER/geraet)
  --sheet           öffnet mit dem Wiederherstellungsblatt; restore fragt dann auch nach einer neuen Passphrase
`;

const EXIT_CODES: Readonly<Record<Outcome, number>> = { done: 0, invalid: 2, refused: 3, misuse: 2 };

const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['decode', async () => (await import('./cli/decode.ts')).decode],
  ['bill', async () => (await import('./cli/bill.ts')).bill],
  ['explain', async () => (await import('./cli/bill.ts')).explain],
  ['backup', async () => (await import('./cli/backup.ts')).backup],
  ['verify', async () => (await import('./cli/backup.ts')).verify],
  ['restore', async () => (await import('./cli/backup.ts')).restore],
]);

// A reader that stops early, as `head` does, is no fault.
process.stdout.on('error', (error) => {
  if ('code' in error && error.code === 'EPIPE') process.exit(EXIT_CODES.done);
  throw error;
});

const [name = '', ...args] = process.argv.slice(2);
process.exitCode = EXIT_CODES[await run(name, args)];

async function run(command: string, given: string[]): Promise<Outcome> {
  const load = COMMANDS.get(command);
  const outcome = load ? await load().then((start) => start(given).catch(explainBadCall)) : 'misuse';
  if (outcome === 'misuse') process.stderr.write(USAGE);
  return outcome === 'misuse' && (command === '--help' || command === 'help') ? 'done' : outcome;
}

/** Turns a file that cannot be read and an unknown option into a sentence; everything else is a bug. */
function explainBadCall(error: unknown): Outcome {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  if (error.code === 'ENOENT' && 'path' in error)
    return complain(`Die Datei ${String(error.path)} gibt es nicht. Bitte den Namen prüfen.`);
  if (error.code === 'EACCES' || error.code === 'EISDIR')
    return complain('Die Datei lässt sich nicht lesen. Bitte Namen und Rechte prüfen.');
  if (String(error.code).startsWith('ERR_PARSE_ARGS')) return 'misuse';
  throw error;
}
