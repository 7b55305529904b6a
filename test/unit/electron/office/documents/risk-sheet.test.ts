import { describe, expect, it } from 'vitest';
import type { RiskLine } from '#shared/billing/bill.ts';
import { FINDING_SEVERITY, type FindingCode } from '#shared/billing/findings.ts';
import { centsOf, sumCents } from '#shared/model/money.ts';
import { formatPlainEuros } from '#shared/text/format.ts';
import { renderRiskSheet, riskSheet } from '#office/documents/risk-sheet.ts';
import { sampleInput } from './sample-house.ts';
import { rowsOf, tableOf, wordsOf } from './words-of.ts';

const input = sampleInput(9);

describe('the internal risk sheet', () => {
  it('names right, paragraph, base and euros for each tenant, and the sum', () => {
    const { lines } = input.bill.risk;
    expect(lines.length).toBeGreaterThan(0);
    const rows = rowsOf(tableOf(riskSheet(input), 'Beträge je Nutzer'));
    expect(rows).toHaveLength(lines.length + 2);
    for (const [index, line] of lines.entries()) {
      expect(rows[index + 1]).toContain(formatPlainEuros(line.base));
      expect(rows[index + 1]).toContain(formatPlainEuros(line.amount));
    }
    expect(rows.at(-1)).toContain(formatPlainEuros(sumCents(lines.map(({ amount }) => amount))));
  });

  it('says that it is internal and that nothing was deducted', () => {
    const words = wordsOf(riskSheet(input));
    expect(words).toContain('Nur für den internen Gebrauch');
    expect(words).toContain('Keiner dieser Beträge ist in einer Abrechnung abgezogen');
  });

  it('goes to nobody: it has no address', () => {
    expect(riskSheet(input).recipient).toBeUndefined();
  });

  it('shows a contested right as contested, and the narrower reading beside it', () => {
    const [line] = input.bill.risk.lines;
    const contested: RiskLine[] = line
      ? [{ ...line, contested: true, otherReading: { base: centsOf(1000), amount: centsOf(150) } }]
      : [];
    const bill = { ...input.bill, risk: { lines: contested, total: centsOf(0) } };
    const rows = rowsOf(tableOf(riskSheet({ ...input, bill }), 'Beträge je Nutzer'));
    expect(rows[1]?.[2]).toContain('umstritten');
    expect(rows[1]?.at(-1)).toBe('1,50');
  });

  it('says so when there is no right', async () => {
    const bill = { ...input.bill, risk: { lines: [], total: centsOf(0) } };
    expect(wordsOf(riskSheet({ ...input, bill }))).toContain('kein Kürzungsrecht');
    expect((await renderRiskSheet({ ...input, bill })).ok).toBe(true);
  });

  it('has a sentence for the cause of every right the engine finds', () => {
    const words = wordsOf(riskSheet(input));
    expect(words).toContain('nicht zwischenabgelesen');
    const codes = Object.keys(FINDING_SEVERITY) as FindingCode[];
    expect(
      input.bill.risk.lines
        .flatMap(({ triggers }) => triggers)
        .every((code) => codes.some((known) => known === code)),
    ).toBe(true);
  });
});
