import { describe, expect, it } from 'vitest';
import { judgeMeter, type MeterFacts } from '#office/services/judge-meter.ts';
import { plainDateOf } from '#shared/model/plain-date.ts';

const TODAY = plainDateOf('2026-02-16');
const STATUS = {
  raw: 0,
  application: 0,
  isBatteryLow: false,
  hasPermanentError: false,
  hasTemporaryError: false,
  manufacturerBits: 0,
};
const TELEGRAM = {
  outcome: 'ok',
  status: STATUS,
  receivedAtMs: Date.parse('2026-02-15T22:00:00Z'),
  rssiDbm: -71,
};
const SOUND: MeterFacts = {
  kind: 'warmWaterMeter',
  calibratedUntil: plainDateOf('2029-12-31'),
  installedOn: plainDateOf('2024-05-01'),
  isRadio: true,
  heard: 'received',
  telegram: TELEGRAM,
  register: { kind: 'warmWaterMeter', dueDay: null, recent: [], earlier: null, isInUse: true },
  swap: null,
  lastingSinceMs: () => Date.parse('2026-02-10T08:00:00Z'),
};

const codes = (change: Partial<MeterFacts>) =>
  judgeMeter({ ...SOUND, ...change }, TODAY).map(({ code }) => code);

const because = (outcome: string | null) => codes({ telegram: { ...TELEGRAM, outcome } });

const reports = (flags: Partial<typeof STATUS> | null) =>
  codes({ telegram: { ...TELEGRAM, status: flags && { ...STATUS, ...flags } } });

const until = (day: string) => ({ calibratedUntil: plainDateOf(day) });

describe('a meter', () => {
  it('that is sound has no message', () => {
    expect(codes({})).toEqual([]);
  });

  it('says why its telegrams cannot be read', () => {
    expect(because('NO_KEY')).toEqual(['missingKey']);
    expect(because('WRONG_KEY')).toEqual(['wrongKey']);
    expect(because('WRONG_KEY_SUSPECTED')).toEqual(['wrongKey']);
    expect(because('MAC_FAILED')).toEqual(['altered']);
    expect(because('PROPRIETARY_CI')).toEqual(['unreadable']);
    // A single disturbed telegram, or one that waits for its format, is replaced by the next.
    for (const passing of ['CRC_ERROR', 'TRUNCATED', 'COMPACT_FORMAT_UNKNOWN', 'noData', null])
      expect(because(passing)).toEqual([]);
  });

  it('reports its battery and its fault from the status byte; without one nothing is claimed', () => {
    expect(reports({ isBatteryLow: true })).toEqual(['batteryLow']);
    expect(reports({ hasPermanentError: true })).toEqual(['deviceFault']);
    expect(reports({ hasTemporaryError: true })).toEqual([]);
    expect(reports(null)).toEqual([]);
  });

  it('that is read by hand is never silent, and a new one may take two days to be heard', () => {
    expect(codes({ heard: 'silent' })).toEqual(['silent']);
    expect(codes({ heard: 'silent', isRadio: false })).toEqual([]);
    const unheard = { heard: 'never', telegram: null } as const;
    expect(codes(unheard)).toEqual(['neverHeard']);
    expect(codes({ ...unheard, installedOn: plainDateOf('2026-02-15') })).toEqual([]);
  });

  it('reminds of its calibration half a year before, allocators never', () => {
    expect(codes(until('2026-08-17'))).toEqual([]);
    expect(codes(until('2026-08-16'))).toEqual(['calibrationEnds']);
    expect(codes(until('2026-02-16'))).toEqual(['calibrationEnds']);
    expect(codes(until('2026-02-15'))).toEqual(['calibrationEnded']);
    expect(codes({ ...until('2026-02-15'), kind: 'allocator' })).toEqual([]);
  });

  it('is in another state when the silence is another one', () => {
    const [first] = judgeMeter({ ...SOUND, heard: 'silent' }, TODAY);
    const later = { ...TELEGRAM, receivedAtMs: TELEGRAM.receivedAtMs + 1 };
    const [second] = judgeMeter({ ...SOUND, heard: 'silent', telegram: later }, TODAY);
    expect(first?.state).not.toBe(second?.state);
  });
});
