import { describe, expect, it } from 'vitest';
import { daysSince, formatMoment, formatTime, today } from '../../../../renderer/lib/moment.ts';

describe('a moment', () => {
  it('is told in the time of Berlin, in winter and in summer', () => {
    expect(formatMoment('2026-01-15T23:30:00Z')).toBe('16.01.2026 00:30');
    expect(formatMoment('2026-07-15T22:30:00Z')).toBe('16.07.2026 00:30');
    expect(formatTime('2026-11-22T07:12:00Z')).toBe('08:12');
  });

  it('is right in both nights that change the clocks', () => {
    expect(formatMoment('2026-03-29T01:00:00Z')).toBe('29.03.2026 03:00');
    expect(formatMoment('2026-10-25T01:00:00Z')).toBe('25.10.2026 02:00');
  });

  it('belongs to the day it is in the office', () => {
    expect(today(new Date('2026-11-21T23:30:00Z'))).toBe('2026-11-22');
    expect(today(new Date('2026-11-21T22:30:00Z'))).toBe('2026-11-21');
  });

  it('is as many whole days ago', () => {
    const now = new Date('2026-11-22T12:00:00Z');
    expect(daysSince('2026-11-22T01:00:00Z', now)).toBe(0);
    expect(daysSince('2026-11-14T11:00:00Z', now)).toBe(8);
  });
});
