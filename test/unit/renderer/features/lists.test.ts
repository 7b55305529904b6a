import { describe, expect, it } from 'vitest';
import type { BillingRun, BillingRunSummary, Finding } from '#shared/contract/billing.ts';
import type { PropertySummary } from '#shared/contract/properties.ts';
import { centsOf } from '#shared/model/money.ts';
import { plainDateOf } from '#shared/model/plain-date.ts';
import { boardOf } from '../../../../renderer/features/billing/billing-board.ts';
import {
  changeRow,
  countChanges,
  duplicateRow,
  keptRows,
  newRow,
} from '../../../../renderer/features/costs/cost-rows.ts';
import { isWritten } from '../../../../renderer/features/paste/written-rows.ts';
import {
  isOpen,
  nextAfterAnswer,
  nextOpen,
  reviewLines,
} from '../../../../renderer/features/review/review-lines.ts';
import { monthlyPayments } from '../../../../renderer/features/tenancies/monthly-payments.ts';

describe('the costs grid', () => {
  const kept = keptRows([newRow('x', 'Gas').cost, newRow('y', 'Wartung').cost]);
  const [first] = kept;
  const key = first?.key ?? '';

  it('counts what was changed, added and taken away', () => {
    expect(countChanges(kept, changeRow(kept, key, { label: 'Erdgas' }))).toBe(1);
    expect(countChanges(kept, [...kept, newRow('new', 'Strom')])).toBe(1);
    expect(countChanges(kept, kept.slice(1))).toBe(1);
  });

  it('does not count a value that was changed back', () =>
    expect(
      countChanges(kept, changeRow(changeRow(kept, key, { label: 'Erdgas' }), key, { label: 'Gas' })),
    ).toBe(0));

  it('doubles a row below it, as a new one', () => {
    const rows = duplicateRow(kept, key, 'copy');
    expect(rows.map((row) => row.cost.label)).toEqual(['Gas', 'Gas', 'Wartung']);
    expect(rows[1]?.cost.id).toBeNull();
  });
});

describe('monthly payments', () => {
  it('arrive on the same day, or on the last one of a short month', () =>
    expect(
      monthlyPayments(centsOf(12_000), plainDateOf('2025-01-31'), plainDateOf('2025-04-30')).map(
        ({ paidOn }) => paidOn,
      ),
    ).toEqual(['2025-01-31', '2025-02-28', '2025-03-31', '2025-04-30']));

  it('are none when the last day lies before the first', () =>
    expect(monthlyPayments(centsOf(1), plainDateOf('2025-02-01'), plainDateOf('2025-01-01'))).toEqual([]));
});

describe('the board of bills', () => {
  const period = { id: 7, from: plainDateOf('2025-01-01'), to: plainDateOf('2025-12-31') };
  const property = {
    id: 1,
    name: 'Stadtpark Suites',
    period: { ...period, dueOn: plainDateOf('2026-12-31'), stage: 'missing' },
  } as unknown as PropertySummary;
  const run = {
    id: 3,
    propertyId: 2,
    propertyName: 'Ringhof',
    periodId: 9,
    period,
    dueOn: plainDateOf('2026-06-30'),
    stage: 'draft',
  } as unknown as BillingRunSummary;

  it('holds runs and what is still missing, the nearest deadline first', () =>
    expect(boardOf([run], [property], undefined).map(({ key }) => key)).toEqual(['run.3', 'missing.7']));

  it('does not call missing what was drafted', () => {
    const drafted = { ...run, periodId: period.id } as unknown as BillingRunSummary;
    expect(boardOf([drafted], [property], undefined).map(({ key }) => key)).toEqual(['run.3']);
  });

  it('shows one property when asked', () =>
    expect(boardOf([run], [property], 1).map(({ key }) => key)).toEqual(['missing.7']));
});

function finding(key: string, severity: Finding['severity'], acceptedBecause: string | null = null): Finding {
  return { key, severity, acceptedBecause } as Finding;
}

describe('the review list', () => {
  const run = {
    id: 1,
    findings: [finding('a', 'warns', 'geprüft'), finding('b', 'warns'), finding('c', 'blocks')],
  } as unknown as BillingRun;
  const lines = reviewLines([run]);

  it('puts what blocks first and what was accepted last', () =>
    expect(lines.map((line) => line.finding.key)).toEqual(['c', 'b', 'a']));

  it('steps through what is open, round and round', () => {
    expect(lines.filter(isOpen)).toHaveLength(2);
    const [first, second] = lines;
    expect(nextOpen(lines, null, 1)).toBe(first);
    expect(nextOpen(lines, first?.key ?? '', 1)).toBe(second);
    expect(nextOpen(lines, second?.key ?? '', 1)).toBe(first);
    expect(nextOpen(lines, first?.key ?? '', -1)).toBe(second);
    expect(nextOpen([], null, 1)).toBeUndefined();
  });

  it('goes on after an answer, and ends with the last one', () => {
    const [first, second] = lines;
    expect(nextAfterAnswer(lines, first?.key ?? '')).toBe(second);
    expect(nextAfterAnswer(lines.slice(1), second?.key ?? '')).toBeUndefined();
  });
});

describe('a pasted row', () => {
  it('is written when it is new or changed', () =>
    expect(
      (['new', 'changed', 'unchanged', 'conflict', 'faulty'] as const).filter((verdict) =>
        isWritten({ verdict }),
      ),
    ).toEqual(['new', 'changed']));
});
