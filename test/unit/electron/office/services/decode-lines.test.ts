/** `stichtag decode`: every telegram case as lines, and lines that are none. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../../electron/office/services/decode-json.ts';
import { readKeyFile } from '../../../../../electron/office/services/decode-keys.ts';
import { decodeLines } from '../../../../../electron/office/services/decode-lines.ts';
import { judge, TELEGRAM_CASES } from '../telegram/cases.ts';

async function* linesOf(lines: readonly string[]): AsyncGenerator<string, void, undefined> {
  yield* lines;
}

async function decode(lines: readonly string[], keysCsv = 'id;key\n0;0'): Promise<JsonObject[]> {
  const results: JsonObject[] = [];
  const file = readKeyFile(keysCsv);
  if (!file.ok) throw new Error(file.error.code);
  for await (const result of decodeLines(linesOf(lines), file.value.keys)) results.push(result);
  return results;
}

describe('the telegram cases through the command line', () => {
  it.each(TELEGRAM_CASES.map((wanted) => [wanted.id, wanted] as const))('%s', async (_id, wanted) => {
    const telegrams = [...(wanted.context ?? []), wanted];
    const results = await decode(
      telegrams.map(({ telegramHex, keyHex }) => `${telegramHex};${keyHex ?? ''}`),
    );
    expect(results).toHaveLength(telegrams.length);
    const last = results.at(-1) ?? {};
    expect(last['line']).toBe(telegrams.length);
    expect(judge(last, wanted)).toEqual([]);
  });
});

describe('all telegram cases in one input', () => {
  it('come out as expected, because no meter leaves a trace in another', async () => {
    const lines: string[] = [];
    const wantedAt = new Map<number, (typeof TELEGRAM_CASES)[number]>();
    for (const wanted of TELEGRAM_CASES) {
      for (const { telegramHex, keyHex } of [...(wanted.context ?? []), wanted])
        lines.push(`${telegramHex};${keyHex ?? ''}`);
      wantedAt.set(lines.length, wanted);
    }
    for (const result of await decode(lines)) {
      const wanted = wantedAt.get(Number(result['line']));
      if (wanted !== undefined) expect([wanted.id, judge(result, wanted)]).toEqual([wanted.id, []]);
    }
  });
});

describe('lines and keys', () => {
  const encrypted = TELEGRAM_CASES.find(({ id }) => id === 'wmm-caltose-1');
  const hex = encrypted?.telegramHex ?? '';
  const key = encrypted?.keyHex ?? '';

  it('skips empty lines and comments but counts them', async () => {
    const results = await decode(['# Keller', '', `  ${hex};${key}  `]);
    expect(results.map(({ line, result }) => [line, result])).toEqual([[3, 'ok']]);
  });

  it('answers a line that is no telegram with an error and goes on', async () => {
    const results = await decode(['Wasserzähler', hex.slice(0, -1), `${hex};12AB`, `${hex};${key}`]);
    expect(results.map(({ result, errorCode }) => errorCode ?? result)).toEqual([
      'NOT_HEX',
      'NOT_HEX',
      'BAD_KEY',
      'ok',
    ]);
    expect(
      results.every((result) => result['result'] === 'ok' || typeof result['message'] === 'string'),
    ).toBe(true);
  });

  it('finds keys by number in a keys file with other columns and semicolons, past its bad lines', async () => {
    const csv = `Wohnung;ID;Manufacturer;KEY\n3;80081991;ZRI;${key}\n4;1;;${key}\n`;
    expect((await decode([hex], csv))[0]?.['result']).toBe('ok');
  });

  it('tries every key of a meter and passes over keys of other makers', async () => {
    const other = '00'.repeat(16);
    const several = `id,key\n80081991,${other}\n80081991,${key}\n`;
    expect((await decode([hex], several))[0]?.['result']).toBe('ok');
    const foreign = `id,manufacturer,key\n80081991,TCH,${key}\n`;
    expect((await decode([hex], foreign))[0]?.['errorCode']).toBe('NO_KEY');
  });

  it('says which lines of a keys file it passes over, without showing a key', () => {
    const file = readKeyFile(`id;key\n80081991;${key.slice(0, -1)}\n80081991;${key}\n`);
    if (!file.ok) throw new Error(file.error.code);
    expect(file.value.faults.map((fault) => fault.line)).toEqual([2]);
    expect(JSON.stringify(file.value.faults)).not.toContain(key.slice(0, 20));
  });

  it('refuses a keys file without its header', () => {
    expect(readKeyFile('farbe;key\n1;2\n')).toMatchObject({ ok: false, error: { code: 'NO_KEY_TABLE' } });
  });
});
