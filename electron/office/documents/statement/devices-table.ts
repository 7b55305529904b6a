/** The table of meters: what was read, times its factor, gives the consumption. */
import type { Device } from '#shared/billing/case/devices.ts';
import type { Period } from '#shared/model/period.ts';
import { ZERO, type Rational } from '#shared/model/rational.ts';
import { addDays } from '#shared/model/plain-date.ts';
import { DERIVATION_TEXT } from '#shared/text/documents/derivation.ts';
import { DEVICE_KINDS, unitName } from '#shared/text/documents/keys.ts';
import { formatDate, formatDecimal, formatQuantity, formatShortDecimal } from '#shared/text/format.ts';
import { figures, words, type Cell, type Column } from '../model/table.ts';
import type { DeviceUse, UsedReading } from './device-uses.ts';
import { byId, type StatementInput } from './statement-input.ts';

const { devices: text } = DERIVATION_TEXT;

/** The columns that tell how a meter was used. */
export const DEVICE_COLUMNS: readonly Column[] = [
  words(text.room, 2),
  words(text.kind, 3),
  words(text.number, 0),
  figures(text.opening),
  figures(text.closing),
  figures(text.difference),
  figures(text.factor),
  figures(text.consumption),
];

/** The cells of a use; readings of other days than the ends of `days`, the user's, carry their date. */
export function deviceCells(use: DeviceUse, days: Period, input: StatementInput): Cell[] {
  const device = byId(input.case.devices, use.device);
  const consumption = formatQuantity(use.consumption.value, 2, unitName(use.consumption.unit));
  return [
    device.room ?? '',
    DEVICE_KINDS[device.kind],
    device.serial,
    openingText(use, addDays(days.from, -1), device),
    readingText(use.closing, days.to, device),
    use.difference === null ? '' : registerText(use.difference, device),
    factorText(device, use),
    use.isEstimated ? { text: `${consumption}\u00a0*`, marked: true } : consumption,
  ];
}

/** A value as the register shows it: water to the litre, all others without needless decimals. */
function registerText(value: Rational, { register }: Device): string {
  return register === 'm3' ? formatDecimal(value, 3) : formatShortDecimal(value, 0, 3);
}

/** A register that started again from zero shows no reading at its beginning. */
function openingText(use: DeviceUse, expected: string, device: Device): string {
  const startedFromZero = use.opening === null && use.difference !== null;
  return startedFromZero ? registerText(ZERO, device) : readingText(use.opening, expected, device);
}

function readingText(reading: UsedReading | null, expected: string, device: Device): string {
  if (reading === null) return '';
  const value = registerText(reading.value, device);
  const read = isReadByHand(reading, device) ? `${text.byHand}\u00a0${value}` : value;
  return reading.date === expected ? read : `${formatDate(reading.date)}: ${read}`;
}

/** Whether somebody took the reading by eye: radio is the rule, and the bill says where it was not. */
function isReadByHand({ date }: UsedReading, { readings }: Device): boolean {
  return readings.some((reading) => reading.date === date && reading.origin?.kind === 'manual');
}

function factorText(device: Device, use: DeviceUse): string {
  if (use.factor !== null) return formatShortDecimal(use.factor, 0, 4);
  return use.difference !== null && device.kind === 'allocator' ? '1' : '';
}
