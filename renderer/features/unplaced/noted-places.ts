/** The places typed in for waiting meters, before they are kept. Pure. */
import type { NotedPlace, UnplacedMeter } from '#shared/contract/unplaced.ts';
import type { MeterId } from '#shared/model/meter.ts';
import type { PlainDate } from '#shared/model/plain-date.ts';
import { formatDate } from '#shared/text/format.ts';

/** The cells that are typed, as texts. */
export interface Noted {
  readonly unit: string;
  readonly room: string;
  readonly position: string;
  /** A day as it is typed; empty for the day that holds for all. */
  readonly from: string;
}

export type NotedCell = keyof Noted;

export interface NotedRow {
  readonly meter: UnplacedMeter;
  readonly noted: Noted;
  /** Why the office could not take the place; empty before it was asked. */
  readonly message: string;
}

const CELLS: readonly NotedCell[] = ['unit', 'room', 'position', 'from'];

/** What was typed of each meter, by its id. */
export type NotedPlaces = ReadonlyMap<MeterId, Partial<Noted>>;

/** The rows of the grid: what was typed, and what the delivery said where nothing was. */
export function rowsOf(
  meters: readonly UnplacedMeter[],
  typed: NotedPlaces,
  messages: ReadonlyMap<MeterId, string>,
): NotedRow[] {
  return meters.map((meter) => {
    const { id, unit, room, position } = meter;
    const from = meter.from === null ? '' : formatDate(meter.from);
    return {
      meter,
      noted: { unit, room, position, from, ...typed.get(id) },
      message: messages.get(id) ?? '',
    };
  });
}

export function withCell(places: NotedPlaces, id: MeterId, cell: NotedCell, text: string): NotedPlaces {
  return new Map(places).set(id, { ...places.get(id), [cell]: text.trim() });
}

/** Lays a block of cells over the rows and columns from a place on; what lies beyond the grid is left out. */
export function withBlock(
  places: NotedPlaces,
  block: readonly (readonly string[])[],
  at: { readonly rowIds: readonly string[]; readonly columnIds: readonly string[] },
): NotedPlaces {
  let next = places;
  for (const [down, texts] of block.entries())
    for (const [right, text] of texts.entries()) {
      const cell = CELLS.find((one) => one === at.columnIds[right]);
      const id = Number(at.rowIds[down]);
      if (cell !== undefined && !Number.isNaN(id)) next = withCell(next, id as MeterId, cell, text);
    }
  return next;
}

/** The places that can be asked for: those with a unit. `dayOf` reads a typed day; null for one that cannot be read. */
export function placesOf(
  rows: readonly NotedRow[],
  forAll: PlainDate,
  dayOf: (text: string) => PlainDate | null,
): NotedPlace[] {
  return rows.flatMap(({ meter: { id }, noted: { unit, room, position, from } }) => {
    const day = from === '' ? forAll : dayOf(from);
    return unit === '' || day === null ? [] : [{ id, unit, room, position, from: day }];
  });
}
