/** Gathers the work order for chosen messages: houses, gateways, devices with their places and what is to be done. */
import type { MessageCode } from '#shared/contract/messages.ts';
import type { PlainDate } from '#shared/model/plain-date.ts';
import { de } from '#shared/text/de.ts';
import { WORK_ORDER_TEXT } from '#shared/text/documents/work-order.ts';
import type { WorkOrderHouse, WorkOrderInput, WorkOrderTask } from '../documents/work-order.ts';
import { findProperty } from '../store/properties.ts';
import type { Store } from '../store/store.ts';
import { subjectOfGateway, subjectOfMeter } from './meter-messages.ts';
import type { Survey } from './meter-survey.ts';
import { readSettings } from './office-settings.ts';

export interface Order {
  readonly subject: string;
  readonly code: MessageCode;
}

interface Job extends WorkOrderTask {
  readonly propertyId: number | null;
  readonly gateway: string | null;
}

/** The order for what is still so; a message that has gone since is left out. */
export function workOrderOf(
  store: Store,
  survey: Survey,
  orders: readonly Order[],
  dates: { readonly issuedOn: PlainDate; readonly by: PlainDate | null },
): WorkOrderInput {
  const wanted = Map.groupBy(orders, ({ subject }) => subject);
  const jobs = [...gatewayJobs(survey, wanted), ...meterJobs(survey, wanted)];
  const { office } = readSettings(store);
  return {
    ...dates,
    number: `A-${dates.issuedOn}`,
    office: { name: office.name, address: office.addressLines },
    houses: [...Map.groupBy(jobs, ({ propertyId }) => propertyId)].map(([propertyId, atHouse]) =>
      houseOf(store, propertyId, atHouse),
    ),
  };
}

function houseOf(store: Store, propertyId: number | null, jobs: readonly Job[]): WorkOrderHouse {
  const property = propertyId === null ? null : findProperty(store, propertyId as never);
  const { behindGateway, withoutGateway, unknownProperty } = WORK_ORDER_TEXT;
  return {
    name: property?.name ?? unknownProperty,
    address: property?.addressLines ?? [],
    gateways: [...Map.groupBy(jobs, ({ gateway }) => gateway)].map(([gateway, tasks]) => ({
      heading: gateway === null ? withoutGateway : behindGateway(gateway),
      tasks,
    })),
  };
}

type Wanted = ReadonlyMap<string, readonly Order[]>;

function gatewayJobs({ gateways }: Survey, wanted: Wanted): Job[] {
  return gateways.flatMap(({ serial, gateway, messages }) =>
    tasksOf(wanted, subjectOfGateway(serial), messages).map((task) => ({
      propertyId: gateway?.propertyId ?? null,
      gateway: serial,
      device: `${WORK_ORDER_TEXT.gateway} ${serial}`,
      place: gateway?.place ?? '',
      task,
    })),
  );
}

function meterJobs({ meters }: Survey, wanted: Wanted): Job[] {
  return meters.flatMap(({ meter, number, place, newest, unitName, roomName, messages }) =>
    tasksOf(wanted, subjectOfMeter(meter.id), messages).map((task) => ({
      propertyId: place?.propertyId ?? null,
      gateway: newest?.gateway ?? null,
      device: `${de.meters.kinds[meter.kind]} ${number}`,
      place: [unitName, roomName, place?.position].filter(Boolean).join(', '),
      task,
    })),
  );
}

function tasksOf(
  wanted: Wanted,
  subject: string,
  messages: readonly { readonly code: MessageCode; readonly evidence: readonly string[] }[],
): string[] {
  const codes = new Set(wanted.get(subject)?.map(({ code }) => code));
  return messages
    .filter(({ code }) => codes.has(code))
    .map(({ code, evidence }) =>
      [`${de.messages.names[code]}:`, de.messages.nextSteps[code], ...evidence].join(' '),
    );
}
