import { describe, expect, it } from 'vitest';
import { proposeEstimate, type InstalledMeter } from '#office/services/propose-estimate.ts';
import type { StoredReading } from '#office/store/readings.ts';
import { decimalTextOf } from '#shared/model/decimal-text.ts';
import type { InstallationId, MeterId, MeterKind } from '#shared/model/meter.ts';
import { plainDateOf } from '#shared/model/plain-date.ts';
import type { PropertyId } from '#shared/model/property.ts';
import type { RoomId, UnitId } from '#shared/model/unit.ts';

const PERIOD = { from: plainDateOf('2025-01-01'), to: plainDateOf('2025-12-31') };

type Sent = readonly [register: StoredReading['register'], day: string, units: bigint];

function installed(
  id: number,
  factor: string,
  sent: readonly Sent[],
  kind: MeterKind = 'allocator',
): InstalledMeter {
  const meterId = id as MeterId;
  return {
    meter: {
      id: meterId,
      kind,
      serial: null,
      address: { manufacturer: 'EFE', id: '61200000', version: 2, deviceType: 8 },
    },
    place: {
      id: id as InstallationId,
      meterId,
      propertyId: 1 as PropertyId,
      unitId: 1 as UnitId,
      roomId: 1 as RoomId,
      position: null,
      from: plainDateOf('2021-05-17'),
      to: null,
      scale: 'unit',
      factor: decimalTextOf(factor),
      dueDay: '12-31',
      remoteReadable: true,
      interoperable: true,
    },
    room: { id: 1 as RoomId, unitId: 1 as UnitId, name: 'Kinderzimmer', areaM2: decimalTextOf('15.6') },
    readings: sent.map(([register, day, mantissa], index) => ({
      id: index,
      meterId,
      register,
      quantity: 'allocation',
      value: { mantissa, exponent: 0, unit: 'HCA' },
      date: plainDateOf(day),
      dateInferred: false,
      storage: 0,
      origin: { telegramId: index },
    })),
  };
}

const silent = installed(1, '1.5', [
  ['dueDate', '2024-12-31', 400n],
  ['current', '2025-10-13', 300n],
]);
const heard = installed(2, '2', [
  ['dueDate', '2024-12-31', 1000n],
  ['dueDate', '2025-12-31', 900n],
]);

describe('the proposal for a silent allocator', () => {
  it('is its own value of the year before, scaled by how the others developed', () => {
    expect(proposeEstimate(silent, [silent, heard], PERIOD, 1)).toEqual({
      method: 'previousPeriod',
      why: 'deviceFailure',
      reason: 'Das Gerät hat zuletzt am 13.10.2025 gesendet und ist seitdem stumm; ein Stichtagswert fehlt',
      consumption: '600',
      period: { from: '2024-01-01', to: '2024-12-31' },
      othersThen: '2000',
      othersNow: '1800',
      affectedAreaM2: '15.6',
    });
  });

  it('is not made for one that was read, nor for a meter that is no allocator', () => {
    expect(proposeEstimate(heard, [silent, heard], PERIOD, 1)).toBeNull();
    const water = installed(3, '1', [['dueDate', '2024-12-31', 5n]], 'warmWaterMeter');
    expect(proposeEstimate(water, [water, heard], PERIOD, 1)).toBeNull();
  });

  it('is not made up where nothing comparable is known', () => {
    const unknown = installed(4, '1', [['current', '2025-03-01', 10n]]);
    expect(proposeEstimate(unknown, [unknown, heard], PERIOD, 1)).toBeNull();
    expect(proposeEstimate(silent, [silent], PERIOD, 1)).toBeNull();
  });
});
