/** The text of a document before it is drawn: what it says, without asking where it stands. */
import type { Block, Fact, PrintedDocument } from '#office/documents/model/printed-document.ts';
import { textOf, type Table } from '#office/documents/model/table.ts';

/** The rows of a table as texts, heads first. */
export function rowsOf(table: Table): string[][] {
  return [table.columns.map(({ head }) => head), ...table.rows.map((row) => row.cells.map(textOf))];
}

export function blocksOf(document: PrintedDocument): readonly Block[] {
  return document.sections.flatMap(({ blocks }) => blocks);
}

/** The table of a name. Throws when there is none. */
export function tableOf(document: PrintedDocument, name: string): Table {
  for (const block of blocksOf(document))
    if (block.kind === 'table' && block.table.name === name) return block.table;
  throw new Error(`no table ${name}`);
}

function factsOf(facts: readonly Fact[]): string[] {
  return facts.flatMap(({ label, value }) => [label, value]);
}

type WordsOf = { readonly [K in Block['kind']]: (block: Extract<Block, { kind: K }>) => readonly string[] };

const WORDS: WordsOf = {
  heading: ({ text }) => [text],
  paragraph: ({ text }) => [text],
  table: ({ table }) => rowsOf(table).flat(),
  list: ({ items }) => items,
  notice: ({ title, items }) => [title, ...items],
  code: ({ groups }) => groups,
  bars: ({ alternative }) => [alternative],
  months: ({ alternative }) => [alternative],
  balance: ({ balance }) => [...factsOf(balance.steps), balance.word, balance.amount],
  transfer: ({ transfer }) => [transfer.text, ...factsOf(transfer.details)],
};

function wordsOfBlock<K extends Block['kind']>(block: Extract<Block, { kind: K }>): string {
  const words = WORDS[block.kind] as (given: typeof block) => readonly string[];
  return words(block).join(' ');
}

/** Everything the document says, in one text. */
export function wordsOf(document: PrintedDocument): string {
  const head = [document.title, ...(document.recipient ?? []), ...document.facts.map(({ value }) => value)];
  return [...head, ...blocksOf(document).map((block) => wordsOfBlock(block))].join('\n');
}
