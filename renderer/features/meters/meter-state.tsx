/** How a meter is today: where it hangs, when it was heard, its key and battery, its messages, the way of its data. */
import type { ReactNode } from 'react';
import type { MeterView } from '#shared/contract/meters.ts';
import { formatDate, NO_BREAK_SPACE } from '#shared/text/format.ts';
import { formatMoment } from '../../lib/moment.ts';
import { useText } from '../../lib/text.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { MessageList } from '../messages/message-list.tsx';
import { MeterPath } from './meter-path.tsx';
import { writePoint, writeRegister } from './meter-words.ts';
import { ReceptionMark } from './reception-mark.tsx';

export function MeterState({ view }: { readonly view: MeterView }) {
  const text = useText();
  const words = text.meters;
  const { facts } = words;
  const { summary, intervalHours, batteryLow, keyState } = view;
  const { reading, readingDay, isReadByHand } = summary;
  const rows: readonly (readonly [string, ReactNode])[] = [
    [facts.place, writePoint(summary, text)],
    [words.status, <ReceptionMark key="status" reception={summary.reception} />],
    [
      facts.lastReceived,
      summary.lastReceivedAt === null ? words.stationNever : formatMoment(summary.lastReceivedAt),
    ],
    [facts.interval, intervalHours === null ? facts.noInterval : facts.every(intervalHours)],
    [words.gateway, summary.gateway ?? words.stationNever],
    [
      facts.signal,
      summary.rssiDbm === null
        ? text.common.none
        : `${summary.rssiDbm}${NO_BREAK_SPACE}dBm`.replace('-', '−'),
    ],
    [facts.battery, <BatteryMark key="battery" isLow={batteryLow} />],
    [facts.key, facts.keys[keyState]],
    [
      facts.value,
      reading === null
        ? text.common.none
        : [
            writeRegister(reading, text),
            readingDay === null ? '' : formatDate(readingDay),
            isReadByHand ? words.byHand : '',
          ]
            .filter(Boolean)
            .join(' · '),
    ],
    [
      words.calibratedUntil,
      summary.calibratedUntil === null ? text.common.none : formatDate(summary.calibratedUntil),
    ],
  ];
  return (
    <div className="stack">
      <dl className="facts">
        {rows
          .filter(([name]) => summary.kind !== 'allocator' || name !== words.calibratedUntil)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <section className="section" aria-labelledby="messages">
        <h2 id="messages">{text.messages.ofDevice}</h2>
        <MessageList subject={`meter:${summary.id}`} messages={view.messages} />
      </section>
      <MeterPath path={view.path} brokenAt={view.brokenAt} />
    </div>
  );
}

function BatteryMark({ isLow }: { readonly isLow: boolean | null }) {
  const { batteries } = useText().meters.facts;
  if (isLow === null) return batteries.unknown;
  return (
    <StatusMark shape={isLow ? 'triangle' : 'full'} tone={isLow ? 'check' : 'good'}>
      {isLow ? batteries.low : batteries.good}
    </StatusMark>
  );
}
