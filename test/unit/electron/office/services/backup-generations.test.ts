import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outdatedBackups, type DatedBackup } from '#office/services/backup-generations.ts';

const NOW = new Date('2026-03-31T12:00:00.000Z');

function taken(daysAgo: number, hour = 3): DatedBackup {
  const takenAt = new Date(NOW.getTime() - daysAgo * 86_400_000);
  takenAt.setUTCHours(hour);
  return { name: `${daysAgo}-${hour}`, takenAt };
}

function keptOf(backups: readonly DatedBackup[]): string[] {
  const outdated = new Set(outdatedBackups(backups, NOW).map(({ name }) => name));
  return backups.map(({ name }) => name).filter((name) => !outdated.has(name));
}

describe('backup generations', () => {
  it('keep seven days, four weeks and twelve months of a daily backup', () => {
    const daily = Array.from({ length: 500 }, (_, daysAgo) => taken(daysAgo));
    const kept = keptOf(daily).map((name) => Number(name.split('-')[0]));
    expect(kept.slice(0, 7)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    // Sundays that are not among the seven days, then the last days of months.
    expect(kept.slice(7)).toEqual([9, 16, 31, 59, 90, 121, 151, 182, 212, 243, 274, 304, 335]);
  });

  it('keep everything of today, and the last of every other day', () => {
    const backups = [taken(0, 3), taken(0, 9), taken(0, 10), taken(3, 3), taken(3, 18)];
    expect(keptOf(backups)).toEqual(['0-3', '0-9', '0-10', '3-18']);
  });

  it('never shrink because time passes without a backup', () => {
    const before = [taken(400), taken(401), taken(402)];
    expect(keptOf(before)).toEqual(['400-3', '401-3', '402-3']);
  });

  it("always keep the newest, and never more than 23 besides today's", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 800 }), { minLength: 1, maxLength: 300 }),
        (days) => {
          const kept = keptOf(days.map((day) => taken(day)));
          expect(kept).toContain(`${Math.min(...days)}-3`);
          expect(kept.length).toBeLessThanOrEqual(23);
        },
      ),
    );
  });
});
