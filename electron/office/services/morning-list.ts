/** The morning list: every open message by property and gateway, and what somebody put off or ignores. */
import { messageTopic, topicOf } from '#shared/contract/messages.ts';
import type { MorningGroup, MorningItem, MorningList } from '#shared/contract/overview.ts';
import type { Readable } from '#shared/contract/handler.ts';
import type { PropertyId } from '#shared/model/property.ts';
import { compareNames } from '#shared/text/compare-names.ts';
import { subjectOfGateway, subjectOfMeter, type Marks } from './meter-messages.ts';
import type { Survey, SurveyedGateway, SurveyedMeter } from './meter-survey.ts';

interface Placed {
  readonly propertyId: PropertyId | null;
  readonly propertyName: string;
  readonly gateway: string | null;
  readonly isSettled: boolean;
  readonly item: Readable<MorningItem>;
}

export function morningOf(survey: Survey, marks: Marks): Readable<MorningList> {
  const gateways = new Map(survey.gateways.map((one) => [one.serial, one]));
  const placed = [
    ...survey.gateways.flatMap((gateway) => itemsOfGateway(gateway, marks)),
    ...survey.meters.flatMap((surveyed) => itemsOfMeter(surveyed, gateways, marks)),
  ];
  return {
    groups: grouped(placed.filter(({ isSettled }) => !isSettled)),
    settled: grouped(placed.filter(({ isSettled }) => isSettled)),
  };
}

function itemsOfGateway(surveyed: SurveyedGateway, marks: Marks): Placed[] {
  const { serial, gateway, propertyName } = surveyed;
  const subject = subjectOfGateway(serial);
  return surveyed.messages.map((judged) => ({
    propertyId: gateway?.propertyId ?? null,
    propertyName,
    gateway: serial,
    isSettled: marks.isSettled(subject, judged),
    item: {
      subject,
      meterId: null,
      gatewayId: gateway?.id ?? null,
      number: serial,
      place: gateway?.place ?? '',
      message: marks.withMark(subject, judged),
    },
  }));
}

function itemsOfMeter(
  surveyed: SurveyedMeter,
  gateways: ReadonlyMap<string, SurveyedGateway>,
  marks: Marks,
): Placed[] {
  const { meter, place, newest, unitName, roomName } = surveyed;
  const subject = subjectOfMeter(meter.id);
  const serial = newest?.gateway ?? null;
  const gateway = gateways.get(serial ?? '');
  return surveyed.messages.map((judged) => ({
    propertyId: place?.propertyId ?? null,
    propertyName: surveyed.propertyName,
    gateway: serial,
    isSettled: marks.isSettled(subject, judged),
    item: {
      subject,
      meterId: meter.id,
      gatewayId: gateway?.gateway?.id ?? null,
      number: surveyed.number,
      place: [unitName, roomName, place?.position].filter(Boolean).join(', '),
      message: marks.withMark(subject, judged, gateway),
    },
  }));
}

/** Properties by name, what belongs to none last; in each the gateways by serial, in each its own messages before those of its meters. */
function grouped(placed: readonly Placed[]): Readable<MorningGroup>[] {
  const groups = Map.groupBy(placed, ({ propertyId, gateway }) => `${propertyId ?? ''} ${gateway ?? ''}`);
  return [...groups.values()]
    .flatMap((members) => {
      const [first] = members;
      if (first === undefined) return [];
      const { propertyId, propertyName, gateway } = first;
      const items = members.map(({ item }) => item).toSorted(byWeight);
      return [{ propertyId, propertyName, gateway, items }];
    })
    .toSorted(
      (a, b) =>
        Number(a.propertyId === null) - Number(b.propertyId === null) ||
        compareNames(a.propertyName, b.propertyName) ||
        compareNames(a.gateway ?? '', b.gateway ?? ''),
    );
}

const TOPICS = messageTopic.options;

function byWeight(a: Readable<MorningItem>, b: Readable<MorningItem>): number {
  return weightOf(a) - weightOf(b) || (a.number < b.number ? -1 : 1);
}

/** What is wrong with the gateway comes first: it may explain the rest. */
function weightOf({ meterId, message }: Readable<MorningItem>): number {
  return meterId === null ? -1 : TOPICS.indexOf(topicOf(message.code));
}
