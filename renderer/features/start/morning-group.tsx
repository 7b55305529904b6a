/** Everything behind one gateway: what to do about each device, and one work order for all of it. */
import { useNavigate } from '@tanstack/react-router';
import { ChevronDown, ChevronRight, MoreVertical } from 'lucide-react';
import { useState } from 'react';
import type { MorningGroup, MorningItem } from '#shared/contract/overview.ts';
import { useText } from '../../lib/text.tsx';
import { Button, IconButton, LinkButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { MessageMark } from '../messages/message-mark.tsx';
import { MessageText } from '../messages/message-text.tsx';
import { useMarking } from '../messages/use-marking.tsx';

interface MorningGroupProps {
  readonly group: MorningGroup;
  /** In a long list a group begins as one line that says what is in it. */
  readonly isFoldable: boolean;
  readonly onWorkOrder: (items: readonly MorningItem[]) => void;
}

/** More than these are one job anyway. */
const SHOWN_AT_FIRST = 8;

/** A press that shows less than this is not worth it. */
const FEWEST_HIDDEN = 3;

/** So many devices behind a gateway without contact stand as lines of their own; more are the gateway's one line. */
const SHOWN_BEHIND = 3;

function chooseFirst(items: readonly MorningItem[]): readonly MorningItem[] {
  const ownTrouble = items.filter((item) => !item.message.isBehindSilentGateway);
  const isCrowded = items.length - ownTrouble.length > SHOWN_BEHIND;
  const first = (isCrowded && ownTrouble.length > 0 ? ownTrouble : items).slice(0, SHOWN_AT_FIRST);
  return items.length - first.length < FEWEST_HIDDEN ? items : first;
}

export function MorningGroupView({ group, isFoldable, onWorkOrder }: MorningGroupProps) {
  const text = useText();
  const words = text.start;
  const [isFolded, setIsFolded] = useState(isFoldable);
  const { items } = group;
  const title = words.morningGroup(group.propertyName, group.gateway);
  return (
    <section className="morning-group" aria-label={title}>
      <div className="morning-group-head">
        <div className="morning-group-title">
          {isFoldable ? (
            <IconButton
              label={isFolded ? words.morningUnfold(title) : words.morningFold(title)}
              aria-expanded={!isFolded}
              onPress={() => setIsFolded(!isFolded)}
            >
              {isFolded ? <ChevronRight size={16} aria-hidden /> : <ChevronDown size={16} aria-hidden />}
            </IconButton>
          ) : null}
          <h3>
            {title} <span className="muted">{text.messages.count(items.length)}</span>
          </h3>
        </div>
        {isFolded ? <Summary items={items} /> : null}
        <Button variant="quiet" onPress={() => onWorkOrder(items)}>
          {words.workOrder}
        </Button>
      </div>
      {isFolded ? null : <Items items={items} onWorkOrder={onWorkOrder} />}
    </section>
  );
}

/** What is in a folded group: every message with its number, in the order of the list. */
function Summary({ items }: { readonly items: readonly MorningItem[] }) {
  const { names } = useText().messages;
  const byCode = Map.groupBy(items, ({ message }) => message.code);
  return (
    <p className="morning-summary">
      {[...byCode]
        .map(([code, ones]) => (ones.length === 1 ? names[code] : `${ones.length} × ${names[code]}`))
        .join(' · ')}
    </p>
  );
}

interface ItemsProps {
  readonly items: readonly MorningItem[];
  readonly onWorkOrder: MorningGroupProps['onWorkOrder'];
}

function Items({ items, onWorkOrder }: ItemsProps) {
  const words = useText().start;
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? items : chooseFirst(items);
  return (
    <>
      <ul>
        {shown.map((item) => (
          <Item key={`${item.subject} ${item.message.code}`} item={item} onWorkOrder={onWorkOrder} />
        ))}
      </ul>
      {shown.length === items.length ? null : (
        <div className="morning-more">
          <LinkButton onPress={() => setIsWhole(true)}>
            {words.morningMore(items.length - shown.length)}
          </LinkButton>
        </div>
      )}
    </>
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
  return (
    <li className="morning-item">
      <MessageMark code={message.code} />
      <div>
        <LinkButton onPress={open}>{number}</LinkButton>
        <p className="muted">{place}</p>
      </div>
      <MessageText message={message} />
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
