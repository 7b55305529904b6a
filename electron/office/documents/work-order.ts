/** The work order (Arbeitsauftrag): which devices a technician looks at, where they hang, and what is to be done. */
import type { PlainDate } from '#shared/model/plain-date.ts';
import type { Result } from '#shared/model/result.ts';
import { WORK_ORDER_TEXT } from '#shared/text/documents/work-order.ts';
import { formatDate } from '#shared/text/format.ts';
import { heading, paragraph, smallPrint, subheading, tableBlock } from './model/blocks.ts';
import type { NotPrintable } from './model/printable.ts';
import type { Block, Office, PrintedDocument } from './model/printed-document.ts';
import { entry, words } from './model/table.ts';
import { renderDocument } from './render.ts';

/** One device and what is to be done with it. */
export interface WorkOrderTask {
  /** `Heizkostenverteiler 61200007`, `Gateway muc-4f0a01`. */
  readonly device: string;
  /** Unit, room, radiator. */
  readonly place: string;
  readonly task: string;
}

/** The tasks at one property. */
export interface WorkOrderHouse {
  readonly name: string;
  readonly address: readonly string[];
  readonly gateways: readonly { readonly heading: string; readonly tasks: readonly WorkOrderTask[] }[];
}

export interface WorkOrderInput {
  readonly number: string;
  readonly issuedOn: PlainDate;
  /** Until when; null when it is up to the technician. */
  readonly by: PlainDate | null;
  readonly office: Office;
  readonly houses: readonly WorkOrderHouse[];
}

/** The PDF; it names no tenant, no key and no value. */
export function renderWorkOrder(input: WorkOrderInput): Promise<Result<Uint8Array, NotPrintable>> {
  return renderDocument(workOrder(input));
}

/** What the order says. */
export function workOrder(input: WorkOrderInput): PrintedDocument {
  const { facts, introduction, closing, line } = WORK_ORDER_TEXT;
  const tasks = input.houses.flatMap(({ gateways }) => gateways.flatMap((one) => one.tasks));
  return {
    title: WORK_ORDER_TEXT.title,
    description: WORK_ORDER_TEXT.description,
    documentNumber: input.number,
    issuedOn: input.issuedOn,
    office: input.office,
    facts: [
      { label: facts.date, value: formatDate(input.issuedOn) },
      ...(input.by === null ? [] : [{ label: facts.by, value: formatDate(input.by) }]),
      { label: facts.devices, value: `${tasks.length}` },
    ],
    sections: [
      {
        orientation: 'landscape',
        blocks: [
          paragraph(introduction),
          ...input.houses.flatMap(houseBlocks),
          smallPrint(closing),
          paragraph(line),
        ],
      },
    ],
  };
}

function houseBlocks({ name, address, gateways }: WorkOrderHouse): Block[] {
  const { columns } = WORK_ORDER_TEXT;
  return [
    heading(name),
    ...(address.length === 0 ? [] : [paragraph(address.join(', '))]),
    ...gateways.flatMap((gateway) => [
      subheading(gateway.heading),
      tableBlock({
        name: gateway.heading,
        columns: [
          words(columns.device, 2),
          words(columns.place, 3),
          words(columns.task, 5),
          words(columns.done, 2),
        ],
        rows: gateway.tasks.map(({ device, place, task }) => entry(device, place, task, '')),
      }),
    ]),
  ];
}
