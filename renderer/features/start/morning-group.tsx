/** Everything behind one gateway: what to do about each device, and one work order for all of it. */
import { useNavigate } from '@tanstack/react-router';
import { MoreVertical } from 'lucide-react';
import { useState } from 'react';
import type { MorningGroup, MorningItem } from '#shared/contract/overview.ts';
import { useText } from '../../lib/text.tsx';
import { Button, IconButton, LinkButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { writeMark, writeSince } from '../messages/message-list.tsx';
import { MessageMark } from '../messages/message-mark.tsx';
import { useMarking } from '../messages/use-marking.tsx';

interface MorningGroupProps {
  readonly group: MorningGroup;
  readonly onWorkOrder: (items: readonly MorningItem[]) => void;
}

/** More than these are one job anyway. */
const SHOWN_AT_FIRST = 8;

/** So many devices behind a gateway without contact stand as lines of their own; more are the gateway's one line. */
const SHOWN_BEHIND = 3;

function chooseFirst(items: readonly MorningItem[]): readonly MorningItem[] {
  const ownTrouble = items.filter((item) => !item.isBehindSilentGateway);
  const isCrowded = items.length - ownTrouble.length > SHOWN_BEHIND;
  return (isCrowded && ownTrouble.length > 0 ? ownTrouble : items).slice(0, SHOWN_AT_FIRST);
}

export function MorningGroupView({ group, onWorkOrder }: MorningGroupProps) {
  const text = useText();
  const words = text.start;
  const [isUnfolded, setIsUnfolded] = useState(false);
  const { items } = group;
  const shown = isUnfolded ? items : chooseFirst(items);
  const title = words.morningGroup(group.propertyName, group.gateway);
  return (
    <section className="morning-group" aria-label={title}>
      <div className="morning-group-head">
        <h3>
          {title} <span className="muted">{text.messages.count(items.length)}</span>
        </h3>
        <Button variant="quiet" onPress={() => onWorkOrder(items)}>
          {words.workOrder}
        </Button>
      </div>
      <ul>
        {shown.map((item) => (
          <Item key={`${item.subject} ${item.message.code}`} item={item} onWorkOrder={onWorkOrder} />
        ))}
      </ul>
      {shown.length === items.length ? null : (
        <div className="morning-more">
          <LinkButton onPress={() => setIsUnfolded(true)}>
            {words.morningMore(items.length - shown.length)}
          </LinkButton>
        </div>
      )}
    </section>
  );
}

interface ItemProps {
  readonly item: MorningItem;
  readonly onWorkOrder: MorningGroupProps['onWorkOrder'];
}

function Item({ item, onWorkOrder }: ItemProps) {
  const text = useText();
  const words = text.messages;
  const { commandsOf, dialog } = useMarking();
  const { subject, message, number, place } = item;
  const open = useOpenDevice(item);
  const cause = item.isBehindSilentGateway ? words.behindGateway : words.causes[message.code];
  return (
    <li className="morning-item">
      <MessageMark code={message.code} />
      <div>
        <LinkButton onPress={open}>{number}</LinkButton>
        <p className="muted">{place}</p>
      </div>
      <div>
        <p>
          {cause} {message.evidence.join(' · ')}
        </p>
        <p>
          <strong>{words.nextStep}:</strong>{' '}
          {item.isBehindSilentGateway ? words.nextSteps.gatewaySilent : words.nextSteps[message.code]}
        </p>
        <p className="muted">
          {[writeSince(message, text), writeMark(message, text)].filter(Boolean).join(' · ')}
        </p>
      </div>
      <Menu
        label={text.start.morningCommands}
        groups={[
          {
            id: 'device',
            heading: number,
            commands: [
              {
                id: 'open',
                label: item.meterId === null ? text.start.openGateway : text.start.openMeter,
                run: open,
              },
              { id: 'order', label: text.start.workOrder, run: () => onWorkOrder([item]) },
            ],
          },
          { id: 'marks', commands: commandsOf([{ subject, message }]) },
        ]}
      >
        <IconButton label={`${text.start.morningCommands}: ${number}, ${words.names[message.code]}`}>
          <MoreVertical size={16} aria-hidden />
        </IconButton>
      </Menu>
      {dialog}
    </li>
  );
}

/** The page of the device; an unknown gateway waits in the list of gateways. */
function useOpenDevice({ meterId, gatewayId }: MorningItem): () => void {
  const navigate = useNavigate();
  return () => {
    if (meterId !== null) void navigate({ to: '/meters/$id', params: { id: String(meterId) } });
    else if (gatewayId === null) void navigate({ to: '/gateways' });
    else void navigate({ to: '/gateways/$id', params: { id: String(gatewayId) } });
  };
}
