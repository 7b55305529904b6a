/** The landlord's annexes: determined values and all meters. */
import type { EstimateLine, UserLine } from '#shared/billing/bill.ts';
import type { Device, Reading } from '#shared/billing/case/devices.ts';
import { exactly } from '#shared/billing/case/values.ts';
import { formatDate, formatQuantity, formatShortDecimal } from '#shared/text/format.ts';
import { DEVICE_KINDS, ESTIMATE_METHODS, POT_NAMES, unitName } from '#shared/text/documents/keys.ts';
import { OVERALL_TEXT } from '#shared/text/documents/overall-statement.ts';
import { heading, smallPrint, tableBlock } from '../model/blocks.ts';
import type { Block } from '../model/printed-document.ts';
import { entry, figures, words, type Row, type Table } from '../model/table.ts';
import { DEVICE_COLUMNS, deviceCells } from '../statement/devices-table.ts';
import { deviceUses } from '../statement/device-uses.ts';
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

/** The house's own meters, then every meter of a unit as it was used for each of its users. */
export function devicesSection(input: StatementInput): Block[] {
  const ofHouse = input.case.devices.filter((device) => device.unit === undefined);
  const rows = input.bill.users.flatMap((user) => rowsOf(user, input));
  const hasEstimates = input.bill.estimates.some((estimate) => estimate.device !== null);
  if (ofHouse.length + rows.length === 0) return [];
  return [
    heading(deviceText.heading),
    ...(ofHouse.length === 0 ? [] : [tableBlock(houseTable(ofHouse))]),
    ...(rows.length === 0 ? [] : [tableBlock(unitsTable(rows))]),
    ...(hasEstimates ? [smallPrint(deviceText.estimated)] : []),
  ];
}

function unitsTable(rows: readonly Row[]): Table {
  return {
    name: deviceText.name,
    columns: [
      words(deviceText.unit, 3),
      ...DEVICE_COLUMNS,
      words(deviceText.remote, 0),
      words(deviceText.calibrated, 0),
    ],
    rows,
  };
}

function rowsOf(user: UserLine, input: StatementInput): Row[] {
  const unit = byId(input.case.units, user.unit).label;
  const days = { from: user.from, to: user.to };
  return [user.heatingConsumption, user.hotWaterConsumption]
    .flatMap(({ figure }) => deviceUses(input.bill.figures, figure))
    .map((use) => {
      const device = byId(input.case.devices, use.device);
      return entry(unit, ...deviceCells(use, days, input), remoteText(device), calibrationText(device));
    });
}

function remoteText(device: Device): string {
  return device.remoteReadable ? deviceText.yes : deviceText.no;
}

function calibrationText({ calibratedUntil }: Device): string {
  return calibratedUntil === undefined ? '' : formatDate(calibratedUntil);
}

function houseTable(devices: readonly Device[]): Table {
  return {
    name: deviceText.houseName,
    columns: [
      words(deviceText.place, 2),
      words(deviceText.kind, 2),
      words(deviceText.number, 0),
      figures(deviceText.opening),
      figures(deviceText.closing),
      words(deviceText.remote, 0),
      words(deviceText.calibrated, 0),
    ],
    rows: devices.map((device) => {
      const readings = device.readings.toSorted((a, b) => (a.date < b.date ? -1 : 1));
      return entry(
        device.room ?? '',
        DEVICE_KINDS[device.kind],
        device.serial,
        readingText(device, readings.at(0)),
        readingText(device, readings.at(-1)),
        remoteText(device),
        calibrationText(device),
      );
    }),
  };
}

function readingText(device: Device, reading: Reading | undefined): string {
  if (reading === undefined) return '–';
  const value = formatQuantity(exactly(reading.value), 1, unitName(device.register));
  return `${formatDate(reading.date)}: ${value}`;
}
