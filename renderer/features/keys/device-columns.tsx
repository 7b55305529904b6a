/** The columns of the list of devices and their keys. */
import type { KeyedDevice } from '#shared/contract/keys.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import type { Column } from '../../ui/table/column.ts';
import { deviceNameColumns } from './device-name-columns.ts';
import { KeyMark } from './key-mark.tsx';

export function deviceColumns({ keys: words }: Dictionary): readonly Column<KeyedDevice>[] {
  const { serial, manufacturer, kind, lastHeard } = deviceNameColumns<KeyedDevice>(words, (row) => row);
  return [
    serial,
    manufacturer,
    {
      id: 'state',
      title: words.state,
      kind: 'text',
      value: (row) => words.states[row.state],
      show: (row) => <KeyMark state={row.state} />,
      width: 180,
    },
    kind,
    { id: 'place', title: words.place, kind: 'text', value: (row) => row.place, width: 260 },
    {
      id: 'origin',
      title: words.origin,
      kind: 'text',
      value: (row) => row.held.map(({ label }) => label).join(', '),
      width: 200,
    },
    lastHeard,
  ];
}

/** A device among all: its number alone may be another maker's too. */
export function deviceId({ manufacturer, serial }: Pick<KeyedDevice, 'manufacturer' | 'serial'>): string {
  return `${manufacturer ?? ''} ${serial}`;
}
