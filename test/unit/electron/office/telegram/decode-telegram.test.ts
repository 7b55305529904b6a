/** The decoder against the 160 telegram cases, directly. */
import { describe, expect, it } from 'vitest';
import { outcomeToJson } from '../../../../../electron/office/services/decode-json.ts';
import { parseHex } from '../../../../../electron/office/telegram/bytes.ts';
import { decodeTelegram } from '../../../../../electron/office/telegram/decode-telegram.ts';
import { InMemoryFormatCache } from '../../../../../electron/office/telegram/format-cache.ts';
import { prepareKey } from '../../../../../electron/office/telegram/prepared-key.ts';
import { judge, TELEGRAM_CASES, type TelegramCase } from './cases.ts';

function bytesOf(hex: string): Uint8Array {
  return parseHex(hex) ?? new Uint8Array();
}

function decodeCase(wanted: TelegramCase) {
  const formats = new InMemoryFormatCache();
  const decode = ({ telegramHex, keyHex }: Pick<TelegramCase, 'telegramHex' | 'keyHex'>) => {
    const keys = keyHex === null ? [] : [prepareKey(bytesOf(keyHex))];
    return decodeTelegram(bytesOf(telegramHex), { keysFor: () => keys, formats });
  };
  for (const earlier of wanted.context ?? []) decode(earlier);
  return decode(wanted);
}

describe('the telegram cases', () => {
  it('are all there', () => {
    expect(TELEGRAM_CASES).toHaveLength(160);
  });

  it.each(TELEGRAM_CASES.map((wanted) => [wanted.id, wanted] as const))('%s', (_id, wanted) => {
    expect(judge(outcomeToJson(decodeCase(wanted)), wanted)).toEqual([]);
  });

  it.each(
    TELEGRAM_CASES.filter(({ expected }) => expected['result'] === 'error').map(
      (wanted) => [wanted.id, wanted] as const,
    ),
  )('%s names layer, reason and remedy and nothing secret', (_id, wanted) => {
    const outcome = decodeCase(wanted);
    if (outcome.result !== 'error') throw new Error('expected an error');
    expect(outcome.message).toMatch(/^\p{Lu}.+\.$/u);
    expect(outcome.verifiedBy).toBe('none');
    if (wanted.keyHex !== null) expect(JSON.stringify(outcome)).not.toContain(wanted.keyHex);
  });
});
