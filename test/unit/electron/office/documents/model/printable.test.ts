import { describe, expect, it } from 'vitest';
import { openFaces } from '#office/documents/drawing/faces.ts';
import { printable } from '#office/documents/model/printable.ts';
import { entry, words } from '#office/documents/model/table.ts';
import { letterWith } from '../letter.ts';

const { regular } = openFaces();
const hasGlyph = (codePoint: number): boolean => regular.hasGlyph(codePoint);

describe('asking whether a document can be printed', () => {
  it('names the place and the code point of a character no face has, never the person', () => {
    const outcome = printable(letterWith([], { recipient: ['王小明', 'Max-Planck-Ring 6A'] }), hasGlyph);
    expect(outcome.ok).toBe(false);
    if (outcome.ok) return;
    expect(outcome.error.code).toBe('TEXT_NOT_PRINTABLE');
    expect(outcome.error.message).toContain('U+738B');
    expect(outcome.error.message).toContain('Anschrift, Zeile 1');
    expect(outcome.error.message).not.toContain('王');
  });

  it('finds it in the cell of a table', () => {
    const table = { name: 'Alle Nutzer', columns: [words('Nutzer')], rows: [entry('Timo'), entry('🔥')] };
    const outcome = printable(letterWith([{ kind: 'table', table }]), hasGlyph);
    expect(outcome).toMatchObject({
      error: { message: expect.stringContaining('Tabelle „Alle Nutzer“, Zeile 2') },
    });
  });

  it('composes accents that came apart and turns control characters into spaces', () => {
    const outcome = printable(letterWith([], { recipient: ['Mu\u0308ller\tGbR'] }), hasGlyph);
    expect(outcome).toMatchObject({ ok: true, value: { recipient: ['Müller GbR'] } });
  });

  it('refuses characters that would turn the reading direction', () => {
    expect(printable(letterWith([], { recipient: ['Timo \u202ereckeB'] }), hasGlyph).ok).toBe(false);
  });

  it('keeps a paragraph sign and its number on one line', () => {
    const outcome = printable(letterWith([{ kind: 'paragraph', text: 'nach § 7 Abs. 1 S. 2' }]), hasGlyph);
    const text = 'nach §\u00a07 Abs.\u00a01 S.\u00a02';
    expect(outcome).toMatchObject({ value: { sections: [{ blocks: [{ text }] }] } });
  });
});
