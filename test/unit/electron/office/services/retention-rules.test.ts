import { describe, expect, it } from 'vitest';
import { firstDayAfterRetention, lastExpiredDay } from '#office/services/retention-rules.ts';
import { plainDateOf } from '#shared/model/plain-date.ts';

describe('retention', () => {
  it('runs full years from the end of the year', () => {
    expect(firstDayAfterRetention(plainDateOf('2022-01-01'), 3)).toBe('2026-01-01');
    expect(firstDayAfterRetention(plainDateOf('2022-12-31'), 3)).toBe('2026-01-01');
  });

  it('is over for what ended by the last day of the year before', () => {
    expect(lastExpiredDay(plainDateOf('2026-01-01'), 3)).toBe('2022-12-31');
    expect(lastExpiredDay(plainDateOf('2025-12-31'), 3)).toBe('2021-12-31');
    expect(lastExpiredDay(plainDateOf('2026-06-30'), 10)).toBe('2015-12-31');
  });
});
