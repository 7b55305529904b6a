/** What a telegram says about the device and its surroundings, apart from what is billed. */
import type { PlainDate } from '#shared/model/plain-date.ts';
import type { DataRecord } from './data-records.ts';
import { isMainRegister, findRegister } from './main-registers.ts';
import { dayOfMoment, formatMoment } from './moment.ts';
import type { TelegramOutcome } from './telegram-outcome.ts';
import type { MeterStatus } from './transport-layer.ts';

/** A momentary value: `value` is for display only. */
export interface Measurement {
  readonly value: number;
  readonly unit: string;
}

/** A consumption register that is not billed as the main one: another tariff, subunit or direction. */
export interface SideRegister {
  readonly quantity: string;
  readonly tariff: number;
  readonly subunit: number;
  readonly storage: number;
  readonly direction: 'both' | 'forward' | 'backward';
  readonly mantissa: bigint;
  readonly exponent: number;
  readonly unit: string;
}

export interface DeviceReport {
  /** Null without a header: unknown, which is not the same as in order. */
  readonly status: MeterStatus | null;
  /** Bits of the error flags as sent; their meaning differs by vendor. Null when none were sent. */
  readonly errorFlags: bigint | null;
  readonly remainingBatteryDays: number | null;
  /** The meter's own date and time as it shows them, ISO 8601 without a zone. */
  readonly clock: string | null;
  readonly isSummerTime: boolean;
  /** The day the device went into error, when it sends one. */
  readonly errorDay: PlainDate | null;
  readonly flowTemperature: Measurement | null;
  readonly returnTemperature: Measurement | null;
  readonly roomTemperature: Measurement | null;
  readonly volumeFlow: Measurement | null;
  readonly power: Measurement | null;
  readonly sideRegisters: readonly SideRegister[];
}

const CONSUMPTION: ReadonlySet<string> = new Set(['hca', 'energy', 'volume']);
const FORWARD = '3B';
const BACKWARD = '3C';

/** Reads the device's condition from a readable telegram; null when there is nothing to read it from. */
export function reportDevice(outcome: TelegramOutcome): DeviceReport | null {
  if (outcome.result === 'error') return null;
  const records = outcome.result === 'noData' ? [] : outcome.records;
  const clock = momentOf(findRegister(records, 'datetime', 0));
  const errorDate = momentOf(
    records.find(({ header }) => header.function === 'error' && header.quantity === 'date') ?? null,
  );
  const flags = findRegister(records, 'error_flags', 0)?.value;
  const vendorBlock = outcome.result === 'noData' ? null : outcome.vendorBlock;
  const roomTemperature = vendorBlock?.roomTemperature ?? null;
  const radiatorTemperature = vendorBlock?.radiatorTemperature ?? null;
  return {
    status: outcome.status,
    errorFlags: flags?.kind === 'flags' ? flags.bits : null,
    remainingBatteryDays: measure(findRegister(records, 'remaining_battery', 0))?.value ?? null,
    clock: clock === null ? null : formatMoment(clock),
    isSummerTime: clock?.isSummerTime ?? false,
    errorDay: errorDate === null ? null : dayOfMoment(errorDate),
    flowTemperature: celsius(radiatorTemperature) ?? measure(findRegister(records, 'flow_temperature', 0)),
    returnTemperature: measure(findRegister(records, 'return_temperature', 0)),
    roomTemperature: celsius(roomTemperature) ?? measure(findRegister(records, 'external_temperature', 0)),
    volumeFlow: measure(findRegister(records, 'volume_flow', 0)),
    power: measure(findRegister(records, 'power', 0)),
    sideRegisters: records.filter(isSideRegister).flatMap(toSideRegister),
  };
}

function momentOf(record: DataRecord | null) {
  return record?.value.kind === 'moment' ? record.value.moment : null;
}

function celsius(value: number | null): Measurement | null {
  return value === null ? null : { value, unit: 'C' };
}

function measure(record: DataRecord | null): Measurement | null {
  if (record === null) return null;
  const { header, value } = record;
  if (value.kind === 'real') return { value: value.value * 10 ** header.exponent, unit: header.unit };
  if (value.kind !== 'number') return null;
  return { value: Number(`${value.mantissa}e${header.exponent}`), unit: header.unit };
}

function isSideRegister(record: DataRecord): boolean {
  const { header } = record;
  return CONSUMPTION.has(header.quantity) && header.function === 'instantaneous' && !isMainRegister(record);
}

/** Only a direction may set a side register apart; rates, limits and profiles are other things. */
function toSideRegister({ header, value }: DataRecord): SideRegister[] {
  const [modifier] = header.modifiers;
  const isDirected = header.modifiers.length === 1 && (modifier === FORWARD || modifier === BACKWARD);
  if (value.kind !== 'number' || value.isAmbiguous || (!isDirected && !header.isUnmodified)) return [];
  const { quantity, tariff, subunit, storage, exponent, unit } = header;
  const direction = !isDirected ? 'both' : modifier === FORWARD ? 'forward' : 'backward';
  return [{ quantity, tariff, subunit, storage, direction, mantissa: value.mantissa, exponent, unit }];
}
