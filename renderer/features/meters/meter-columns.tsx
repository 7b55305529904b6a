/** The columns of the list of meters. */
import type { MeterSummary } from '#shared/contract/meters.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import type { Column } from '../../ui/table/column.ts';
import { writeRegisterValue } from './meter-words.ts';
import { ReceptionMark } from './reception-mark.tsx';

interface Scope {
  /** Whether all rows belong to one property, or to one unit. */
  readonly hasProperty: boolean;
  readonly hasUnit: boolean;
}

export function meterColumns(
  words: Dictionary,
  { hasProperty, hasUnit }: Scope,
): readonly Column<MeterSummary>[] {
  const { meters, messages } = words;
  const property: Column<MeterSummary> = {
    id: 'property',
    title: words.frame.property,
    kind: 'text',
    value: (meter) => meter.propertyName,
    width: 130,
  };
  const unit: Column<MeterSummary> = {
    id: 'unit',
    title: meters.unit,
    kind: 'text',
    value: (meter) => (meter.unitName === '' ? meters.wholeProperty : meter.unitName),
    width: 120,
  };
  return [
    { id: 'number', title: meters.number, kind: 'text', value: (meter) => meter.number, width: 104 },
    ...(hasProperty ? [] : [property]),
    ...(hasUnit ? [] : [unit]),
    { id: 'point', title: meters.point, kind: 'text', value: (meter) => meter.place, width: 130 },
    {
      id: 'device',
      title: meters.device,
      kind: 'text',
      value: (meter) => `${meters.kinds[meter.kind]} ${meter.manufacturer}`,
      width: 205,
    },
    {
      id: 'received',
      title: meters.lastReceived,
      kind: 'moment',
      value: (meter) => meter.lastReceivedAt,
      width: 142,
    },
    {
      id: 'value',
      title: meters.value,
      kind: 'decimal',
      places: 3,
      value: (meter) => (meter.reading === null ? null : Number(meter.reading.value)),
      show: (meter) => (meter.reading === null ? '' : writeRegisterValue(meter.reading.value)),
      isMixed: true,
      width: 90,
    },
    {
      id: 'valueUnit',
      title: meters.valueUnit,
      kind: 'text',
      value: (meter) => (meter.reading === null ? '' : meters.registerUnits[meter.reading.unit]),
      width: 110,
    },
    {
      id: 'status',
      title: meters.status,
      kind: 'text',
      value: (meter) => meters.statuses[meter.reception],
      show: (meter) => <ReceptionMark reception={meter.reception} />,
      width: 130,
    },
    {
      id: 'messages',
      title: meters.messages,
      kind: 'text',
      value: (meter) => meter.messages.map((code) => messages.names[code]).join(', '),
      width: 190,
    },
    {
      id: 'gateway',
      title: meters.gateway,
      kind: 'text',
      value: (meter) => meter.gateway ?? '',
      width: 120,
      isHiddenAtFirst: true,
    },
    {
      id: 'rssi',
      title: meters.rssi,
      unit: 'dBm',
      kind: 'decimal',
      places: 0,
      value: (meter) => meter.rssiDbm,
      width: 100,
      isHiddenAtFirst: true,
    },
    {
      id: 'valueDay',
      title: meters.valueDay,
      kind: 'day',
      value: (meter) => meter.readingDay,
      width: 104,
      isHiddenAtFirst: true,
    },
    {
      id: 'byHand',
      title: meters.byHand,
      kind: 'text',
      value: (meter) => (meter.isReadByHand ? words.common.yes : ''),
      width: 90,
      isHiddenAtFirst: true,
    },
    {
      id: 'calibrated',
      title: meters.calibratedUntil,
      kind: 'day',
      value: (meter) => meter.calibratedUntil,
      width: 110,
      isHiddenAtFirst: true,
    },
  ];
}
