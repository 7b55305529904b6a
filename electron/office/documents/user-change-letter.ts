/** The letter that confirms a change of user to the landlord: names and days, and not one value of a meter. */
import type { Cents } from '#shared/model/money.ts';
import type { PlainDate } from '#shared/model/plain-date.ts';
import { addDays } from '#shared/model/plain-date.ts';
import type { Result } from '#shared/model/result.ts';
import { USER_CHANGE_TEXT } from '#shared/text/documents/user-change-letter.ts';
import { formatDate, formatEuros } from '#shared/text/format.ts';
import { heading, list, paragraph } from './model/blocks.ts';
import type { Edition, Office, PrintedDocument } from './model/printed-document.ts';
import type { NotPrintable } from './model/printable.ts';
import { renderDocument } from './render.ts';

export interface UserChangeLetter {
  readonly office: Office;
  readonly edition?: Edition;
  readonly issuedOn: PlainDate;
  readonly documentNumber: string;
  /** The landlord's name and address. */
  readonly recipient: readonly string[];
  readonly property: string;
  readonly unit: string;
  readonly leaving: { readonly name: string; readonly lastDay: PlainDate };
  /** Null for a vacancy. */
  readonly arriving: { readonly name: string; readonly from: PlainDate } | null;
  readonly meters: { readonly read: number; readonly total: number };
  /** Why a reading is missing; empty when none is. */
  readonly reason: string;
  readonly degreeDayTable: string;
  readonly costBearer: 'landlord' | 'leaving' | 'arriving';
  /** Null where no amount is known. */
  readonly cost: Cents | null;
}

/** The PDF of the letter; fails when a text cannot be printed. */
export function renderUserChangeLetter(input: UserChangeLetter): Promise<Result<Uint8Array, NotPrintable>> {
  return renderDocument(userChangeLetter(input));
}

/** What the letter says. */
export function userChangeLetter(input: UserChangeLetter): PrintedDocument {
  const { facts, cost, reading } = USER_CHANGE_TEXT;
  const { leaving, arriving, meters } = input;
  return {
    title: USER_CHANGE_TEXT.title(input.unit),
    description: USER_CHANGE_TEXT.description,
    documentNumber: input.documentNumber,
    issuedOn: input.issuedOn,
    office: input.office,
    ...(input.edition && { edition: input.edition }),
    recipient: input.recipient,
    facts: [
      { label: facts.property, value: input.property },
      { label: facts.unit, value: input.unit },
      { label: facts.date, value: formatDate(input.issuedOn) },
    ],
    sections: [
      {
        orientation: 'portrait',
        blocks: [
          paragraph(USER_CHANGE_TEXT.greeting),
          paragraph(USER_CHANGE_TEXT.confirmed),
          list([
            USER_CHANGE_TEXT.leaves(leaving.name, leaving.lastDay),
            arriving === null
              ? USER_CHANGE_TEXT.vacancy(addDays(leaving.lastDay, 1))
              : USER_CHANGE_TEXT.arrives(arriving.name, arriving.from),
          ]),
          heading(reading.heading),
          paragraph(howRead(meters)),
          ...(meters.read === meters.total
            ? []
            : [
                paragraph(reading.split(input.degreeDayTable)),
                ...(input.reason === '' ? [] : [paragraph(reading.reason(input.reason))]),
              ]),
          heading(cost.heading),
          paragraph(cost[input.costBearer](input.cost === null ? null : formatEuros(input.cost))),
          paragraph(USER_CHANGE_TEXT.closing),
        ],
      },
    ],
  };
}

function howRead({ read, total }: UserChangeLetter['meters']): string {
  const { reading } = USER_CHANGE_TEXT;
  if (read === 0) return reading.none;
  return read === total ? reading.all(total) : reading.some(read, total);
}
