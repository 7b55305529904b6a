/** Lines and fields of the text formats. */
import type { BundleContent, ReceivedTelegram } from './bundle-format.ts';

/** The lines that say something: no blank ones, no `#` comments; each trimmed. */
export function meaningfulLines(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** Splits a delimited line; a field may be quoted, with `""` for a quote inside. */
export function splitFields(line: string, delimiter: string): string[] {
  const fields: string[] = [];
  let field = '';
  let isQuoted = false;
  for (let index = 0; index < line.length; index += 1) {
    const character = line.charAt(index);
    const isDoubled = character === '"' && isQuoted && line.charAt(index + 1) === '"';
    if (isDoubled) {
      field += character;
      index += 1;
    } else if (character === '"') isQuoted = !isQuoted;
    else if (character === delimiter && !isQuoted) {
      fields.push(field.trim());
      field = '';
    } else field += character;
  }
  return [...fields, field.trim()];
}

/** The content of a format that knows telegrams and nothing of bundles; null stands for a row without a telegram. */
export function unnumbered(rows: readonly (ReceivedTelegram | null)[]): BundleContent {
  const telegrams = rows.filter((row) => row !== null);
  const skippedRows = rows.length - telegrams.length;
  return { gateway: null, epoch: null, seq: null, sentAt: null, telegrams, skippedRows };
}
