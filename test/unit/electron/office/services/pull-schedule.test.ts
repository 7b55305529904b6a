import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextPullAt, type BeforeNextPull } from '#office/services/pull-schedule.ts';

const OPENED = new Date('2026-02-16T07:00:00Z');
const BEFORE: BeforeNextPull = { since: OPENED, lastAt: null, failedAt: null, openedAt: OPENED };

function at(instant: string): Date {
  return new Date(instant);
}

const someInstant = fc.date({
  min: at('2026-01-01T00:00:00Z'),
  max: at('2026-12-31T00:00:00Z'),
  noInvalidDate: true,
});
const someTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));

describe('the next pull', () => {
  it('is none while the schedule is off', () => {
    expect(nextPullAt({ kind: 'off' }, BEFORE)).toBeNull();
  });

  it('comes so many minutes after the last one, whoever began that', () => {
    const every = { kind: 'every', minutes: 30 } as const;
    expect(nextPullAt(every, BEFORE)).toEqual(at('2026-02-16T07:30:00Z'));
    const lastAt = at('2026-02-16T08:10:00Z');
    expect(nextPullAt(every, { ...BEFORE, lastAt })).toEqual(at('2026-02-16T08:40:00Z'));
  });

  it('comes daily at the office’s own time, in winter and in summer', () => {
    const daily = { kind: 'daily', at: '06:30' } as const;
    expect(nextPullAt(daily, BEFORE)).toEqual(at('2026-02-17T05:30:00Z'));
    const since = at('2026-07-01T02:00:00Z');
    expect(nextPullAt(daily, { ...BEFORE, since })).toEqual(at('2026-07-01T04:30:00Z'));
  });

  it('keeps to the clocks of the days on which they change', () => {
    const daily = { kind: 'daily', at: '02:30' } as const;
    const spring = { ...BEFORE, since: at('2026-03-28T12:00:00Z') };
    expect(nextPullAt(daily, spring)).toEqual(at('2026-03-29T01:30:00Z'));
    const autumn = { ...BEFORE, since: at('2026-10-24T12:00:00Z') };
    expect(nextPullAt(daily, autumn)).toEqual(at('2026-10-25T00:30:00Z'));
  });

  it('makes up for a missed time a minute after unlocking', () => {
    const lastAt = at('2026-02-14T05:30:00Z');
    const daily = { kind: 'daily', at: '06:30' } as const;
    expect(nextPullAt(daily, { ...BEFORE, since: lastAt, lastAt })).toEqual(at('2026-02-16T07:01:00Z'));
  });

  it('waits a quarter of an hour after a failure', () => {
    const failedAt = at('2026-02-16T08:00:00Z');
    const lastAt = at('2026-02-16T07:00:00Z');
    expect(nextPullAt({ kind: 'every', minutes: 60 }, { ...BEFORE, lastAt, failedAt })).toEqual(
      at('2026-02-16T08:15:00Z'),
    );
  });

  it('is always later than what it is reckoned from, and daily within 25 hours of it', () => {
    fc.assert(
      fc.property(someTime, someInstant, (time, since) => {
        const next = nextPullAt({ kind: 'daily', at: time }, { ...BEFORE, since, openedAt: new Date(0) });
        const laterMs = (next?.getTime() ?? 0) - since.getTime();
        expect(laterMs).toBeGreaterThan(0);
        expect(laterMs).toBeLessThanOrEqual(25 * 3_600_000);
      }),
    );
  });
});
