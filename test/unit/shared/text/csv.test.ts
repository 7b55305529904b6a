import { describe, expect, it } from 'vitest';
import { writeCsv } from '#shared/text/csv.ts';

describe('a table for a German spreadsheet', () => {
  it('carries a mark, semicolons and quoted cells', () => {
    expect(
      writeCsv([
        ['Raum', 'kWh'],
        ['Bad; "oben"', '12,5'],
      ]),
    ).toBe('\ufeffRaum;kWh\r\n"Bad; ""oben""";12,5\r\n');
  });

  it('lets no cell be taken for a formula, and numbers below zero be numbers', () => {
    expect(writeCsv([['=1+1', '-12,5', '@x']])).toBe("\ufeff'=1+1;-12,5;'@x\r\n");
  });
});
