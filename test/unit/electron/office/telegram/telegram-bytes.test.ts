import { describe, expect, it } from 'vitest';
import { parseHex } from '#office/telegram/bytes.ts';
import { decodeTelegram } from '#office/telegram/decode-telegram.ts';
import { InMemoryFormatCache } from '#office/telegram/format-cache.ts';
import { prepareKey } from '#office/telegram/prepared-key.ts';
import { TELEGRAM_CASES } from './cases.ts';

const WRONG = prepareKey(Buffer.alloc(16, 1));

describe('the bytes of a telegram, which the store hands over as a Buffer', () => {
  it('are still what they were after decoding, also after a wrong key', () => {
    for (const { telegramHex, keyHex } of TELEGRAM_CASES) {
      const bytes = Buffer.from(telegramHex, 'hex');
      const key = keyHex === null ? null : parseHex(keyHex);
      const keys = key === null ? [WRONG] : [WRONG, prepareKey(key)];
      decodeTelegram(bytes, { keysFor: () => keys, formats: new InMemoryFormatCache() });
      expect(bytes.toString('hex').toUpperCase()).toBe(telegramHex.toUpperCase());
    }
  });

  it('open with the second candidate key as with the first', () => {
    for (const { telegramHex, keyHex, context } of TELEGRAM_CASES) {
      const key = keyHex === null ? null : parseHex(keyHex);
      if (key === null || context !== undefined) continue;
      const [right, formats] = [prepareKey(key), new InMemoryFormatCache()];
      const alone = decodeTelegram(Buffer.from(telegramHex, 'hex'), { keysFor: () => [right], formats });
      const second = decodeTelegram(Buffer.from(telegramHex, 'hex'), {
        keysFor: () => [WRONG, right],
        formats,
      });
      expect(second.result).toBe(alone.result);
    }
  });
});
