/** What differs between two stored JSON values, told by their known parts: `Sperre nach Minuten: 5 → 10`. Pure. */
import type { Format, NameOfRow } from './history-formats.ts';

/** A part of a value by its path; `*` stands for any one name, which the label may say. */
export interface Part {
  readonly path: readonly string[];
  readonly label: string | ((name: string, nameOf: NameOfRow) => string);
  readonly format: Format;
}

type Leaves = Map<string, { readonly path: readonly string[]; readonly value: unknown }>;

function isBranch(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function leavesOf(value: unknown, path: readonly string[] = [], leaves: Leaves = new Map()): Leaves {
  if (isBranch(value))
    for (const [name, part] of Object.entries(value)) leavesOf(part, [...path, name], leaves);
  else leaves.set(JSON.stringify(path), { path, value });
  return leaves;
}

/** What JSON text stands for; anything else is a value already. */
function parsed(stored: unknown): unknown {
  return typeof stored === 'string' ? (JSON.parse(stored) as unknown) : stored;
}

function partAt(parts: readonly Part[], path: readonly string[]): Part | undefined {
  return parts.find(
    (part) =>
      part.path.length === path.length &&
      part.path.every((name, index) => name === '*' || name === path[index]),
  );
}

const NOTHING = 'leer';

function isNothing(value: unknown): boolean {
  const isEmptyList = Array.isArray(value) && value.length === 0;
  return value === undefined || value === null || value === '' || isEmptyList;
}

/** A line for every known part that differs; one sentence for all that has no words. Empty when nothing differs. */
export function tellJson(
  before: unknown,
  after: unknown,
  parts: readonly Part[],
  nameOf: NameOfRow,
): string[] {
  const [older, newer] = [leavesOf(parsed(before)), leavesOf(parsed(after))];
  const told: { readonly place: number; readonly line: string }[] = [];
  let hasOthers = false;
  for (const key of new Set([...older.keys(), ...newer.keys()])) {
    const [was, is] = [older.get(key), newer.get(key)];
    if (JSON.stringify(was?.value ?? null) === JSON.stringify(is?.value ?? null)) continue;
    const path = is?.path ?? was?.path ?? [];
    const part = partAt(parts, path);
    if (part === undefined) {
      hasOthers ||= path.length > 0;
      continue;
    }
    const say = (value: unknown): string => (isNothing(value) ? NOTHING : part.format(value, nameOf));
    const label = typeof part.label === 'string' ? part.label : part.label(path.at(-1) ?? '', nameOf);
    const isNew = before === null || before === undefined;
    const line = isNew ? `${label}: ${say(is?.value)}` : `${label}: ${say(was?.value)} → ${say(is?.value)}`;
    told.push({ place: parts.indexOf(part), line });
  }
  // What a reader looks for first comes first, in whatever order it was stored.
  const lines = told.toSorted((a, b) => a.place - b.place).map(({ line }) => line);
  return hasOthers ? [...lines, 'Weitere Angaben geändert'] : lines;
}
