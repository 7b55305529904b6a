/** The messages of one meter or gateway: what, since when, why, what next, and what somebody decided about it. */
import { MoreVertical } from 'lucide-react';
import type { Message } from '#shared/contract/messages.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { formatDate } from '#shared/text/format.ts';
import { formatMoment } from '../../lib/moment.ts';
import { useText } from '../../lib/text.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { MessageMark } from './message-mark.tsx';
import { useMarking } from './use-marking.tsx';

interface MessageListProps {
  readonly subject: string;
  readonly messages: readonly Message[];
}

export function MessageList({ subject, messages }: MessageListProps) {
  const text = useText();
  const { commandsOf, dialog } = useMarking();
  if (messages.length === 0) return <p className="muted">{text.messages.none}</p>;
  return (
    <>
      <ul className="message-list">
        {messages.map((message) => (
          <li key={message.code} className="message">
            <MessageMark code={message.code} />
            <div>
              <p>
                {text.messages.causes[message.code]} {message.evidence.join(' · ')}
              </p>
              <p>
                <strong>{text.messages.nextStep}:</strong> {text.messages.nextSteps[message.code]}
              </p>
              <p className="muted">
                {[writeSince(message, text), writeMark(message, text)].filter(Boolean).join(' · ')}
              </p>
            </div>
            <Menu
              label={text.start.morningCommands}
              groups={[{ id: 'marks', commands: commandsOf([{ subject, message }]) }]}
            >
              <IconButton label={`${text.start.morningCommands}: ${text.messages.names[message.code]}`}>
                <MoreVertical size={16} aria-hidden />
              </IconButton>
            </Menu>
          </li>
        ))}
      </ul>
      {dialog}
    </>
  );
}

/** `seit 08.02.2026 22:14`; days of master data have no hour. */
export function writeSince({ code, since }: Message, { messages: words }: Dictionary): string {
  if (since === null) return '';
  const moment = since.endsWith('T00:00:00.000Z') ? formatMoment(since).slice(0, 10) : formatMoment(since);
  const isAnEnd = code === 'calibrationEnds' || code === 'calibrationEnded' || code === 'certificateEnds';
  return isAnEnd ? words.on(moment) : words.since(moment);
}

/** Who saw it, waits or ignores it, with the note. */
export function writeMark({ mark }: Message, { messages: words }: Dictionary): string {
  if (mark === null) return '';
  const at = formatMoment(mark.at);
  const said = {
    seen: () => words.seenBy(mark.by, at),
    wait: () => words.waitUntil(mark.until === null ? '' : formatDate(mark.until), mark.by),
    ignore: () => words.ignoredBy(mark.by, at),
  }[mark.kind]();
  return mark.note === '' ? said : `${said}: ${mark.note}`;
}
