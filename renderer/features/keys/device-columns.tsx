/** The columns of the list of devices and their keys. */
import type { KeyedDevice } from '#shared/contract/keys.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import type { Column } from '../../ui/table/column.ts';
import { KeyMark } from './key-mark.tsx';

export function deviceColumns({ keys: words }: Dictionary): readonly Column<KeyedDevice>[] {
  return [
    { id: 'serial', title: words.serial, kind: 'text', value: (row) => row.serial, width: 130 },
    {
      id: 'manufacturer',
      title: words.manufacturer,
      kind: 'text',
      value: (row) => row.manufacturer,
      width: 100,
    },
    {
      id: 'state',
      title: words.state,
      kind: 'text',
      value: (row) => words.states[row.state],
      show: (row) => <KeyMark state={row.state} />,
      width: 180,
    },
    {
      id: 'kind',
      title: words.kind,
      kind: 'text',
      value: (row) => (row.kind === null ? words.unknownKind : words.kinds[row.kind]),
      width: 180,
    },
    { id: 'place', title: words.place, kind: 'text', value: (row) => row.place, width: 260 },
    {
      id: 'origin',
      title: words.origin,
      kind: 'text',
      value: (row) => row.held.map(({ label }) => label).join(', '),
      width: 200,
    },
    { id: 'lastHeard', title: words.lastHeard, kind: 'moment', value: (row) => row.lastHeardAt, width: 150 },
  ];
}

/** A device among all: its number alone may be another maker's too. */
export function deviceId({ manufacturer, serial }: Pick<KeyedDevice, 'manufacturer' | 'serial'>): string {
  return `${manufacturer ?? ''} ${serial}`;
}
