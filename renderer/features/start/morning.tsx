/** The morning list: what is wrong with meters and gateways today, by topic, property and gateway. */
import { useState } from 'react';
import { messageTopic, topicOf, type MessageTopic } from '#shared/contract/messages.ts';
import type { MorningGroup, MorningItem, MorningList } from '#shared/contract/overview.ts';
import { useAnswer } from '../../lib/answers.ts';
import { useText } from '../../lib/text.tsx';
import { Answered } from '../../ui/answered.tsx';
import { Button } from '../../ui/button.tsx';
import { MorningGroupView } from './morning-group.tsx';
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

type Chosen = MessageTopic | 'all' | 'settled';

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

function MorningView({ list }: { readonly list: MorningList }) {
  const text = useText();
  const words = text.start;
  const [chosen, setChosen] = useState<Chosen>('all');
  const [ordered, setOrdered] = useState<readonly MorningItem[] | null>(null);
  const open = itemsOf(list.groups);
  const settled = itemsOf(list.settled);
  const counts = new Map(
    messageTopic.options.map((topic) => [
      topic,
      open.filter(({ message }) => topicOf(message.code) === topic).length,
    ]),
  );
  const shown =
    chosen === 'settled' ? list.settled : chosen === 'all' ? list.groups : narrow(list.groups, chosen);
  const choice = (id: Chosen, label: string) => (
    <Button
      key={id}
      variant="plain"
      aria-pressed={chosen === id}
      onPress={() => setChosen(chosen === id ? 'all' : id)}
    >
      {label}
    </Button>
  );
  return (
    <>
      <div className="morning-topics">
        {messageTopic.options
          .filter((topic) => (counts.get(topic) ?? 0) > 0)
          .map((topic) => choice(topic, `${text.messages.topics[topic]} (${counts.get(topic) ?? 0})`))}
        {settled.length === 0 ? null : choice('settled', words.settled(settled.length))}
        {shown.length === 0 ? null : (
          <Button onPress={() => setOrdered(itemsOf(shown))}>{words.workOrderAll}</Button>
        )}
      </div>
      {shown.length === 0 ? <p className="muted">{words.morningNothing}</p> : null}
      {shown.map((group) => (
        <MorningGroupView
          key={`${group.propertyId} ${group.gateway}`}
          group={group}
          onWorkOrder={setOrdered}
        />
      ))}
      {ordered === null ? null : <WorkOrderDialog items={ordered} onClose={() => setOrdered(null)} />}
    </>
  );
}
