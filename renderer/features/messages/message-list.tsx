/** The messages of one meter or gateway: what, since when, why, what next, and what somebody decided about it. */
import { MoreVertical } from 'lucide-react';
import type { Message } from '#shared/contract/messages.ts';
import { useText } from '../../lib/text.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { MessageMark } from './message-mark.tsx';
import { MessageText } from './message-text.tsx';
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
            <MessageText message={message} />
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
