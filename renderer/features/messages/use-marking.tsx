/** Deciding about messages: seen, wait until a day, ignore for a reason, and taking that back. */
import { useState, type ReactNode } from 'react';
import type { Message } from '#shared/contract/messages.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useAction } from '../../lib/use-action.ts';
import { useUndo } from '../../lib/use-undo.ts';
import type { Command } from '../../ui/menu.tsx';
import { MarkDialog } from './mark-dialog.tsx';

/** A message and what it is about. */
export interface AddressedMessage {
  readonly subject: string;
  readonly message: Message;
}

export type MarkKind = 'seen' | 'wait' | 'ignore';

interface Marking {
  readonly commandsOf: (messages: readonly AddressedMessage[]) => readonly Command[];
  readonly dialog: ReactNode;
}

export function useMarking(): Marking {
  const text = useText();
  const words = text.messages;
  const { say } = useToasts();
  const undo = useUndo();
  const unmark = useAction('morning.unmark', {
    onDone: () => say(words.unmarked, { label: text.common.undo, run: () => void undo() }),
  });
  const [asked, setAsked] = useState<{
    readonly kind: MarkKind;
    readonly messages: readonly AddressedMessage[];
  } | null>(null);
  const marking = (kind: MarkKind, messages: readonly AddressedMessage[]) => () =>
    setAsked({ kind, messages });
  return {
    commandsOf: (messages) => [
      { id: 'seen', label: words.markSeen, run: marking('seen', messages) },
      { id: 'wait', label: words.markWait, run: marking('wait', messages) },
      { id: 'ignore', label: words.markIgnore, run: marking('ignore', messages) },
      {
        id: 'unmark',
        label: words.unmark,
        run: () => {
          for (const { subject, message } of messages) void unmark.run({ subject, code: message.code });
        },
        isDisabled: messages.every(({ message }) => message.mark === null),
      },
    ],
    dialog:
      asked === null ? null : (
        <MarkDialog kind={asked.kind} messages={asked.messages} onClose={() => setAsked(null)} />
      ),
  };
}
