/** The columns that say what a device on the air is; the same in every list of devices. */
import type { MeterKind } from '#shared/model/meter.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import type { Column } from '../../ui/table/column.ts';

/** What is known of a device. */
interface DeviceNames {
  readonly serial: string;
  readonly manufacturer: string | null;
  /** Null when it is unknown, or nothing that is billed. */
  readonly kind: MeterKind | null;
  readonly lastHeardAt: string | null;
}

type DeviceNameColumns<Row> = Readonly<Record<'serial' | 'manufacturer' | 'kind' | 'lastHeard', Column<Row>>>;

/** Each list puts them where they belong; `of` finds the names in its rows. */
export function deviceNameColumns<Row>(
  words: Dictionary['keys'],
  of: (row: Row) => DeviceNames,
): DeviceNameColumns<Row> {
  return {
    serial: { id: 'serial', title: words.serial, kind: 'text', value: (row) => of(row).serial, width: 130 },
    manufacturer: {
      id: 'manufacturer',
      title: words.manufacturer,
      kind: 'text',
      value: (row) => of(row).manufacturer,
      width: 100,
    },
    kind: {
      id: 'kind',
      title: words.kind,
      kind: 'text',
      value: (row) => {
        const { kind } = of(row);
        return kind === null ? words.unknownKind : words.kinds[kind];
      },
      width: 180,
    },
    lastHeard: {
      id: 'lastHeard',
      title: words.lastHeard,
      kind: 'moment',
      value: (row) => of(row).lastHeardAt,
      width: 150,
    },
  };
}
