/** What somebody decides about messages: a note, a day to wait for, or a reason to ignore them. */
import type { Marking } from '#shared/contract/messages.ts';
import type { Reply } from '#shared/contract/failure.ts';
import { addDays } from '#shared/model/plain-date.ts';
import { succeed } from '#shared/model/result.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { formatDate } from '#shared/text/format.ts';
import { useDraftForm, type ReadDraft } from '../../lib/draft-form.ts';
import { today } from '../../lib/moment.ts';
import { ask } from '../../lib/office.ts';
import { readDay } from '../../lib/read-day.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useUndo } from '../../lib/use-undo.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { FormDate, FormText } from '../../ui/form-fields.tsx';
import type { AddressedMessage, MarkKind } from './use-marking.tsx';

interface MarkDialogProps {
  readonly kind: MarkKind;
  readonly messages: readonly AddressedMessage[];
  readonly onClose: () => void;
}

interface MarkDraft {
  until: string;
  note: string;
}

const USUAL_WAIT_DAYS = 7;

function readMark(kind: MarkKind, draft: MarkDraft, words: Dictionary): ReadDraft<MarkDraft, Marking> {
  const note = draft.note.trim();
  if (kind === 'seen') return { ok: true, fields: { kind, note } };
  if (kind === 'ignore')
    return note === ''
      ? { ok: false, faults: [{ field: 'note', message: words.common.required }] }
      : { ok: true, fields: { kind, note } };
  const until = readDay(draft.until, today(), words);
  return until.ok
    ? { ok: true, fields: { kind, until: until.day, note } }
    : { ok: false, faults: [{ field: 'until', message: until.message }] };
}

/** Marks one after the other; the first refusal ends it. */
async function markAll(messages: readonly AddressedMessage[], marking: Marking): Promise<Reply<null>> {
  for (const { subject, message } of messages) {
    const { code, state } = message;
    const marked = await ask('morning.mark', { subject, code, state, marking });
    if (!marked.ok) return marked;
  }
  return succeed(null);
}

export function MarkDialog({ kind, messages, onClose }: MarkDialogProps) {
  const text = useText();
  const words = text.messages;
  const { say } = useToasts();
  const undo = useUndo();
  const { form, submit, isSending, refusal } = useDraftForm({
    initial: { until: formatDate(addDays(today(), USUAL_WAIT_DAYS)), note: '' },
    read: (draft) => readMark(kind, draft, text),
    send: (marking) => markAll(messages, marking),
    onSent: () => {
      say(words.marked, { label: text.common.undo, run: () => void undo() });
      onClose();
    },
  });
  const title = { seen: words.markSeen, wait: words.markWait, ignore: words.markIgnore }[kind];
  return (
    <FormDialog
      title={title.replace(' …', '')}
      action={text.common.save}
      onClose={onClose}
      onSubmit={() => void submit()}
      isSending={isSending}
      refusal={refusal}
      size="normal"
    >
      <p className="muted">{words.markHelp}</p>
      {kind === 'wait' ? (
        <FormDate control={form.control} name="until" label={words.until} isRequired />
      ) : null}
      <FormText
        control={form.control}
        name="note"
        label={kind === 'ignore' ? words.reason : words.note}
        isRequired={kind === 'ignore'}
      />
    </FormDialog>
  );
}
