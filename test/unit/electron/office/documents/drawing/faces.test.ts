import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFaces } from '#office/documents/drawing/faces.ts';

const { regular, semibold } = openFaces();

describe('the faces of the documents', () => {
  it('are those of the pinned font package, byte for byte', () => {
    const packageFolder = dirname(createRequire(import.meta.url).resolve('source-sans/package.json'));
    for (const file of ['SourceSans3-Regular.ttf', 'SourceSans3-Semibold.ttf']) {
      const shipped = readFileSync(new URL(`../../../../../../resources/fonts/${file}`, import.meta.url));
      expect(shipped.equals(readFileSync(join(packageFolder, 'TTF', file)))).toBe(true);
    }
  });

  it('know the letters of the names that live in a house, and the signs of a bill', () => {
    for (const character of 'äöüßẞŁłřőşığÇñœÞŽđ€²³₂‰·–−×→≥●▲½⅓') {
      expect([character, regular.hasGlyph(character.codePointAt(0) ?? 0)]).toEqual([character, true]);
      expect([character, semibold.hasGlyph(character.codePointAt(0) ?? 0)]).toEqual([character, true]);
    }
    expect(regular.hasGlyph('中'.codePointAt(0) ?? 0)).toBe(false);
  });

  it('set every figure equally wide, so that columns of amounts line up', () => {
    const widths = new Set(Array.from('0123456789−', (digit) => regular.widthOf(digit)));
    expect(widths.size).toBe(1);
    expect(regular.widthOf('1.234,56')).toBe(regular.widthOf('7.890,12'));
  });

  it('give each caller positions of its own, for pdfkit scales them in place', () => {
    const first = regular.font.layout('Wasser');
    for (const position of first.positions) position.xAdvance = 0;
    const second = regular.font.layout('Wasser');
    expect(second.positions.every((position) => position.xAdvance > 0)).toBe(true);
  });
});
