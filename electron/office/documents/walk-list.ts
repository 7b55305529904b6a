/** The list for walking through a house (Laufliste): devices without a place, and room to write down where they hang. */
import type { PlainDate } from '#shared/model/plain-date.ts';
import type { Result } from '#shared/model/result.ts';
import { WALK_LIST_TEXT } from '#shared/text/documents/walk-list.ts';
import { formatDate } from '#shared/text/format.ts';
import { paragraph, smallPrint, tableBlock } from './model/blocks.ts';
import type { NotPrintable } from './model/printable.ts';
import type { Edition, Office, PrintedDocument } from './model/printed-document.ts';
import { entryToFillIn, words } from './model/table.ts';
import { renderDocument } from './render.ts';

export interface WalkListInput {
  readonly number: string;
  readonly issuedOn: PlainDate;
  readonly office: Office;
  readonly edition?: Edition;
  readonly property: string;
  readonly devices: readonly {
    readonly number: string;
    /** `Heizkostenverteiler QDS`. */
    readonly device: string;
    /** What the delivery said about its place; empty when it said nothing. */
    readonly delivered: string;
  }[];
}

/** The PDF; it names no tenant, no key and no value. */
export function renderWalkList(input: WalkListInput): Promise<Result<Uint8Array, NotPrintable>> {
  return renderDocument(walkList(input));
}

/** What the list says; the places stay empty for whoever walks. */
export function walkList({ number, issuedOn, property, devices, ...rest }: WalkListInput): PrintedDocument {
  const { title, description, facts, introduction, columns, closing, line } = WALK_LIST_TEXT;
  return {
    ...rest,
    title,
    description,
    documentNumber: number,
    issuedOn,
    facts: [
      { label: facts.date, value: formatDate(issuedOn) },
      { label: facts.property, value: property },
      { label: facts.devices, value: `${devices.length}` },
    ],
    sections: [
      {
        orientation: 'landscape',
        blocks: [
          paragraph(introduction),
          tableBlock({
            name: title,
            columns: [
              words(columns.number, 2),
              words(columns.device, 3),
              words(columns.delivered, 3),
              words(columns.unit, 3),
              words(columns.room, 3),
              words(columns.position, 3),
              words(columns.from, 2),
            ],
            rows: devices.map((one) => entryToFillIn(one.number, one.device, one.delivered, '', '', '', '')),
          }),
          smallPrint(closing),
          paragraph(line),
        ],
      },
    ],
  };
}
