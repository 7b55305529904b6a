/** Guesses what the columns of a key list mean: by their titles, and by what stands in them where a title is missing. */
import type { DeliveryColumn } from '#shared/contract/keys.ts';
import { kindOfTitle } from './column-titles.ts';
import type { TableRow } from './delivery-table.ts';
import { isKindOfDevice } from './device-kinds.ts';
import { isRoundedNumber } from './excel-damage.ts';
import { parseKeyText, parseSerialText } from './key-text.ts';

export interface KeyTable {
  /** Several may hold keys: some makers hand out more than one key a meter. */
  readonly columns: readonly DeliveryColumn[];
  /** The titles, one a column; empty texts when the list has none. */
  readonly titles: readonly string[];
  readonly hasHeader: boolean;
  /** Without the header. */
  readonly rows: readonly TableRow[];
}

/** How much of a column must look like something to be it. */
const MOST_OF = 0.6;
/** Rows that are looked at. */
const SAMPLE = 200;

/** Finds header and columns. A column of keys may stand alone; then each line is a key. */
export function recognizeColumns(rows: readonly TableRow[]): KeyTable {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const [head] = rows;
  const titled = Array.from({ length: width }, (_, at) => kindOfTitle(head?.cells[at] ?? ''));
  const hasHeader = titled.some((kind) => kind !== null) && head?.cells.every((text) => !isValue(text));
  const body = hasHeader ? rows.slice(1) : rows;
  const sample = body.slice(0, SAMPLE);
  const guessed = titled.map((kind, at) => {
    if (!hasHeader) return kindOfContent(sample, at);
    if (kind === null) return kindWithoutTitle(titled, kindOfContent(sample, at));
    return kind === 'kind' && !holdsKinds(sample, at) ? 'ignore' : kind;
  });
  return {
    columns: keepFirst(guessed),
    titles: Array.from({ length: width }, (_, at) => (hasHeader ? (head?.cells[at] ?? '') : '')),
    hasHeader: hasHeader === true,
    rows: body,
  };
}

function isValue(text: string): boolean {
  return parseKeyText(text) !== null || parseSerialText(text) !== null || isRoundedNumber(text);
}

function textsIn(rows: readonly TableRow[], at: number): string[] {
  return rows.map(({ cells }) => cells[at] ?? '').filter((text) => text !== '');
}

/** What is called a type is often a model, which says nothing that could be relied on. */
function holdsKinds(rows: readonly TableRow[], at: number): boolean {
  const texts = textsIn(rows, at);
  return texts.filter(isKindOfDevice).length >= texts.length * MOST_OF;
}

function kindOfContent(rows: readonly TableRow[], at: number): DeliveryColumn {
  const texts = textsIn(rows, at);
  const isMostly = (looks: (text: string) => boolean): boolean =>
    texts.length > 0 && texts.filter(looks).length >= texts.length * MOST_OF;
  if (isMostly((text) => parseKeyText(text) !== null || /E\+\d\d$/i.test(text))) return 'key';
  if (isMostly((text) => parseSerialText(text) !== null || /^\d{5,7}$/.test(text))) return 'serial';
  if (isMostly((text) => /^[A-Z]{3}$/i.test(text))) return 'manufacturer';
  return 'ignore';
}

/** Beside titled columns only what a list cannot do without is guessed: a room called BAD is no maker. */
function kindWithoutTitle(titled: readonly (DeliveryColumn | null)[], guess: DeliveryColumn): DeliveryColumn {
  return (guess === 'serial' || guess === 'key') && !titled.includes(guess) ? guess : 'ignore';
}

/** One serial number, one maker and one label a row; the first column of a kind is it. */
function keepFirst(kinds: readonly DeliveryColumn[]): DeliveryColumn[] {
  return kinds.map((kind, at) => (kind === 'key' || kinds.indexOf(kind) === at ? kind : 'ignore'));
}
