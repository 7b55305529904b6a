import { describe, expect, it } from 'vitest';
import { cutLike, monthsUntil, previousPeriod, sameLastYear } from '#shared/consumption/reference-periods.ts';
import type { Period } from '#shared/model/period.ts';
import { plainDateOf } from '#shared/model/plain-date.ts';

function stretch(from: string, to: string): Period {
  return { from: plainDateOf(from), to: plainDateOf(to) };
}

describe('the periods a consumption is compared with', () => {
  it('are whole months for whole months', () => {
    expect(previousPeriod(stretch('2026-03-01', '2026-03-31'))).toEqual(stretch('2026-02-01', '2026-02-28'));
    expect(previousPeriod(stretch('2025-01-01', '2025-12-31'))).toEqual(stretch('2024-01-01', '2024-12-31'));
    expect(sameLastYear(stretch('2025-02-01', '2025-02-28'))).toEqual(stretch('2024-02-01', '2024-02-29'));
  });

  it('are as many days for any other stretch', () => {
    expect(previousPeriod(stretch('2026-03-10', '2026-03-16'))).toEqual(stretch('2026-03-03', '2026-03-09'));
  });

  it('are cut where the running period is only partly known: like is compared with like', () => {
    const november = stretch('2026-11-01', '2026-11-30');
    expect(cutLike(previousPeriod(november), november, plainDateOf('2026-11-21'))).toEqual(
      stretch('2026-10-01', '2026-10-21'),
    );
    const march = stretch('2026-03-01', '2026-03-31');
    expect(cutLike(previousPeriod(march), march, plainDateOf('2026-03-30'))).toEqual(
      stretch('2026-02-01', '2026-02-28'),
    );
    expect(cutLike(previousPeriod(march), march, plainDateOf('2026-03-31'))).toEqual(
      stretch('2026-02-01', '2026-02-28'),
    );
  });

  it('stay whole while nothing of the period is known', () => {
    const november = stretch('2026-11-01', '2026-11-30');
    const october = previousPeriod(november);
    expect(cutLike(october, november, plainDateOf('2026-01-02'))).toEqual(october);
  });

  it('come as the months until one, oldest first', () => {
    const months = monthsUntil(plainDateOf('2026-01-15'), 3);
    expect(months).toEqual([
      stretch('2025-11-01', '2025-11-30'),
      stretch('2025-12-01', '2025-12-31'),
      stretch('2026-01-01', '2026-01-31'),
    ]);
  });
});
