/** What somebody decided about a message of a meter or gateway: seen, wait until a day, or ignore for a reason. */
import type { PlainDate } from '#shared/model/plain-date.ts';
import type { Change } from './change.ts';
import { query } from './query.ts';
import type { MarkKind } from './schema.ts';
import type { Store } from './store.ts';

export interface MessageMark {
  /** `meter:12`, `gateway:muc-4f0a01`. */
  readonly subject: string;
  readonly code: string;
  /** The state of the message it was made for; in another state the message is new again. */
  readonly state: string;
  readonly kind: MarkKind;
  /** The first day on which a waiting message shows itself again; null for the other kinds. */
  readonly until: PlainDate | null;
  readonly note: string;
}

export interface StoredMark extends MessageMark {
  readonly id: number;
  /** The access id of whoever made it. */
  readonly madeBy: string;
  /** UTC. */
  readonly madeAt: string;
}

const selectMarks = query()((sql) =>
  sql
    .selectFrom('message_marks')
    .select([
      'id',
      'subject',
      'code',
      'state',
      'kind',
      'until_day as until',
      'note',
      'made_by as madeBy',
      'made_at as madeAt',
    ])
    .orderBy('id'),
);
const selectMark = query<{ subject: string; code: string }>()((sql, given) =>
  sql
    .selectFrom('message_marks')
    .select('id')
    .where('subject', '=', given.subject)
    .where('code', '=', given.code),
);

export function listMarks(store: Store): StoredMark[] {
  return store.all(selectMarks, {});
}

/** Marks a message; a former mark of the same message gives way. */
export function markMessage(change: Change, mark: MessageMark, madeBy: string): number {
  const { subject, code, state, kind, until, note } = mark;
  removeMark(change, subject, code);
  const told = { subject, code, kind, until_day: until, note };
  return change.insert(
    'message_marks',
    { ...told, state, made_by: madeBy, made_at: change.at },
    { new: told },
  );
}

/** Takes a mark back; harmless when there is none. */
export function removeMark(change: Change, subject: string, code: string): void {
  const former = change.store.get(selectMark, { subject, code });
  if (former !== undefined) change.remove('message_marks', former.id);
}
