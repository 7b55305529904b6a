import { execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesBelow, spellingsOfKey, spellingsOfName } from '#office/demo/secrecy.ts';
import { demoProperty, FEWEST_UNITS } from '#office/demo/property.ts';
import { SeededRandom } from '#office/demo/seeded-random.ts';
import { FileDeviceSecretStore } from '#office/vault/device-secret.ts';
import { passphraseBytes } from '#office/vault/secret-bytes.ts';
import { closeOffice, openOffice } from '#office/services/office-session.ts';
import { DEMO_PASSPHRASE } from '#office/demo/run-demo.ts';
import { telegramCounts } from '#office/store/telegrams.ts';
import { lacks } from '../support/tools.ts';

const project = path.resolve(import.meta.dirname, '../..');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'stichtag-demo-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Run {
  readonly code: number | null;
  readonly output: string;
}

function runDemo(args: readonly string[], interruptWhen?: RegExp): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['electron/office/demo/main.ts', ...args], { cwd: project });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
      if (!child.killed && interruptWhen?.test(output)) child.kill('SIGINT');
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** The part of the output that must be the same every time: the table and the proof. */
function resultOf({ output }: Run): string {
  return output.slice(output.indexOf('\nNutzeinheit '), output.indexOf('\nVertraulichkeit'));
}

function pdfsIn(out: string): string[] {
  return readdirSync(path.join(out, 'abrechnungen')).toSorted();
}

function textOf(file: string): string {
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
}

describe('the demo', () => {
  it('walks the road twice from the start, closes to the cent and says the same each time', async () => {
    const out = path.join(folder, 'twice');
    const first = await runDemo(['--out', out, '--seed', 'zweimal']);
    expect(first.output).toContain('Auf den Cent geschlossen.');
    expect(first.code).toBe(0);
    const documents = pdfsIn(out);
    const second = await runDemo(['--out', out, '--seed', 'zweimal']);
    expect(second.code).toBe(0);
    expect(resultOf(second)).toBe(resultOf(first));
    expect(resultOf(first).split('\n').length).toBeGreaterThan(FEWEST_UNITS);
    expect(pdfsIn(out)).toEqual(documents);
  });

  it('leaves no key and no name in the store or on the wire, and a store that opens with its passphrase', async () => {
    const out = path.join(folder, 'secrecy');
    const run = await runDemo(['--out', out, '--seed', 'geheim']);
    expect(run.output).toContain('Ohne Schlüssel lesbar: 0 Telegramme.');
    const house = demoProperty(new SeededRandom('geheim'), FEWEST_UNITS);
    const keys = house.units
      .flatMap((unit) => unit.meters)
      .flatMap(({ radio }) => (radio ? [radio.key] : []));
    const secrets = [
      ...keys.flatMap(spellingsOfKey),
      ...house.tenancies.flatMap(({ tenant }) => spellingsOfName(tenant.name)),
    ];
    const pieces = [...filesBelow(path.join(out, 'daten')), ...filesBelow(path.join(out, 'leitung'))];
    expect(pieces.length).toBeGreaterThan(100);
    for (const secret of secrets) expect(pieces.some((piece) => piece.includes(secret))).toBe(false);

    const session = await openOffice({
      folder: path.join(out, 'daten'),
      passphrase: passphraseBytes(DEMO_PASSPHRASE),
      deviceSecrets: new FileDeviceSecretStore(path.join(out, 'geraet')),
    });
    if (!session.ok) throw new Error(session.error.message);
    expect(telegramCounts(session.value.store).map(({ outcome }) => outcome)).toEqual(['ok']);
    closeOffice(session.value);
  });

  it.skipIf(lacks('pdftotext'))('prints the amounts of its table into the statements', async () => {
    const out = path.join(folder, 'amounts');
    const run = await runDemo(['--out', out]);
    const rows = resultOf(run)
      .split('\n')
      .filter((line) => /,\d\d$/.test(line) && !line.startsWith('Summe') && !line.includes('Leerstand'));
    const documents = pdfsIn(out).filter((name) => !name.includes('intern') && !name.includes('Gesamt'));
    expect(documents).toHaveLength(10);
    const texts = documents.map((name) =>
      textOf(path.join(out, 'abrechnungen', name)).replaceAll('\u00a0', ' '),
    );
    for (const row of rows.slice(0, documents.length)) {
      const amounts = row.match(/\d[\d.]*,\d\d/g) ?? [];
      const balance = amounts.at(-1) ?? 'none';
      const total = amounts.at(-3) ?? 'none';
      expect(texts.some((text) => text.includes(total) && text.includes(balance))).toBe(true);
    }
  });

  it.skipIf(lacks('pdftotext'))('prints the same text for the same seed', async () => {
    const [one, two] = [path.join(folder, 'one'), path.join(folder, 'two')];
    await Promise.all([runDemo(['--out', one]), runDemo(['--out', two])]);
    for (const name of pdfsIn(one))
      expect(textOf(path.join(one, 'abrechnungen', name))).toBe(textOf(path.join(two, 'abrechnungen', name)));
  });

  it('scales to as many units as asked', async () => {
    const run = await runDemo(['--out', path.join(folder, 'large'), '--units', '30']);
    expect(run.output).toContain('30 Nutzeinheiten');
    expect(run.output).toContain('Auf den Cent geschlossen.');
    expect(run.code).toBe(0);
  });

  it('ends at once when it is interrupted and leaves nothing running', async () => {
    const run = await runDemo(
      ['--out', path.join(folder, 'interrupted'), '--units', '60'],
      /Eingebetteter IoT Core/,
    );
    expect(run.output).toContain('abgebrochen; es läuft nichts weiter');
    expect(run.code).toBe(130);
  });

  it('empties only a folder that it made itself', async () => {
    const out = path.join(folder, 'mine');
    mkdirSync(out);
    writeFileSync(path.join(out, 'Mietvertrag.txt'), 'wichtig');
    const run = await runDemo(['--out', out]);
    expect(run.code).toBe(1);
    expect(run.output).toContain('Bitte einen leeren Ordner wählen.');
    expect(readFileSync(path.join(out, 'Mietvertrag.txt'), 'utf8')).toBe('wichtig');
  });

  it('answers a wrong call with the usage', async () => {
    for (const args of [['--units', '3'], ['--units', 'viele'], ['--sed', '1'], ['überzählig']]) {
      const run = await runDemo(args);
      expect(run.code).toBe(2);
      expect(run.output).toContain('Aufruf: npm run demo');
    }
    expect(existsSync(path.join(folder, 'out'))).toBe(false);
  });
});
