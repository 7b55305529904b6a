/** Shows one stored telegram field by field. The keys are opened here, used here and wiped here. */
import type { HeaderPart, TelegramField, TelegramView } from '#shared/contract/meters.ts';
import type { Readable } from '#shared/contract/handler.ts';
import { meterKey } from '#shared/model/reading.ts';
import { fail, succeed, type Failure, type Result } from '#shared/model/result.ts';
import { rational } from '#shared/model/rational.ts';
import { formatDate, formatShortDecimal } from '#shared/text/format.ts';
import { openKeysOfMeter } from '../store/keys.ts';
import { listTelegramFormats } from '../store/telegram-formats.ts';
import { findTelegram } from '../store/telegrams.ts';
import { toHex } from '../telegram/bytes.ts';
import type { DataRecord } from '../telegram/data-records.ts';
import { decodeTelegram } from '../telegram/decode-telegram.ts';
import { InMemoryFormatCache } from '../telegram/format-cache.ts';
import { MeterKeys } from '../telegram/meter-keys.ts';
import { dayOfMoment, formatMoment, type Moment } from '../telegram/moment.ts';
import type { TelegramOutcome } from '../telegram/telegram-outcome.ts';
import type { OfficeSession } from './office-session.ts';

const MOST_DECIMALS = 9;

/** Decodes a stored telegram again with the keys of its meter; what it says, or why it says nothing. */
export function viewTelegram(
  session: OfficeSession,
  telegramId: number,
): Result<Readable<TelegramView>, Failure> {
  const stored = findTelegram(session.store, telegramId);
  if (stored === null) return goneTelegram();
  const outcome = decodeWithKeys(session, stored.bytes);
  if (!outcome.ok) return outcome;
  return succeed({
    id: telegramId,
    hex: toHex(stored.bytes),
    header: headerOf(outcome.value),
    fields: 'records' in outcome.value ? outcome.value.records.map(fieldOf) : [],
    failure: outcome.value.result === 'error' ? outcome.value.message : null,
  });
}

function goneTelegram(): { readonly ok: false; readonly error: Failure } {
  return fail({
    code: 'GONE',
    message: 'Dieses Telegramm gibt es nicht mehr. Bitte laden Sie die Liste neu.',
  });
}

function decodeWithKeys(session: OfficeSession, bytes: Uint8Array): Result<TelegramOutcome, Failure> {
  const formats = new InMemoryFormatCache();
  for (const { manufacturer, deviceType, signature, headers } of listTelegramFormats(session.store))
    formats.put({ manufacturer, deviceType }, signature, headers);
  const sealed = decodeTelegram(bytes, { keysFor: () => [], formats });
  const addresses = [sealed.meter, sealed.sender].filter((address) => address !== null);
  const keys = new MeterKeys();
  for (const address of new Map(addresses.map((one) => [meterKey(one), one])).values()) {
    const opened = openKeysOfMeter(session.store, session.vault, address);
    if (!opened.ok) return opened;
    for (const { manufacturer, identification, key } of opened.value) {
      keys.add({ manufacturer, id: identification }, key);
      key.fill(0);
    }
  }
  return succeed(decodeTelegram(bytes, { keysFor: (meter) => keys.keysFor(meter), formats }));
}

function headerOf(outcome: TelegramOutcome): TelegramView['header'] {
  const { sender, meter, ci, accessNo, status, security, verifiedBy } = outcome;
  const parts: readonly (readonly [HeaderPart, string | null])[] = [
    ['sender', sender && `${sender.manufacturer} ${sender.id}`],
    ['meter', meter && `${meter.manufacturer} ${meter.id}`],
    ['device', meter && `${meter.version}, ${meter.deviceType}`],
    ['control', ci === null ? null : toHex(Uint8Array.of(ci))],
    ['access', accessNo === null ? null : String(accessNo)],
    ['status', status === null ? null : toHex(Uint8Array.of(status.raw))],
    ['security', security.mode],
    ['verified', verifiedBy],
  ];
  return parts.flatMap(([name, value]) => (value === null ? [] : [{ name, value }]));
}

function fieldOf(record: DataRecord): TelegramField {
  const { header } = record;
  const numbered = [
    header.function === 'instantaneous' ? '' : header.function,
    header.storage === 0 ? '' : `S${header.storage}`,
    header.tariff === 0 ? '' : `T${header.tariff}`,
    header.subunit === 0 ? '' : `U${header.subunit}`,
    ...header.modifiers,
  ];
  return {
    at: record.start,
    header: header.hex,
    quantity: header.quantity,
    qualifiers: numbered.filter(Boolean).join(', '),
    value: valueOf(record),
    unit: header.unit,
  };
}

function valueOf({ header, value }: DataRecord): string {
  switch (value.kind) {
    case 'number':
      return formatShortDecimal(scaled(value.mantissa, header.exponent), 0, MOST_DECIMALS);
    case 'real':
      return String(value.value * 10 ** header.exponent);
    case 'flags':
      return `0x${value.bits.toString(16).toUpperCase()}`;
    case 'moment':
      return writeMoment(value.moment);
    case 'text':
      return value.text;
    case 'invalid':
    case 'none':
      return '';
    default:
      return value satisfies never;
  }
}

/** `31.12.2025 23:59` as people write it; what recurs or has no day stays in its ISO form. */
function writeMoment(moment: Moment): string {
  const day = dayOfMoment(moment);
  const iso = formatMoment(moment);
  return day === null ? iso : iso.replace(day, formatDate(day)).replace('T', ' ');
}

function scaled(mantissa: bigint, exponent: number) {
  const power = 10n ** BigInt(Math.abs(exponent));
  return exponent < 0 ? rational(mantissa, power) : rational(mantissa * power);
}
