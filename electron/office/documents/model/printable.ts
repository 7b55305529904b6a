/** Asks before anything is drawn whether the faces know every character: pdfkit would print an empty box. */
import { fail, succeed, type Failure, type Result } from '#shared/model/result.ts';
import { DOCUMENT_TEXT } from '#shared/text/documents/common.ts';
import type { Block, PrintedDocument } from './printed-document.ts';
import { textOf, type Table } from './table.ts';

export type NotPrintable = Failure<'TEXT_NOT_PRINTABLE'>;

/** A text of the document and where it stands, said without quoting it. */
interface PlacedText {
  readonly place: string;
  readonly text: string;
}

/** Composes accents, drops what has no width, and turns tabs and other controls, not line feeds, into spaces. */
function composed(text: string): string {
  const visible = text.normalize('NFC').replaceAll(/[\u200b-\u200d\u2060\ufeff]/g, '');
  return bindNumbers(visible.replaceAll(/[^\P{Cc}\n]|[\u2028\u2029]/gu, ' '));
}

/** Keeps a paragraph sign, an abbreviation before a number and a unit in brackets on the line of what they belong to. */
function bindNumbers(text: string): string {
  return text
    .replaceAll(/(§|Abs\.|S\.) (?=\d)/g, '$1\u00a0')
    .replaceAll(/Nr\. (?=\S)/g, 'Nr.\u00a0')
    .replaceAll(/ (?=\((?:€|kWh)\))/g, '\u00a0');
}

function cleaned<T>(value: T): T {
  if (typeof value === 'string') return composed(value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => cleaned(item)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cleaned(item)])) as T;
}

function* textsOfTable(table: Table): Generator<PlacedText> {
  const { column, cell } = DOCUMENT_TEXT.place;
  for (const [index, { head }] of table.columns.entries()) {
    yield { place: column(table.name, index + 1), text: head };
  }
  for (const [rowIndex, row] of table.rows.entries()) {
    for (const [columnIndex, content] of row.cells.entries()) {
      yield { place: cell(table.name, rowIndex + 1, columnIndex + 1), text: textOf(content) };
    }
  }
}

function* textsOfBlock(block: Block, place: string): Generator<PlacedText> {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      yield { place, text: block.text };
      break;
    case 'list':
      for (const text of block.items) yield { place, text };
      break;
    case 'notice':
      for (const text of [block.title, ...block.items]) yield { place, text };
      break;
    case 'code':
      for (const text of block.groups) yield { place, text };
      break;
    case 'table':
      yield* textsOfTable(block.table);
      break;
    case 'balance':
      for (const { label, value } of block.balance.steps) yield { place, text: label + value };
      yield { place, text: block.balance.word + block.balance.amount };
      break;
    case 'transfer':
      yield { place: DOCUMENT_TEXT.place.transfer, text: block.transfer.text };
      for (const { label, value } of block.transfer.details) {
        yield { place: DOCUMENT_TEXT.place.transfer, text: label + value };
      }
      break;
    case 'bars':
      for (const { label } of block.bars.pairs) yield { place: DOCUMENT_TEXT.place.chart, text: label };
      break;
    case 'months':
      for (const { name } of block.chart.series) yield { place: DOCUMENT_TEXT.place.chart, text: name };
      break;
  }
}

function* textsOf(document: PrintedDocument): Generator<PlacedText> {
  const { office, address, facts, title, section } = DOCUMENT_TEXT.place;
  const sender = [document.office.name, ...document.office.address, document.office.phone ?? ''];
  for (const text of [...sender, document.office.email ?? '']) yield { place: office, text };
  for (const [index, text] of (document.recipient ?? []).entries()) yield { place: address(index + 1), text };
  for (const fact of document.facts) yield { place: facts(fact.label), text: fact.label + fact.value };
  yield { place: title, text: document.title + document.documentNumber };
  for (const part of document.sections) {
    let heading = document.title;
    for (const block of part.blocks) {
      if (block.kind === 'heading') heading = block.text;
      yield* textsOfBlock(block, section(heading));
    }
  }
}

/** Invisible marks the drawing takes out or understands. */
const NEVER_DRAWN = new Set(['\u00ad', '\n']);

/**
 * The document with its texts composed, or which character no face knows and where it stands. The failure names
 * the place and the code point, never the text around it.
 */
export function printable(
  document: PrintedDocument,
  hasGlyph: (codePoint: number) => boolean,
): Result<PrintedDocument, NotPrintable> {
  const clean = cleaned(document);
  const seen = new Map<string, boolean>();
  for (const { place, text } of textsOf(clean)) {
    for (const character of text) {
      let known = seen.get(character);
      if (known === undefined) {
        known = NEVER_DRAWN.has(character) || hasGlyph(character.codePointAt(0) ?? 0);
        seen.set(character, known);
      }
      if (!known)
        return fail({ code: 'TEXT_NOT_PRINTABLE', message: DOCUMENT_TEXT.notPrintable(character, place) });
    }
  }
  return succeed(clean);
}
