import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { stichtag } from '../support/command-line.ts';
import { temporaryFolder } from '../support/office-folder.ts';
import { judge, TELEGRAM_CASES, type TelegramCase } from '../unit/electron/office/telegram/cases.ts';

const project = path.resolve(import.meta.dirname, '../..');

function file(name: string, content: string): string {
  const written = path.join(temporaryFolder(), name);
  writeFileSync(written, content);
  return written;
}

function inputLines({ context = [], telegramHex, keyHex }: TelegramCase): string[] {
  return [...context, { telegramHex, keyHex }].map((one) =>
    one.keyHex === null ? one.telegramHex : `${one.telegramHex};${one.keyHex}`,
  );
}

describe('stichtag decode', () => {
  it('answers every telegram case as expected, each with the number of its line', async () => {
    const inputs = TELEGRAM_CASES.map(inputLines);
    const { code, stdout } = await stichtag(['decode'], `# Fälle\n\n${inputs.flat().join('\n')}\n`);
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(code).toBe(0);
    expect(answers).toHaveLength(inputs.flat().length);
    expect(answers.map((answer) => answer['line'])).toEqual(answers.map((_, index) => index + 3));
    let at = -1;
    for (const [index, telegramCase] of TELEGRAM_CASES.entries()) {
      at += inputs[index]?.length ?? 0;
      expect(judge(answers[at] ?? {}, telegramCase)).toEqual([]);
    }
  });

  it('finds keys in a file by number and manufacturer, whatever else the file holds', async () => {
    const telegramCase = TELEGRAM_CASES.find(
      ({ category, context }) => category === 'HCA/mode5/original' && context === undefined,
    );
    if (!telegramCase?.keyHex) throw new Error('the cases have lost their allocators');
    const { id, manufacturer } = telegramCase.expected['meter'] as { id: string; manufacturer: string };
    const keys = file(
      'keys.csv',
      `room;id;manufacturer;key\nBad;${id};${manufacturer};${telegramCase.keyHex}\n`,
    );
    const telegrams = file('telegrams.txt', telegramCase.telegramHex);
    const { code, stdout } = await stichtag(['decode', '--keys', keys, telegrams]);
    expect(code).toBe(0);
    expect(judge(JSON.parse(stdout) as Record<string, unknown>, telegramCase)).toEqual([]);
    const other = file('other.csv', `id;manufacturer;key\n${id};XYZ;${telegramCase.keyHex}\n`);
    const refused = JSON.parse((await stichtag(['decode', '--keys', other, telegrams])).stdout) as object;
    expect(refused).toMatchObject({ result: 'error', errorCode: 'NO_KEY' });
  });

  it('answers a line that is no telegram with a sentence, and goes on', async () => {
    const { code, stdout } = await stichtag(
      ['decode', '-'],
      'Guten Tag\n1444AE0C7856341201078C2027780B134365877AC5\n',
    );
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(answers.map((answer) => answer['result'])).toEqual(['error', 'ok']);
    expect(code).toBe(0);
  });

  it('stops quietly when nobody reads any more', async () => {
    const many = '1444AE0C7856341201078C2027780B134365877AC5\n'.repeat(20_000);
    const code = await new Promise((resolve) => {
      const child = spawn(process.execPath, ['electron/cli.ts', 'decode'], { cwd: project });
      child.stdout.once('data', () => child.stdout.destroy());
      child.stdin.on('error', () => {});
      child.on('close', resolve);
      child.stdin.end(many);
    });
    expect(code).toBe(0);
  });
});

describe('stichtag bill', () => {
  it('says with which field a case is at fault, and exits with 2', async () => {
    const bad = file('case.json', '{"format":"stichtag-case","version":1,"kind":"bill"}');
    const { code, stdout } = await stichtag(['bill', bad]);
    expect(code).toBe(2);
    const { faults } = JSON.parse(stdout) as { faults: { path: string; message: string }[] };
    expect(faults.map((fault) => fault.path)).toContain('period');
    for (const { message } of faults) expect(message).toMatch(/[.?]$/);
  });

  it('says what is no JSON', async () => {
    const { code, stdout } = await stichtag(['bill', file('case.json', 'Kein JSON')]);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ faults: [{ path: '' }] });
  });
});

describe('stichtag', () => {
  it('answers a wrong call with the usage, and a missing file with its name', async () => {
    for (const args of [
      [],
      ['rechne'],
      ['constructor'],
      ['decode', '--schnell'],
      ['bill'],
      ['explain', 'x.json'],
    ]) {
      const { code, stderr } = await stichtag(args);
      expect(code).toBe(2);
      expect(stderr).toContain('Aufruf: stichtag');
    }
    for (const args of [
      ['bill', 'fehlt.json'],
      ['decode', 'fehlt.txt'],
      ['decode', '--keys', 'fehlt.csv', '-'],
    ]) {
      const { code, stderr } = await stichtag(args);
      expect(code).toBe(2);
      expect(stderr).toMatch(/Die Datei .*fehlt\.(json|txt|csv) gibt es nicht/);
    }
  });
});
