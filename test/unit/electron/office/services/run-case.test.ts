import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explainFigure } from '#office/services/explain-figure.ts';
import { runCase } from '#office/services/run-case.ts';

function fixture(name: string): string {
  return readFileSync(new URL(`../../../../fixtures/billing/${name}.json`, import.meta.url), 'utf8');
}

/** A case with one thing changed. */
function changed(name: string, change: (given: Record<string, unknown>) => void): string {
  const given = JSON.parse(fixture(name)) as Record<string, unknown>;
  change(given);
  return JSON.stringify(given);
}

describe('running a case file', () => {
  it('gives the same bytes every time', () => {
    const once = JSON.stringify(runCase(fixture('full-02')));
    expect(JSON.stringify(runCase(fixture('full-02')))).toBe(once);
  });

  it('gives the same bytes in whatever order the lists are written', () => {
    const reversed = changed('full-02', (given) => {
      for (const list of ['units', 'tenancies', 'costs'])
        given[list] = (given[list] as unknown[]).toReversed();
    });
    expect(JSON.stringify(runCase(reversed))).toBe(JSON.stringify(runCase(fixture('full-02'))));
  });

  it('names the path of every fault with a German sentence', () => {
    const outcome = runCase(
      changed('full-02', (given) => {
        const units = given['units'] as { areas: Record<string, unknown> }[];
        if (units[1]) units[1].areas['living'] = 'viel';
        (given['costs'] as Record<string, unknown>[])[0] = { id: 'gas', target: 'joint' };
        given['colour'] = 'red';
      }),
    );
    expect(outcome.kind).toBe('invalid');
    const faults = outcome.kind === 'invalid' ? outcome.faults : [];
    expect(faults.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['units[1].areas.living', 'costs[0].label', 'costs[0].amount', 'colour']),
    );
    expect(faults.find(({ path }) => path === 'units[1].areas.living')?.message).toContain('Zahl');
  });

  it('finds references into nowhere and ids used twice', () => {
    const outcome = runCase(
      changed('full-02', (given) => {
        const tenancies = given['tenancies'] as Record<string, unknown>[];
        if (tenancies[0]) tenancies[0]['unit'] = 'Z';
        if (tenancies[2]) tenancies[2]['id'] = 'B1';
      }),
    );
    expect(outcome).toMatchObject({
      kind: 'invalid',
      faults: [{ path: 'tenancies[2].id' }, { path: 'tenancies[0].unit' }],
    });
  });

  it('says that a file is no JSON, and which kind of case it does not know', () => {
    expect(runCase('{')).toMatchObject({ kind: 'invalid', faults: [{ path: '' }] });
    expect(runCase('{"format":"stichtag-case","version":1,"kind":"poem"}')).toMatchObject({
      kind: 'invalid',
      faults: [{ path: 'kind' }],
    });
  });

  it('refuses a bill with a blocking finding, with its paragraph and cure', () => {
    const outcome = runCase(
      changed('full-02', (given) => {
        given['rules'] = { heating: { consumptionPercent: 80 }, hotWater: { consumptionPercent: 70 } };
      }),
    );
    expect(outcome.kind).toBe('refused');
    const [found] = outcome.kind === 'refused' ? outcome.findings : [];
    expect(found).toMatchObject({ code: 'SHARE_OUTSIDE_LIMITS', severity: 'blocking' });
    expect(found?.norm).toContain('§ 10');
    expect(found?.cure).not.toBe('');
  });
});

describe('explaining a figure of a result file', () => {
  const result = JSON.stringify(runCase(fixture('vac-01')));

  it('prints the chain down to invoice, reading and paragraph', () => {
    const explained = explainFigure(result, 'user.B1.heating.base');
    expect(explained.ok).toBe(true);
    const text = explained.ok ? explained.value : '';
    expect(text.split('\n')[0]).toMatch(
      /^\(1\) Grundkosten Heizung nach Tagen, Nutzer B1: 196,425.€ × 181.Tage ÷ 365.Tage = 97,405274.€; kaufmännisch gerundet: 97,41.€ \[§ 9b Abs\. 2 HeizkostenV\]$/,
    );
    expect(text).toContain('Rechnungsbetrag, Kosten „Kosten der Anlage“: 2.910,00');
  });

  it('takes the document with or without the envelope of the command line', () => {
    const { result: document } = JSON.parse(result) as { result: unknown };
    expect(explainFigure(JSON.stringify(document), 'pot.heating')).toEqual(
      explainFigure(result, 'pot.heating'),
    );
  });

  it('says what to do when the file is no result or has no such figure', () => {
    expect(explainFigure('{}', 'pot.heating')).toMatchObject({
      ok: false,
      error: { code: 'RESULT_UNREADABLE' },
    });
    expect(explainFigure(result, 'pot.tea')).toMatchObject({ ok: false, error: { code: 'FIGURE_UNKNOWN' } });
  });
});
