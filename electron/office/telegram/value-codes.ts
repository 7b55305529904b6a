/** What a value information byte means: the VIF tables of EN 13757-3, chapter 6, as data. */

/** The unit numbers are counted in before any display scaling; empty for numbers without one. */
export type BaseUnit =
  | 'HCA' | 'Wh' | 'J' | 'cal' | 'm3' | 'kg' | 'W' | 'J/h' | 'm3/h' | 'm3/min' | 'm3/s' | 'kg/h'
  | 'C' | 'K' | 'bar' | '%' | 'V' | 'A' | 'dBm' | 's' | 'min' | 'h' | 'd' | 'month' | 'y' | ''; // prettier-ignore

/**
 * How the data bytes are read: as a signed number, as a bit field, as a day or an instant, as an identification
 * (digits stay text) or, for manufacturers' codes, not at all.
 */
export type ValueKind = 'number' | 'flags' | 'date' | 'datetime' | 'identification' | 'opaque';

export interface ValueCode {
  readonly quantity: string;
  readonly unit: BaseUnit;
  /** Power of ten between the transmitted number and the unit. */
  readonly exponent: number;
  readonly kind: ValueKind;
}

interface Row {
  readonly first: number;
  readonly count: number;
  readonly quantity: string;
  readonly unit: BaseUnit;
  /** Exponent of the first code; every further code counts one up. */
  readonly exponent: number;
  readonly kind: ValueKind;
}

function row(
  first: number,
  count: number,
  quantity: string,
  unit: BaseUnit = '',
  exponent = 0,
  kind: ValueKind = 'number',
): Row {
  return { first, count, quantity, unit, exponent, kind };
}

/** Durations come in four codes: seconds, minutes, hours, days. */
function durations(first: number, quantity: string): Row[] {
  const units: readonly BaseUnit[] = ['s', 'min', 'h', 'd'];
  return units.map((unit, index) => row(first + index, 1, quantity, unit));
}

function table(rows: readonly Row[]): ReadonlyMap<number, ValueCode> {
  const codes = new Map<number, ValueCode>();
  for (const { first, count, quantity, unit, exponent, kind } of rows)
    for (let step = 0; step < count; step++)
      codes.set(first + step, { quantity, unit, exponent: exponent + step, kind });
  return codes;
}

/** Table 10: the seven-bit codes. 7B, 7C and 7D lead to other tables or to a unit in plain text. */
const PRIMARY = table([
  row(0x00, 8, 'energy', 'Wh', -3),
  row(0x08, 8, 'energy', 'J', 0),
  row(0x10, 8, 'volume', 'm3', -6),
  row(0x18, 8, 'mass', 'kg', -3),
  ...durations(0x20, 'on_time'),
  ...durations(0x24, 'operating_time'),
  row(0x28, 8, 'power', 'W', -3),
  row(0x30, 8, 'power', 'J/h', 0),
  row(0x38, 8, 'volume_flow', 'm3/h', -6),
  row(0x40, 8, 'volume_flow', 'm3/min', -7),
  row(0x48, 8, 'volume_flow', 'm3/s', -9),
  row(0x50, 8, 'mass_flow', 'kg/h', -3),
  row(0x58, 4, 'flow_temperature', 'C', -3),
  row(0x5c, 4, 'return_temperature', 'C', -3),
  row(0x60, 4, 'temperature_difference', 'K', -3),
  row(0x64, 4, 'external_temperature', 'C', -3),
  row(0x68, 4, 'pressure', 'bar', -3),
  row(0x6c, 1, 'date', '', 0, 'date'),
  row(0x6d, 1, 'datetime', '', 0, 'datetime'),
  row(0x6e, 1, 'hca', 'HCA'),
  ...durations(0x70, 'averaging_duration'),
  ...durations(0x74, 'actuality_duration'),
  row(0x78, 1, 'fabrication_no', '', 0, 'identification'),
  row(0x79, 1, 'enhanced_id', '', 0, 'identification'),
  row(0x7a, 1, 'bus_address', '', 0, 'identification'),
  row(0x7e, 1, 'any'),
  row(0x7f, 1, 'manufacturer_specific', '', 0, 'opaque'),
]);

/** Table 14: codes behind FB, mostly large units. */
const BEHIND_FB = table([
  row(0x00, 2, 'energy', 'Wh', 5),
  row(0x08, 2, 'energy', 'J', 8),
  row(0x0c, 4, 'energy', 'cal', 5),
  row(0x10, 2, 'volume', 'm3', 2),
  row(0x18, 2, 'mass', 'kg', 5),
  row(0x1a, 2, 'relative_humidity', '%', -1),
  row(0x28, 2, 'power', 'W', 5),
  row(0x30, 2, 'power', 'J/h', 8),
  row(0x74, 4, 'temperature_limit', 'C', -3),
  row(0x78, 8, 'cumulative_max_power', 'W', -3),
]);

/** Table 12: codes behind FD, mostly about the device itself. */
const BEHIND_FD = table([
  row(0x08, 1, 'access_number', '', 0, 'identification'),
  row(0x09, 1, 'medium', '', 0, 'identification'),
  row(0x0a, 1, 'manufacturer', '', 0, 'identification'),
  row(0x0b, 1, 'parameter_set', '', 0, 'identification'),
  row(0x0c, 1, 'model_version', '', 0, 'identification'),
  row(0x0d, 1, 'hardware_version', '', 0, 'identification'),
  row(0x0e, 1, 'firmware_version', '', 0, 'identification'),
  row(0x0f, 1, 'software_version', '', 0, 'identification'),
  row(0x10, 1, 'customer_location', '', 0, 'identification'),
  row(0x11, 1, 'customer', '', 0, 'identification'),
  row(0x17, 1, 'error_flags', '', 0, 'flags'),
  row(0x18, 1, 'error_mask', '', 0, 'flags'),
  row(0x1a, 1, 'digital_output', '', 0, 'flags'),
  row(0x1b, 1, 'digital_input', '', 0, 'flags'),
  ...durations(0x2c, 'duration_since_readout'),
  row(0x3a, 1, 'dimensionless'),
  row(0x40, 16, 'voltage', 'V', -9),
  row(0x50, 16, 'current', 'A', -12),
  row(0x60, 1, 'reset_counter'),
  row(0x61, 1, 'cumulation_counter'),
  row(0x66, 1, 'parameter_activation_state'),
  row(0x67, 1, 'special_supplier_info'),
  row(0x6c, 1, 'battery_operating_time', 'h'),
  row(0x6d, 1, 'battery_operating_time', 'd'),
  row(0x6e, 1, 'battery_operating_time', 'month'),
  row(0x6f, 1, 'battery_operating_time', 'y'),
  row(0x70, 1, 'battery_change', '', 0, 'datetime'),
  row(0x71, 1, 'rf_level', 'dBm'),
  row(0x74, 1, 'remaining_battery', 'd'),
]);

/** The table a code stands in: the byte that led to it, 0 for the primary one. */
export type CodeTable = 0 | 0xfb | 0xfd | 0xef;

/**
 * The meaning of a seven-bit code. Codes without one in the standard are named by table and number, such as
 * `FD28`; those of the reserved third table (EF) stay opaque.
 */
export function valueCode(from: CodeTable, code: number): ValueCode {
  const known = from === 0 ? PRIMARY : from === 0xfb ? BEHIND_FB : from === 0xfd ? BEHIND_FD : null;
  const prefix = from === 0 ? 'VIF' : from.toString(16).toUpperCase();
  return (
    known?.get(code) ?? {
      quantity: prefix + code.toString(16).toUpperCase().padStart(2, '0'),
      unit: '',
      exponent: 0,
      kind: known === null ? 'opaque' : 'number',
    }
  );
}

/** True for a code the standard gives no meaning: real meters avoid them, wrong keys produce them. */
export function isReservedCode(from: CodeTable, code: number): boolean {
  return from === 0xef || (from === 0 && !PRIMARY.has(code));
}
