/** The landlord's annexes: determined values and all meters. */
import type { EstimateLine } from '#shared/billing/bill.ts';
import type { Device, Reading } from '#shared/billing/case/devices.ts';
import { exactly } from '#shared/billing/case/values.ts';
import { formatDate, formatQuantity, formatShortDecimal, NO_BREAK_SPACE } from '#shared/text/format.ts';
import { DEVICE_KINDS, ESTIMATE_METHODS, POT_NAMES, unitName } from '#shared/text/documents/keys.ts';
import { OVERALL_TEXT } from '#shared/text/documents/overall-statement.ts';
import { heading, tableBlock } from '../model/blocks.ts';
import type { Block } from '../model/printed-document.ts';
import { entry, figures, words, type Row } from '../model/table.ts';
import { byId, type StatementInput } from '../statement/statement-input.ts';

const { estimates: estimateText, devices: deviceText } = OVERALL_TEXT;

export function estimatesSection(input: StatementInput): Block[] {
  const { estimates } = input.bill;
  if (estimates.length === 0) return [];
  return [
    heading(estimateText.heading),
    tableBlock({
      name: estimateText.name,
      columns: [
        words(estimateText.unit, 3),
        words(estimateText.pot, 0),
        words(estimateText.method, 4),
        words(estimateText.reason, 4),
        figures(estimateText.result),
        figures(estimateText.area),
      ],
      rows: estimates.map((estimate) => estimateRow(estimate, input)),
    }),
  ];
}

function estimateRow(estimate: EstimateLine, input: StatementInput): Row {
  const unit = unitName(input.bill.figures.get(estimate.result.figure)?.unit ?? '');
  return entry(
    byId(input.case.units, estimate.unit).label,
    POT_NAMES[estimate.pot],
    ESTIMATE_METHODS[estimate.method],
    estimate.reason,
    formatQuantity(exactly(estimate.result.value), 2, unit),
    formatShortDecimal(exactly(estimate.affectedAreaM2), 0, 2),
  );
}

/** Every meter of the case with the readings around the period; the house's own meters first. */
export function devicesSection(input: StatementInput): Block[] {
  const { devices, units } = input.case;
  if (devices.length === 0) return [];
  const ofHouse = devices.filter((device) => device.unit === undefined);
  const ofUnits = units.flatMap((unit) => devices.filter((device) => device.unit === unit.id));
  return [
    heading(deviceText.heading),
    tableBlock({
      name: deviceText.name,
      columns: [
        words(deviceText.unit, 3),
        words(deviceText.room, 2),
        words(deviceText.number, 0),
        words(deviceText.kind, 2),
        words(deviceText.opening, 2),
        words(deviceText.closing, 2),
        words(deviceText.remote, 0),
        words(deviceText.calibrated, 0),
      ],
      rows: [...ofHouse, ...ofUnits].map((device) => deviceRow(device, input)),
    }),
  ];
}

function deviceRow(device: Device, input: StatementInput): Row {
  const unit = device.unit === undefined ? deviceText.house : byId(input.case.units, device.unit).label;
  const readings = device.readings.toSorted((a, b) => (a.date < b.date ? -1 : 1));
  return entry(
    unit,
    device.room ?? '',
    device.serial,
    DEVICE_KINDS[device.kind],
    readingText(device, readings.at(0)),
    readingText(device, readings.at(-1)),
    device.remoteReadable ? deviceText.yes : deviceText.no,
    device.calibratedUntil === undefined ? '' : formatDate(device.calibratedUntil),
  );
}

function readingText(device: Device, reading: Reading | undefined): string {
  if (reading === undefined) return '–';
  const value = formatQuantity(exactly(reading.value), 1, unitName(device.register));
  return `${value}${NO_BREAK_SPACE}· ${formatDate(reading.date)}`;
}
