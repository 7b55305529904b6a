/** The morning list: what is wrong with meters and gateways today, by topic, property and gateway. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { messageTopic, topicOf, type MessageTopic } from '#shared/contract/messages.ts';
import {
  MOST_ORDERED,
  type MorningGroup,
  type MorningItem,
  type MorningList,
} from '#shared/contract/overview.ts';
import { useAnswer } from '../../lib/answers.ts';
import { useText } from '../../lib/text.tsx';
import { Answered } from '../../ui/answered.tsx';
import { Button, Chip } from '../../ui/button.tsx';
import { MorningGroupView } from './morning-group.tsx';
import { useCursorOnLines } from './use-cursor-on-lines.ts';
import { WorkOrderDialog } from './work-order-dialog.tsx';

export function Morning() {
  const text = useText();
  const answer = useAnswer('morning.list', {});
  return (
    <section className="section" aria-labelledby="morning">
      <h2 id="morning">{text.start.morning}</h2>
      <Answered answer={answer}>{(list) => <MorningView list={list} />}</Answered>
    </section>
  );
}

/** A list that is longer begins with its groups folded: first where, then what. */
const SHOWN_OPEN = 40;

/** What the list is narrowed to. */
type Filter = MessageTopic | 'settled';

function itemsOf(groups: readonly MorningGroup[]): MorningItem[] {
  return groups.flatMap(({ items }) => items);
}

/** The groups with what belongs to a topic; groups without any fall away. */
function narrow(groups: readonly MorningGroup[], topic: MessageTopic): MorningGroup[] {
  return groups
    .map((group) => ({
      ...group,
      items: group.items.filter(({ message }) => topicOf(message.code) === topic),
    }))
    .filter(({ items }) => items.length > 0);
}

/** The filter stands in the address: whoever comes back from a meter finds the list as it was. */
function useFilter(): { readonly pressed: string | undefined; readonly press: (next?: Filter) => void } {
  const navigate = useNavigate();
  const { tab: pressed } = useSearch({ from: '__root__' });
  const press = (next?: Filter): void =>
    void navigate({ to: '.', replace: true, search: ({ property }) => ({ property, tab: next }) });
  return { pressed, press };
}

function MorningView({ list }: { readonly list: MorningList }) {
  const text = useText();
  const words = text.start;
  const { pressed, press } = useFilter();
  const [ordered, setOrdered] = useState<readonly MorningItem[] | null>(null);
  const open = itemsOf(list.groups);
  const settled = itemsOf(list.settled);
  const counts = new Map(
    messageTopic.options.map((topic) => [
      topic,
      open.filter(({ message }) => topicOf(message.code) === topic).length,
    ]),
  );
  const offered: readonly Filter[] = [
    ...messageTopic.options.filter((topic) => (counts.get(topic) ?? 0) > 0),
    ...(settled.length === 0 ? [] : (['settled'] as const)),
  ];
  // With its last message a topic goes, and with it the choice of it.
  const chosen = offered.find((filter) => filter === pressed) ?? null;
  const shown =
    chosen === 'settled' ? list.settled : chosen === null ? list.groups : narrow(list.groups, chosen);
  const lineCount = itemsOf(shown).length;
  const isFoldable = shown.length > 1 && lineCount > SHOWN_OPEN;
  const lines = useCursorOnLines(lineCount);
  const labelOf = (filter: Filter): string =>
    filter === 'settled'
      ? words.settled(settled.length)
      : `${text.messages.topics[filter]} (${counts.get(filter) ?? 0})`;
  return (
    <>
      <div className="morning-topics">
        {offered.map((filter) => (
          <Chip
            key={filter}
            isChosen={chosen === filter}
            onPress={() => press(chosen === filter ? undefined : filter)}
          >
            {labelOf(filter)}
          </Chip>
        ))}
        {lineCount === 0 || lineCount > MOST_ORDERED ? null : (
          <Button onPress={() => setOrdered(itemsOf(shown))}>{words.workOrderAll}</Button>
        )}
      </div>
      {shown.length === 0 ? <p className="muted">{words.morningNothing}</p> : null}
      <div className="morning-groups" ref={lines}>
        {shown.map((group) => (
          <MorningGroupView
            key={`${chosen} ${group.propertyId} ${group.gateway} ${isFoldable}`}
            group={group}
            isFoldable={isFoldable}
            onWorkOrder={setOrdered}
          />
        ))}
      </div>
      {ordered === null ? null : <WorkOrderDialog items={ordered} onClose={() => setOrdered(null)} />}
    </>
  );
}
