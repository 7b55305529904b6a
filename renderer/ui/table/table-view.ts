/** How one looks at a list: order, filters, columns. Saved by name, kept in the address, checked when read. Pure. */
import { z } from 'zod';

const viewSchema = z.strictObject({
  sort: z.array(z.strictObject({ id: z.string(), desc: z.boolean() })).max(5),
  filters: z.record(z.string(), z.string().max(200)),
  /** Columns shown or hidden against their column's own preference. */
  shown: z.record(z.string(), z.boolean()),
  /** Ids in the order they stand; columns not named follow in their own order. */
  order: z.array(z.string()).max(100),
  /** Widths in pixels at 100 %. */
  widths: z.record(z.string(), z.number().min(40).max(1200)),
});

export type TableView = z.output<typeof viewSchema>;

export const PLAIN_VIEW: TableView = { sort: [], filters: {}, shown: {}, order: [], widths: {} };

/** How a list of names is found at first: by the alphabet, not by when each was entered. */
export const BY_NAME: TableView = { ...PLAIN_VIEW, sort: [{ id: 'name', desc: false }] };

/** The parts of a view that travel in the address: what is sorted and filtered. */
export interface AddressedView {
  readonly sort?: string | undefined;
  readonly filters?: Readonly<Record<string, string>> | undefined;
}

/** Reads a saved view; null when it was written by another hand. */
export function readView(text: string): TableView | null {
  try {
    const parsed = viewSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

export function writeView(view: TableView): string {
  return JSON.stringify(view);
}

/** `name,-place` for a list sorted by name, then by place downwards; undefined when unsorted. */
export function writeSort(sort: TableView['sort']): string | undefined {
  return sort.length === 0 ? undefined : sort.map(({ id, desc }) => `${desc ? '-' : ''}${id}`).join(',');
}

export function readSort(text: string | undefined): TableView['sort'] {
  if (text === undefined || text === '') return [];
  return text.split(',').map((part) => ({ id: part.replace(/^-/, ''), desc: part.startsWith('-') }));
}

/** Goes on from unsorted to ascending, descending and back; with `isAdded` the other columns keep their order. */
export function sortNext(sort: TableView['sort'], id: string, isAdded: boolean): TableView['sort'] {
  const current = sort.find((entry) => entry.id === id);
  const others = isAdded ? sort.filter((entry) => entry.id !== id) : [];
  if (!current) return [...others, { id, desc: false }];
  return current.desc ? others : [...others, { id, desc: true }];
}

/** The view with one filter changed; an empty text takes it away. */
export function withFilter(view: TableView, id: string, text: string): TableView {
  const { [id]: _removed, ...others } = view.filters;
  return { ...view, filters: text === '' ? others : { ...others, [id]: text } };
}

/** The ids in the order of the view. */
export function orderColumns(ids: readonly string[], order: readonly string[]): string[] {
  const known = order.filter((id) => ids.includes(id));
  return [...known, ...ids.filter((id) => !known.includes(id))];
}

/** The order after one column moved by `steps`; the first column stays, it names the row. */
export function moveColumn(ids: readonly string[], id: string, steps: number): string[] {
  const from = ids.indexOf(id);
  const to = Math.max(1, Math.min(ids.length - 1, from + steps));
  if (from < 1) return [...ids];
  const rest = ids.filter((other) => other !== id);
  return [...rest.slice(0, to), id, ...rest.slice(to)];
}
