/** Short ways to write the blocks of a document. */
import type { Block } from './printed-document.ts';
import type { Table } from './table.ts';

export function heading(text: string): Block {
  return { kind: 'heading', level: 2, text };
}

export function subheading(text: string): Block {
  return { kind: 'heading', level: 3, text };
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

/** A remark in muted type. */
export function smallPrint(text: string): Block {
  return { kind: 'paragraph', text, style: 'small' };
}

export function tableBlock(table: Table): Block {
  return { kind: 'table', table };
}

export function list(items: readonly string[]): Block {
  return { kind: 'list', items };
}

/** What to say about a value when there is one, else nothing. */
export function given<T, B>(value: T | undefined | null, blocks: (value: T) => B[]): B[] {
  return value === undefined || value === null ? [] : blocks(value);
}
