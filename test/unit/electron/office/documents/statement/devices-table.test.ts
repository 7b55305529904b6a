import { describe, expect, it } from 'vitest';
import type { DeviceUse } from '#office/documents/statement/device-uses.ts';
import { deviceCells } from '#office/documents/statement/devices-table.ts';
import type { StatementInput } from '#office/documents/statement/statement-input.ts';
import type { Device } from '#shared/billing/case/devices.ts';
import { plainDateOf } from '#shared/model/plain-date.ts';
import { rational } from '#shared/model/rational.ts';

const YEAR = { from: plainDateOf('2025-01-01'), to: plainDateOf('2025-12-31') };
const EVE = plainDateOf('2024-12-31');

function cellsOf(closing: 'manual' | 'telegram'): readonly unknown[] {
  const device = {
    id: 'device-1',
    serial: '44310007',
    kind: 'warmWaterMeter',
    register: 'm3',
    room: 'Bad',
    readings: [
      { date: EVE, value: '12', origin: { kind: 'telegram', id: '1' }, quality: 'measured' },
      { date: YEAR.to, value: '40', origin: { kind: closing, id: '2' }, quality: 'measured' },
    ],
  } as unknown as Device;
  const use = {
    device: 'device-1',
    opening: { date: EVE, value: rational(12n) },
    closing: { date: YEAR.to, value: rational(40n) },
    difference: rational(28n),
    factor: null,
    consumption: { value: rational(28n), unit: 'm3' },
    isPartByTime: false,
    isEstimated: false,
  } as unknown as DeviceUse;
  return deviceCells(use, YEAR, { case: { devices: [device] } } as unknown as StatementInput);
}

describe('the table of meters', () => {
  it('marks a reading that was taken by hand, and no other', () => {
    expect(cellsOf('manual').slice(3, 5)).toEqual(['12,000', 'von Hand\u00a040,000']);
    expect(cellsOf('telegram').slice(3, 5)).toEqual(['12,000', '40,000']);
  });
});
