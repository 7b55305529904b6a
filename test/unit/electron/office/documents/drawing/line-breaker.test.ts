import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines } from '#office/documents/drawing/line-breaker.ts';

/** One point a character: widths can be counted by eye. */
const measure = (text: string): number => Array.from(text).length;
/** What must survive: everything but the spaces and hyphens of the line ends. */
const bare = (value: string): string => value.replaceAll(/[ -]/g, '');
const lines = (text: string, width: number): string[] => breakLines(text, width, measure);

describe('breaking lines', () => {
  it('fills each line as far as it goes', () => {
    expect(lines('eins zwei drei vier', 9)).toEqual(['eins zwei', 'drei vier']);
  });

  it('keeps a text that fits as it is, even when it fits exactly', () => {
    expect(lines('eins zwei', 9)).toEqual(['eins zwei']);
  });

  it('breaks behind a hyphen between letters and never inside a negative number', () => {
    expect(lines('Müller-Lüdenscheidt', 12)).toEqual(['Müller-', 'Lüdenscheidt']);
    expect(lines('um -5 Grad', 5)).toEqual(['um -5', 'Grad']);
  });

  it('shows a soft hyphen only where a line ends at it', () => {
    expect(lines('Abrechnungs\u00adzeitraum', 14)).toEqual(['Abrechnungs-', 'zeitraum']);
    expect(lines('Abrechnungs\u00adzeitraum', 30)).toEqual(['Abrechnungszeitraum']);
  });

  it('never breaks at a no-break space', () => {
    expect(lines('Summe 1.234,56\u00a0€', 11)).toEqual(['Summe', '1.234,56\u00a0€']);
  });

  it('cuts a word that is wider than a line, with a hyphen between letters', () => {
    expect(lines('Wärmemengenzähler', 8)).toEqual(['Wärmeme-', 'ngenzäh-', 'ler']);
    expect(lines('1234567890', 4)).toEqual(['1234', '5678', '90']);
  });

  it('keeps line feeds', () => {
    expect(lines('eins\nzwei', 20)).toEqual(['eins', 'zwei']);
  });

  it('loses no character and exceeds no width', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'ß', 'Ł', '7', '-', '/', ' ', '€'), maxLength: 60 });
    fc.assert(
      fc.property(word, fc.integer({ min: 2, max: 20 }), (text, width) => {
        const broken = lines(text, width);
        for (const line of broken) expect(measure(line)).toBeLessThanOrEqual(width);
        expect(bare(broken.join(''))).toBe(bare(text));
      }),
    );
  });
});
