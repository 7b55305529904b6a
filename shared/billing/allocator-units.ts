/** From a register to what counts: allocator units by their factor K (EN 834, EN 835), energy in kWh, water in m³. */
import { multiply, ONE, rational, type Rational } from '../model/rational.ts';
import { exactly } from './case/values.ts';
import type { Device } from './case/devices.ts';
import type { Figure, FigureUnit, Trace } from './trace.ts';

interface RegisterUnit {
  readonly unit: FigureUnit;
  readonly times: Rational;
}

const REGISTERS: Readonly<Record<Device['register'], RegisterUnit>> = {
  units: { unit: 'units', times: ONE },
  kWh: { unit: 'kWh', times: ONE },
  MWh: { unit: 'kWh', times: rational(1000) },
  GJ: { unit: 'kWh', times: rational(2500, 9) },
  m3: { unit: 'm3', times: ONE },
  l: { unit: 'm3', times: rational(1, 1000) },
};

/** The unit a meter's consumption counts in: allocator units, kWh or m³. */
export function unitOfDevice(device: Pick<Device, 'register'>): FigureUnit {
  return REGISTERS[device.register].unit;
}

/** The unit the register itself shows. */
export function registerUnit(device: Pick<Device, 'register'>): FigureUnit {
  return device.register;
}

/**
 * What one step of the register counts: K of an allocator on the unit scale (its factor, or KQ·KC·KT), 1 on the
 * product scale where K is already inside, the conversion of a meter. Null when an allocator on the unit scale, or
 * one that names no scale, lacks K.
 */
export function registerFactor(device: Pick<Device, 'kind' | 'register' | 'allocator'>): Rational | null {
  if (device.kind !== 'allocator') return REGISTERS[device.register].times;
  const { allocator } = device;
  if (allocator === undefined) return null;
  if (allocator.scale === 'product') return ONE;
  if (allocator.factor !== undefined) return exactly(allocator.factor);
  if (allocator.kq === undefined) return null;
  return [allocator.kc ?? 1, allocator.kt ?? 1].map(exactly).reduce(multiply, exactly(allocator.kq));
}

/** Counts a difference of the register: times K for an allocator, converted for a meter. */
export function countUnits(
  trace: Trace,
  id: string,
  difference: Figure,
  factor: Figure,
  unit: FigureUnit,
): Figure {
  return trace.derive(
    id,
    unit === 'units' ? 'ALLOCATOR_UNITS' : 'UNIT_CONVERSION',
    [difference, factor],
    unit,
  );
}
