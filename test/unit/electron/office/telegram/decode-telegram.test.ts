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
    const printed = outcomeToJson(decodeCase(wanted));
    expect(printed['message']).toMatch(/^\p{Lu}.+\.$/u);
    expect(printed['layer']).toEqual(expect.any(String));
    expect(printed['verifiedBy']).toBe('none');
    if (wanted.keyHex !== null) expect(JSON.stringify(printed)).not.toContain(wanted.keyHex);
  });
});
