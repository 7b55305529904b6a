/** The outcome of a telegram as one JSON object: what `stichtag decode` prints and other programs read. */
import type { MeterAddress, RegisterValue } from '#shared/model/reading.ts';
import { toHex } from '../telegram/bytes.ts';
import { expandProfile, type ProfilePoint } from '../telegram/compact-profile.ts';
import type { DataRecord } from '../telegram/data-records.ts';
import { isWaterMeter } from '../telegram/device-types.ts';
import {
  findRegister,
  findDate,
  pickMainRegisters,
  QUANTITY_NAMES,
  type HistoryEntry,
  type MainRegisters,
} from '../telegram/main-registers.ts';
import { formatMoment } from '../telegram/moment.ts';
import type { TelegramContent, TelegramEnvelope, TelegramOutcome } from '../telegram/telegram-outcome.ts';
import type { MeterStatus } from '../telegram/transport-layer.ts';
import type { BaseUnit } from '../telegram/value-codes.ts';
import type { VendorBlock } from '../telegram/vendor-block.ts';

export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [name: string]: JsonValue };
export type JsonObject = Readonly<Record<string, JsonValue>>;

/** Units people read instead of the base unit, and the power of ten between them. */
const DISPLAY_UNITS: Readonly<Partial<Record<BaseUnit, readonly [unit: string, exponent: number]>>> = {
  Wh: ['kWh', 3],
  J: ['MJ', 6],
  W: ['kW', 3],
};

/** The nearest number to `mantissa × 10^exponent`: through its decimal text, so that 0.1 stays 0.1. */
function toNumber(mantissa: bigint, exponent: number): number {
  return Number(`${mantissa}e${exponent}`);
}

function scaled(mantissa: bigint, exponent: number, unit: BaseUnit): number {
  return toNumber(mantissa, exponent - (DISPLAY_UNITS[unit]?.[1] ?? 0));
}

function valueToJson(record: DataRecord): string | number | null {
  const { header, value } = record;
  switch (value.kind) {
    case 'number':
      return value.isAmbiguous ? null : scaled(value.mantissa, header.exponent, header.unit);
    case 'real':
      return value.value * 10 ** (header.exponent - (DISPLAY_UNITS[header.unit]?.[1] ?? 0));
    case 'flags':
      return Number(value.bits);
    case 'moment':
      return formatMoment(value.moment);
    case 'text':
      return value.text;
    case 'invalid':
    case 'none':
  }
  return null;
}

/** Numbers come in display units; a record without a number keeps the base unit. */
function unitToJson(record: DataRecord, value: JsonValue): string {
  const { unit } = record.header;
  return value === null ? unit : (DISPLAY_UNITS[unit]?.[0] ?? unit);
}

const KINDS_WITHOUT_RAW: ReadonlySet<DataRecord['value']['kind']> = new Set(['number', 'real', 'text']);

function recordToJson(record: DataRecord, payload: Uint8Array): JsonObject {
  const { header } = record;
  const value = valueToJson(record);
  return {
    dibvib: header.hex,
    function: header.function,
    storage: header.storage,
    tariff: header.tariff,
    subunit: header.subunit,
    quantity: header.quantity,
    unit: unitToJson(record, value),
    value,
    ...(record.value.kind === 'invalid' && { invalid: true }),
    ...(record.value.kind === 'number' && record.value.isAmbiguous && { ambiguous: true }),
    ...(header.modifiers.length > 0 && { modifiers: header.modifiers }),
    ...(!KINDS_WITHOUT_RAW.has(record.value.kind) && { raw: toHex(payload, record.start, record.end) }),
  };
}

function measurement(record: DataRecord): JsonObject {
  const value = valueToJson(record);
  return { value, unit: unitToJson(record, value) };
}

function historyToJson(entry: HistoryEntry): JsonObject {
  return {
    storage: entry.storage,
    value: valueToJson(entry.value),
    ...(entry.date !== null && { date: valueToJson(entry.date) }),
  };
}

function pointToJson(point: ProfilePoint, unit: BaseUnit): JsonObject {
  return {
    date: point.moment === null ? null : formatMoment(point.moment),
    value: point.mantissa === null ? null : scaled(point.mantissa, point.exponent, unit),
  };
}

/** A profile record has no number of its own, so `unit` is the base unit; its points are in display units. */
function profileToJson(profile: DataRecord, content: TelegramContent) {
  const { quantity, unit } = profile.header;
  const { points } = expandProfile(profile, content.records, content.payload);
  return { quantity, unit, points: points.map((point) => pointToJson(point, unit)) };
}

/** Momentary values beside the billed register, under the names they get. */
const SIDE_VALUES: Readonly<Record<string, string>> = {
  flowTemperature: 'flow_temperature',
  returnTemperature: 'return_temperature',
  power: 'power',
  volumeFlow: 'volume_flow',
  errorFlags: 'error_flags',
};

function keyToJson(content: TelegramContent, registers: MainRegisters, deviceType: number): JsonObject {
  const { records } = content;
  const profiles = registers.profiles.map((profile) => profileToJson(profile, content));
  const mainName = registers.quantity === null ? null : QUANTITY_NAMES[registers.quantity];
  const mainProfile = profiles.find(({ quantity }) => quantity === mainName) ?? profiles[0];
  const volume = isWaterMeter(deviceType) ? null : findRegister(records, 'volume', 0);
  const clock = findDate(
    records.filter(({ header }) => header.quantity === 'datetime'),
    0,
  );
  const key: Record<string, JsonValue> = {};
  if (registers.current !== null) key['current'] = measurement(registers.current);
  if (registers.due !== null) key['due'] = measurement(registers.due);
  if (registers.dueDate !== null) key['dueDate'] = valueToJson(registers.dueDate);
  if (clock !== null) key['deviceTime'] = valueToJson(clock);
  if (volume !== null) key['volume'] = measurement(volume);
  for (const [name, quantity] of Object.entries(SIDE_VALUES)) {
    const record = findRegister(records, quantity, 0);
    if (record !== null) key[name] = name === 'errorFlags' ? valueToJson(record) : measurement(record);
  }
  if (registers.history.length > 0) key['history'] = registers.history.map(historyToJson);
  if (mainProfile !== undefined) {
    key['profile'] = mainProfile.points;
    key['profiles'] = profiles;
  }
  return key;
}

function addressToJson(address: MeterAddress): JsonObject {
  const { manufacturer, id, version, deviceType } = address;
  return { manufacturer, id, version, deviceType };
}

function statusToJson(status: MeterStatus): JsonObject {
  return {
    raw: status.raw,
    app: status.application,
    batteryLow: status.isBatteryLow,
    permanentError: status.hasPermanentError,
    temporaryError: status.hasTemporaryError,
    mfr: status.manufacturerBits,
  };
}

function byteToHex(byte: number): string {
  return toHex(Uint8Array.of(byte));
}

function envelopeToJson(envelope: TelegramEnvelope): JsonObject {
  const { sender, meter, ci, status, security, proprietary } = envelope;
  return {
    frameFormat: envelope.frameFormat,
    dll: sender === null ? null : addressToJson(sender),
    meter: meter === null ? null : addressToJson(meter),
    ci: ci === null ? null : byteToHex(ci),
    accessNo: envelope.accessNo,
    status: status === null ? null : statusToJson(status),
    encMode: security.mode + (security.isAlreadyDecrypted ? '(plain)' : ''),
    ...(envelope.extendedLinkDestination !== null && {
      ellDestination: addressToJson(envelope.extendedLinkDestination),
    }),
    ...(proprietary !== null && { proprietary: { maker: proprietary.maker, kind: proprietary.kind } }),
  };
}

const TRAILING_BYTES = 'trailing bytes could not be parsed; records before them are valid';

type ReadableOutcome = Extract<TelegramOutcome, { readonly result: 'ok' | 'partial' }>;
type FailedOutcome = Extract<TelegramOutcome, { readonly result: 'error' }>;

function contentToJson(outcome: ReadableOutcome): JsonObject {
  const deviceType = outcome.meter?.deviceType ?? 0;
  const registers = pickMainRegisters(outcome.records, deviceType);
  return {
    key: keyToJson(outcome, registers, deviceType),
    records: outcome.records.map((record) => recordToJson(record, outcome.payload)),
    ...(outcome.manufacturerData !== null && { manufacturerData: toHex(outcome.manufacturerData) }),
    ...(outcome.result === 'partial' && { warnings: [TRAILING_BYTES] }),
  };
}

function failureToJson(outcome: FailedOutcome): JsonObject {
  return {
    layer: outcome.layer,
    keyAddress: outcome.keyAddress === null ? null : addressToJson(outcome.keyAddress),
    ...(outcome.offset !== null && { offset: outcome.offset }),
    message: outcome.message,
  };
}

function registerToJson(value: RegisterValue): JsonObject {
  const unit = DISPLAY_UNITS[value.unit]?.[0] ?? value.unit;
  return { value: scaled(value.mantissa, value.exponent, value.unit), unit };
}

/** A manufacturer's block, kept apart from `key`: it is read by a public description, not by the standard. */
function vendorToJson(block: VendorBlock): JsonObject {
  return {
    source: block.layout.source,
    current: registerToJson(block.current),
    currentDate: block.currentDate,
    due: registerToJson(block.due.value),
    dueDate: block.due.date,
    ...(block.month !== null && {
      month: registerToJson(block.month.value),
      monthDate: block.month.date,
    }),
    ...(block.roomTemperature !== null && { roomTemperature: { value: block.roomTemperature, unit: 'C' } }),
    ...(block.radiatorTemperature !== null && {
      radiatorTemperature: { value: block.radiatorTemperature, unit: 'C' },
    }),
  };
}

/** Only standard records count as read here: a telegram of a manufacturer's own layer stays an error with a code. */
function proprietaryToJson(outcome: ReadableOutcome): JsonObject {
  return {
    result: 'error',
    errorCode: 'PROPRIETARY_CI',
    ...envelopeToJson(outcome),
    verifiedBy: outcome.verifiedBy,
    layer: 'application',
    message:
      'Das Gerät sendet ein Herstellerformat. Seine Werte stehen unter „vendor“, gelesen nach öffentlicher Beschreibung; vergleichen Sie sie einmal mit der Anzeige des Geräts.',
    ...(outcome.vendorBlock !== null && { vendor: vendorToJson(outcome.vendorBlock) }),
  };
}

/** The outcome in the spelling of the project's telegram cases (test/fixtures/telegrams). */
export function outcomeToJson(outcome: TelegramOutcome): JsonObject {
  const isFailed = outcome.result === 'error';
  const isReadable = outcome.result === 'ok' || outcome.result === 'partial';
  if (isReadable && outcome.application === null) return proprietaryToJson(outcome);
  return {
    result: outcome.result,
    ...(isFailed && { errorCode: outcome.code }),
    ...envelopeToJson(outcome),
    ...(outcome.hasAuthenticationLayer && {
      afl: { messageCounter: outcome.messageCounter, macVerified: outcome.verifiedBy === 'mac' },
    }),
    verifiedBy: outcome.verifiedBy,
    ...(isFailed && failureToJson(outcome)),
    ...(isReadable && contentToJson(outcome)),
    ...(isReadable && outcome.vendorBlock !== null && { vendor: vendorToJson(outcome.vendorBlock) }),
    ...(outcome.result === 'noData' && { records: [] }),
  };
}
