import { describe, expect, it } from 'vitest';
import { FINDING_SEVERITY, finding, type FindingCode } from '#shared/billing/findings.ts';
import { sayFinding } from '#shared/text/billing/findings.ts';

const DAYS = ['from', 'to', 'day', 'readOn', 'lastDay', 'date', 'until', 'deadline'];
const COUNTS = ['days', 'count', 'differenceCents'];
const FRACTIONS = [
  'percent',
  'perMille',
  'factor',
  'part',
  'whole',
  'temperatureC',
  'kwhPerM2',
  'centsPerKwh',
  'recordedShare',
];
const NAMES = ['first', 'second', 'tenancy', 'serial', 'reason', 'error', 'missing', 'ground'];

/** One of everything a finding may tell, as the checks hand it over: days ISO, fractions with a point, codes. */
const EVIDENCE = {
  ...Object.fromEntries(DAYS.map((name) => [name, '2025-12-31'])),
  ...Object.fromEntries(COUNTS.map((name) => [name, '1'])),
  ...Object.fromEntries(FRACTIONS.map((name) => [name, '12.5'])),
  ...Object.fromEntries(NAMES.map((name) => [name, 'Becker'])),
  keyDate: '12-31',
  pot: 'hotWater',
  key: 'livingArea',
  kind: 'administration',
  method: 'comparableRooms',
  unit: 'm3',
};

const codes = Object.keys(FINDING_SEVERITY) as FindingCode[];

describe('the sentence of every finding', () => {
  it.each(codes)('%s is a German sentence about one thing as well as about many', (code) => {
    const { message, norm, cure } = sayFinding(finding(code, [], EVIDENCE));
    const said = `${message} ${norm} ${cure}`;
    expect(message).toMatch(/^[A-ZÄÖÜ\d].*[.…]$|Becker$/);
    expect(said).not.toMatch(/undefined|NaN|[{}]/);
    expect(said).not.toMatch(/\d{4}-\d\d|\d\d-\d\d|\d\.\d+ %/);
    expect(said).not.toMatch(/\b1 (?:Tage|Geräte|Einheiten|Monate|Zähler)/);
    expect(said).not.toMatch(/hotWater|livingArea|administration|comparableRooms|\bm3\b/);
  });
});
