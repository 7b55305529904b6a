/** The inbox of unknown devices: who is on the air without a meter, to be assigned or ignored. */
import { useMemo, useState } from 'react';
import type { UnknownDevice } from '#shared/contract/pull.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { useAnswer } from '../../lib/answers.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useAction } from '../../lib/use-action.ts';
import { useAddressedView } from '../../lib/use-addressed-view.ts';
import { Answered } from '../../ui/answered.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/data-table.tsx';
import { deviceNameColumns } from '../keys/device-name-columns.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { ForeignDays } from './foreign-days.tsx';
import { IgnoreDialog } from './ignore-dialog.tsx';

type Overlay =
  | { readonly kind: 'assign'; readonly device: UnknownDevice }
  | { readonly kind: 'ignore'; readonly devices: readonly UnknownDevice[] };

export function InboxTab() {
  const text = useText();
  const words = text.pull.inbox;
  const { say } = useToasts();
  const [view, setView] = useAddressedView();
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const answer = useAnswer('inbox.list', {});
  const columns = useMemo(() => inboxColumns(text), [text]);
  const takeBack = useAction('inbox.takeBack', { onDone: () => say(words.takenBack) });
  const close = (): void => setOverlay(null);
  return (
    <>
      <Answered answer={answer}>
        {(rows) => (
          <DataTable
            label={text.pull.tabs.inbox}
            rows={rows}
            columns={columns}
            rowId={({ manufacturer, id }) => `${manufacturer} ${id}`}
            view={view}
            onView={setView}
            onOpen={(device) => setOverlay({ kind: 'assign', device })}
            commands={(row, marked) => [
              {
                id: 'device',
                heading: row.id,
                commands: [
                  {
                    id: 'assign',
                    label: words.assign,
                    run: () => setOverlay({ kind: 'assign', device: row }),
                    keys: 'Enter',
                  },
                  row.setAside === null
                    ? {
                        id: 'ignore',
                        label: words.ignore,
                        run: () => setOverlay({ kind: 'ignore', devices: marked }),
                      }
                    : {
                        id: 'takeBack',
                        label: words.takeBack,
                        run: () => void takeBack.run({ devices: marked.map(namesOf) }),
                      },
                ],
              },
            ]}
            actions={<ForeignDays />}
            empty={<EmptyState sentence={words.empty} />}
          />
        )}
      </Answered>
      {overlay?.kind === 'assign' ? <AssignDialog device={overlay.device} onClose={close} /> : null}
      {overlay?.kind === 'ignore' ? (
        <IgnoreDialog devices={overlay.devices.map(namesOf)} onClose={close} />
      ) : null}
    </>
  );
}

function namesOf({ manufacturer, id }: UnknownDevice): Pick<UnknownDevice, 'manufacturer' | 'id'> {
  return { manufacturer, id };
}

function inboxColumns({ pull: { inbox: words }, keys }: Dictionary): readonly Column<UnknownDevice>[] {
  const stateOf = ({ setAside }: UnknownDevice): string =>
    setAside === null ? words.open : words.aside(setAside.reason);
  const { serial, manufacturer, kind, lastHeard } = deviceNameColumns<UnknownDevice>(keys, (row) => ({
    ...row,
    serial: row.id,
  }));
  return [
    serial,
    manufacturer,
    {
      id: 'state',
      title: words.state,
      kind: 'text',
      value: stateOf,
      show: (row) => (
        <StatusMark
          shape={row.setAside === null ? 'triangle' : 'hollow'}
          tone={row.setAside === null ? 'check' : 'plain'}
        >
          {stateOf(row)}
        </StatusMark>
      ),
      width: 200,
    },
    kind,
    { id: 'gateway', title: words.gateway, kind: 'text', value: (row) => row.gateway, width: 140 },
    {
      id: 'telegrams',
      title: words.telegrams,
      kind: 'decimal',
      places: 0,
      value: (row) => row.telegrams,
      width: 110,
    },
    lastHeard,
    {
      id: 'signal',
      title: words.signal,
      kind: 'decimal',
      places: 0,
      unit: 'dBm',
      value: (row) => row.rssiDbm,
      width: 110,
    },
  ];
}
