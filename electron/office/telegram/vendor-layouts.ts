/** Manufacturers' own data blocks whose layout is publicly described precisely enough to bill from: data, no code. */
import type { ReadingQuantity, RegisterUnit } from '#shared/model/reading.ts';

/** Where a number stands in a block and how it is coded. */
export interface NumberField {
  readonly at: number;
  readonly length: number;
  readonly coding: 'binary' | 'bcd';
}

/**
 * Where a day stands in a block: type G of EN 13757-3, Techem's day of a past year, or Techem's day and month of the
 * year that follows the due date.
 */
export interface DayField {
  readonly at: number;
  readonly coding: 'type G' | 'techem' | 'techem without year';
}

export interface VendorLayout {
  readonly maker: string;
  readonly kind: string;
  /** Where the layout is described. */
  readonly source: string;
  readonly manufacturers: readonly string[];
  readonly versions: readonly number[] | 'any';
  readonly deviceTypes: readonly number[];
  /** The block is the whole application layer behind one of these CI bytes, or the data of one record. */
  readonly block: { readonly ci: readonly number[] } | { readonly record: string };
  /** Bytes that must stand as described, by position; several values where several are known. */
  readonly fixed: readonly { readonly at: number; readonly values: readonly number[] }[];
  readonly quantity: ReadingQuantity;
  readonly unit: RegisterUnit;
  readonly exponent: number;
  readonly current: NumberField;
  /** True when `current` counts from the due date, although the register of this medium never starts anew. */
  readonly isCurrentSinceDueDate: boolean;
  readonly due: NumberField;
  readonly dueDate: DayField;
  /** The day the meter itself gives for `current`; null when it gives none. */
  readonly currentDate: DayField | null;
  readonly month: NumberField | null;
  readonly monthDate: DayField | null;
  /** Temperatures of room and radiator in hundredths of a degree. */
  readonly roomTemperature: NumberField | null;
  readonly radiatorTemperature: NumberField | null;
}

function binary(at: number, length: number): NumberField {
  return { at, length, coding: 'binary' };
}

function bcd(at: number, length: number): NumberField {
  return { at, length, coding: 'bcd' };
}

const TECHEM_DATA_III = {
  maker: 'Techem',
  kind: 'Heizkostenverteiler data III (Radio 3)',
  source: 'wmbusmeters, driver fhkvdataiii; FHEM, module 36_WMBUS (Techem)',
  manufacturers: ['TCH'],
  deviceTypes: [0x80],
  quantity: 'allocation',
  unit: 'HCA',
  exponent: 0,
  dueDate: { at: 1, coding: 'techem' },
  due: binary(3, 2),
  currentDate: { at: 5, coding: 'techem without year' },
  current: binary(7, 2),
  isCurrentSinceDueDate: false,
  month: null,
  monthDate: null,
} as const;

const QUNDIS_WALK_BY = {
  maker: 'Qundis/Siemens',
  source: 'wmbusmeters, drivers qcaloric and qwaterv2 (walk-by block of type 2)',
  manufacturers: ['QDS', 'LSE'],
  versions: 'any',
  block: { record: '0DFF5F' },
  current: bcd(12, 4),
  isCurrentSinceDueDate: false,
  dueDate: { at: 16, coding: 'type G' },
  due: bcd(18, 4),
  monthDate: { at: 22, coding: 'type G' },
  month: bcd(24, 4),
  currentDate: null,
  roomTemperature: null,
  radiatorTemperature: null,
} as const;

export const VENDOR_LAYOUTS: readonly VendorLayout[] = [
  {
    ...TECHEM_DATA_III,
    versions: [0x69],
    block: { ci: [0xa0] },
    fixed: [{ at: 0, values: [0x01, 0x11] }],
    roomTemperature: binary(9, 2),
    radiatorTemperature: binary(11, 2),
  },
  {
    ...TECHEM_DATA_III,
    versions: [0x94],
    block: { ci: [0xa2] },
    fixed: [{ at: 0, values: [0x0f] }],
    roomTemperature: binary(10, 2),
    radiatorTemperature: binary(12, 2),
  },
  {
    maker: 'Techem',
    kind: 'Wasserzähler MK Radio 3',
    source: 'wmbusmeters, driver mkradio3',
    manufacturers: ['TCH'],
    versions: [0x74],
    deviceTypes: [0x62, 0x72],
    block: { ci: [0xa2] },
    fixed: [{ at: 0, values: [0x06] }],
    quantity: 'volume',
    unit: 'm3',
    exponent: -1,
    dueDate: { at: 1, coding: 'techem' },
    due: binary(3, 2),
    currentDate: { at: 5, coding: 'techem without year' },
    current: binary(7, 2),
    isCurrentSinceDueDate: true,
    month: null,
    monthDate: null,
    roomTemperature: null,
    radiatorTemperature: null,
  },
  {
    ...QUNDIS_WALK_BY,
    kind: 'Heizkostenverteiler Q caloric (Walk-by)',
    deviceTypes: [0x08],
    fixed: [
      { at: 1, values: [0x82] },
      { at: 7, values: [0x07] },
      { at: 8, values: [0xb0] },
      { at: 9, values: [0x6e] },
    ],
    quantity: 'allocation',
    unit: 'HCA',
    exponent: 0,
  },
  {
    ...QUNDIS_WALK_BY,
    kind: 'Wasserzähler Q water (Walk-by)',
    deviceTypes: [0x06, 0x07, 0x16],
    fixed: [
      { at: 1, values: [0x82] },
      { at: 7, values: [0x07] },
      { at: 8, values: [0xc1] },
      { at: 9, values: [0x13] },
    ],
    quantity: 'volume',
    unit: 'm3',
    exponent: -3,
  },
];
