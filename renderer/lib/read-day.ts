/** A typed day, or the sentence why it is none. Pure. */
import type { PlainDate } from '#shared/model/plain-date.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { parseDate } from '#shared/text/parse-date.ts';

export type ReadDay =
  { readonly ok: true; readonly day: PlainDate } | { readonly ok: false; readonly message: string };

export function readDay(text: string, today: PlainDate, words: Dictionary): ReadDay {
  const result = parseDate(text, { today });
  if (result.ok) return { ok: true, day: result.value };
  const { required, dateMissing, dateUnreadable } = words.common;
  const message = { EMPTY: required, NO_SUCH_DAY: dateMissing, UNREADABLE: dateUnreadable }[result.error];
  return { ok: false, message };
}
