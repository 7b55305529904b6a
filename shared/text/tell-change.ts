/** What the audit recorded, told in German: what happened, and from which value to which. */
import { internal, plain, unseen, type Format, type NameOfRow } from './history-formats.ts';
import { EVENTS, EVENT_FIELDS, KINDS, STEPS, type Fields } from './history.de.ts';
import { storedSetting } from './stored-values.de.ts';
import { tellJson } from './tell-json.ts';

/** Columns and their values as the audit recorded them. */
export type RecordedFields = Readonly<Record<string, unknown>>;

export interface RecordedChange {
  /** `noun.verb` as the audit has it. */
  readonly action: string;
  /** The table of the row, or `store`, `vault`, `audit` for what is no row. */
  readonly table: string;
  readonly old: RecordedFields | null;
  readonly new: RecordedFields | null;
  /** The name of the setting a row of `settings` keeps; a change of its value does not repeat it. */
  readonly setting?: string | null;
}

export interface ToldChange {
  /** `Nutzeinheit geändert`. */
  readonly title: string;
  /** A line for each value: `Wohnfläche: 84,5 m² → 80 m²`. */
  readonly details: readonly string[];
}

const NOTHING = 'leer';

/** Whether every column of a table has its German word; the store's tests ask for all of them. */
export function hasWordsFor(table: string, column: string): boolean {
  return KINDS[table]?.fields[column] !== undefined;
}

function tellValue(value: unknown, format: Format, nameOf: NameOfRow): string {
  return value === null || value === undefined || value === '' ? NOTHING : format(value, nameOf);
}

function tellField(column: string, fields: Fields, change: RecordedChange, nameOf: NameOfRow): string[] {
  const [label, format, parts] = fields[column] ?? [column, plain];
  if (parts !== undefined) return tellJson(change.old?.[column], change.new?.[column], parts, nameOf);
  return [tellPlainField(label, format, column, change, nameOf)];
}

function tellPlainField(
  label: string,
  format: Format,
  column: string,
  change: RecordedChange,
  nameOf: NameOfRow,
): string {
  const after = tellValue(change.new?.[column], format, nameOf);
  if (change.old === null) return `${label}: ${after}`;
  const before = tellValue(change.old[column], format, nameOf);
  return change.new === null ? `${label}: ${before}` : `${label}: ${before} → ${after}`;
}

/** Whether a value stayed what it was. Of what is sealed the audit knows only that it changed. */
function isUnchanged(values: readonly unknown[], format: Format | undefined): boolean {
  const [before, after] = values.map((value) => JSON.stringify(value ?? null));
  return format !== unseen && before === after;
}

/** Empty fields of something new or deleted say nothing, and no more do columns that only serve the store. */
function isTelling(column: string, fields: Fields, change: RecordedChange): boolean {
  const format = fields[column]?.[1];
  if (format === internal) return false;
  const values = [change.old?.[column], change.new?.[column]];
  if (change.old !== null && change.new !== null && isUnchanged(values, format)) return false;
  return values.some((value) => value !== null && value !== undefined && value !== '');
}

function titleOf(change: RecordedChange): string {
  const event = EVENTS[change.action];
  const kind = KINDS[change.table];
  if (kind === undefined) return event ?? change.action;
  const step = STEPS[change.action];
  if (step !== undefined && (change.new !== null || change.action === 'bill.discard')) return step;
  if (step !== undefined) return 'Entwurf ersetzt';
  if (change.old === null) return `${kind.noun} angelegt`;
  return `${kind.noun} ${change.new === null ? 'gelöscht' : 'geändert'}`;
}

function isTold(part: unknown): boolean {
  return part !== 0 && part !== null && !(Array.isArray(part) && part.length === 0);
}

/** What a report counted as none, and what it left empty, says nothing. */
function withoutNothing(value: unknown): unknown {
  const report: unknown = typeof value === 'string' ? JSON.parse(value) : value;
  if (typeof report !== 'object' || report === null) return report;
  return Object.fromEntries(Object.entries(report).filter(([, part]) => isTold(part)));
}

function tellSetting({ old, new: now, setting }: RecordedChange, nameOf: NameOfRow): ToldChange {
  const named = setting ?? now?.['name'] ?? old?.['name'];
  const { title, parts, isReport = false } = storedSetting(typeof named === 'string' ? named : '');
  if (isReport) return { title, details: tellJson(null, withoutNothing(now?.['value']), parts, nameOf) };
  return { title: `${title} geändert`, details: tellJson(old?.['value'], now?.['value'], parts, nameOf) };
}

/** What a reader looks for first comes first; columns without words come last. */
function inOrderOf(fields: Fields, columns: readonly string[]): string[] {
  const order = Object.keys(fields);
  const placeOf = (column: string): number => (order.includes(column) ? order.indexOf(column) : order.length);
  return columns.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Tells a recorded change; `nameOf` finds the names of the rows it refers to. */
export function tellChange(change: RecordedChange, nameOf: NameOfRow): ToldChange {
  if (change.table === 'settings') return tellSetting(change, nameOf);
  const fields = KINDS[change.table]?.fields ?? EVENT_FIELDS;
  const columns = inOrderOf(fields, Object.keys({ ...change.old, ...change.new }));
  return {
    title: titleOf(change),
    details: columns
      .filter((column) => isTelling(column, fields, change))
      .flatMap((column) => tellField(column, fields, change, nameOf)),
  };
}
