import { describe, expect, it } from 'vitest';
import { plainDateOf } from '#shared/model/plain-date.ts';
import { openFaces } from '#office/documents/drawing/faces.ts';
import { recoverySheet, renderRecoverySheet } from '#office/documents/recovery-sheet.ts';
import { lacks, pagesOf } from '../../../../support/tools.ts';
import { wordsOf } from './words-of.ts';

const input = {
  code: ['7ZK3', 'Q9M2', 'A1B2', 'C3D4', 'E5F6', 'G7H8', 'J9K0', 'MNPQ', 'RSTV'],
  vaultId: 'ilmtal-2026',
  issuedOn: plainDateOf('2026-11-22'),
  officeName: 'Messdienst Ilmtal GmbH',
};

describe('the recovery sheet', () => {
  it('shows the groups of the code, the vault, the day and where to keep it', () => {
    const words = wordsOf(recoverySheet(input));
    expect(words).toContain(input.code.join(' '));
    expect(words).toContain('22.11.2026');
    expect(words).toContain('Bankschließfach');
  });

  it('keeps the code out of the file’s properties', () => {
    const { title, description, documentNumber } = recoverySheet(input);
    for (const group of input.code) expect(title + description + documentNumber).not.toContain(group);
  });

  it('leaves no word of the code in the memory of the faces', async () => {
    let shaped = 0;
    const { semibold } = openFaces();
    const rendered = await renderRecoverySheet(input);
    expect(rendered.ok).toBe(true);
    const { font } = semibold;
    const original = font.glyphsForString.bind(font);
    font.glyphsForString = (text) => {
      shaped += 1;
      return original(text);
    };
    semibold.widthOf('7ZK3');
    font.glyphsForString = original;
    expect(shaped).toBe(1);
  });
});

describe.skipIf(lacks('pdftotext'))('the PDF of the recovery sheet', () => {
  it('is one page with every group in it', async () => {
    const rendered = await renderRecoverySheet(input);
    const pages = pagesOf(rendered.ok ? rendered.value : new Uint8Array());
    expect(pages).toHaveLength(1);
    for (const group of input.code) expect(pages[0]).toContain(group);
  });
});
