import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centsOf } from '#shared/model/money.ts';
import { giroCodeMatrix, giroCodeText } from '#office/documents/giro-code.ts';

const transfer = {
  payee: 'Remo Reichel',
  iban: 'DE89 3704 0044 0532 0130 00',
  amount: centsOf(35_486),
  purpose: 'HK-2025-0001',
};

describe('the GiroCode of a statement', () => {
  it('says what EPC069-12 wants, line by line', () => {
    expect(giroCodeText(transfer)?.split('\n')).toEqual([
      'BCD',
      '002',
      '1',
      'SCT',
      '',
      'Remo Reichel',
      'DE89370400440532013000',
      'EUR354.86',
      '',
      '',
      'HK-2025-0001',
    ]);
  });

  it('is not printed where nothing is to be paid', () => {
    expect(giroCodeText({ ...transfer, amount: centsOf(0) })).toBeNull();
    expect(giroCodeText({ ...transfer, amount: centsOf(-1) })).toBeNull();
  });

  it('shortens names and purposes to what a transfer carries, and stays on its lines', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.string({ maxLength: 300 }),
        (payee, purpose) => {
          const text = giroCodeText({ ...transfer, payee, purpose });
          if (text === null) return;
          expect(Buffer.byteLength(text)).toBeLessThanOrEqual(331);
          const lines = text.split('\n');
          expect(lines).toHaveLength(11);
          expect(Array.from(lines[5] ?? '').length).toBeLessThanOrEqual(70);
          expect(Array.from(lines[10] ?? '').length).toBeLessThanOrEqual(140);
        },
      ),
    );
  });

  it('becomes a matrix of version 13 at most whose runs do not overlap', () => {
    const { size, runs } = giroCodeMatrix(giroCodeText(transfer) ?? '');
    expect(size).toBeLessThanOrEqual(69);
    const seen = new Set<string>();
    for (const { row, column, length } of runs) {
      for (let module = column; module < column + length; module += 1) seen.add(`${row}/${module}`);
    }
    expect(seen.size).toBe(runs.reduce((sum, run) => sum + run.length, 0));
    // the finder pattern's outer ring, top left
    expect(runs[0]).toEqual({ row: 0, column: 0, length: 7 });
  });
});
