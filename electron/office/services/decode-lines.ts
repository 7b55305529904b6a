/** Decodes telegrams line by line: the use case behind `stichtag decode`. Holds one line and the formats learned. */
import { parseKeyText } from '../exchange/key-text.ts';
import { parseHex } from '../telegram/bytes.ts';
import { decodeTelegram } from '../telegram/decode-telegram.ts';
import { InMemoryFormatCache, type FormatCache } from '../telegram/format-cache.ts';
import { outcomeToJson, type JsonObject } from './decode-json.ts';
import { MeterKeys } from '../telegram/meter-keys.ts';
import { prepareKey } from '../telegram/prepared-key.ts';

/**
 * Decodes each line `HEX` or `HEX;KEY` of the input into one object with its line number. Empty lines and those
 * that begin with # are skipped but counted. Formats of full and format frames serve the compact frames after them.
 */
export async function* decodeLines(
  lines: AsyncIterable<string>,
  keys: MeterKeys = new MeterKeys(),
): AsyncGenerator<JsonObject, void, undefined> {
  const formats = new InMemoryFormatCache();
  let line = 0;
  for await (const text of lines) {
    line++;
    const trimmed = text.trim();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    yield { line, ...decodeLine(trimmed, keys, formats) };
  }
}

function decodeLine(text: string, keys: MeterKeys, formats: FormatCache): JsonObject {
  const [hex = '', keyText = ''] = text.split(';', 2);
  const bytes = parseHex(hex.replaceAll(/\s/g, ''));
  if (bytes === null)
    return {
      result: 'error',
      errorCode: 'NOT_HEX',
      message:
        'Die Zeile ist kein Telegramm aus Hexadezimalziffern. Schreiben Sie je Zeile HEX oder HEX;SCHLÜSSEL.',
    };
  const ownKey = keyText.trim() === '' ? null : parseKeyText(keyText);
  if (keyText.trim() !== '' && ownKey === null)
    return {
      result: 'error',
      errorCode: 'BAD_KEY',
      message:
        'Der Schlüssel hinter dem Semikolon hat nicht 32 Hexadezimalziffern. Berichtigen Sie die Zeile.',
    };
  const outcome = decodeTelegram(bytes, {
    keysFor: (meter) =>
      ownKey === null ? keys.keysFor(meter) : [prepareKey(ownKey), ...keys.keysFor(meter)],
    formats,
  });
  return outcomeToJson(outcome);
}
