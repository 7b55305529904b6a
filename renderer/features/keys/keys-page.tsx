/** The list of devices and their keys, with the ways in: delivery file and entry by hand. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { ValueOf } from '#shared/contract/contract.ts';
import type { KeyedDevice } from '#shared/contract/keys.ts';
import { useAnswer } from '../../lib/answers.ts';
import { useRight } from '../../lib/session.tsx';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useAction } from '../../lib/use-action.ts';
import { useAddressedView } from '../../lib/use-addressed-view.ts';
import { useShortcuts } from '../../lib/use-shortcuts.ts';
import { useUndo } from '../../lib/use-undo.ts';
import { Answered } from '../../ui/answered.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { CommandGroup } from '../../ui/menu.tsx';
import { Page } from '../../ui/page.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { DeliveryDialog } from './delivery-dialog.tsx';
import { deviceColumns, deviceId } from './device-columns.tsx';
import { EnterKeyDialog } from './enter-key-dialog.tsx';
import { RevealDialog } from './reveal-dialog.tsx';

/** What stands over the list. */
type Overlay =
  | { readonly kind: 'delivery'; readonly opened: NonNullable<ValueOf<'keys.chooseFile'>> }
  | { readonly kind: 'enter'; readonly serial: string; readonly manufacturer: string }
  | { readonly kind: 'reveal'; readonly serial: string; readonly id: number };

export function KeysPage() {
  const text = useText();
  const words = text.keys;
  const { say } = useToasts();
  const undo = useUndo();
  const mayReveal = useRight('revealKeys');
  const [view, setView] = useAddressedView();
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const columns = useMemo(() => deviceColumns(text), [text]);
  const answer = useAnswer('keys.list', {});
  const close = (): void => setOverlay(null);
  const choose = useAction('keys.chooseFile', {
    onDone: (opened) => setOverlay(opened === null ? null : { kind: 'delivery', opened }),
  });
  useAskedForFile(() => void choose.run({}));
  const remove = useAction('keys.remove');
  const enter = ({ serial, manufacturer }: Pick<KeyedDevice, 'serial' | 'manufacturer'>): void =>
    setOverlay({ kind: 'enter', serial, manufacturer: manufacturer ?? '' });
  const enterNew = (): void => enter({ serial: '', manufacturer: null });
  const removeKey = async (serial: string, id: number): Promise<void> => {
    if (await remove.run({ id }))
      say(words.removed(serial), { label: text.common.undo, run: () => void undo() });
  };
  useShortcuts({ create: enterNew });

  const commands = (row: KeyedDevice): readonly CommandGroup[] => [
    {
      id: 'device',
      heading: row.serial,
      commands: [{ id: 'enter', label: words.enter, run: () => enter(row), keys: 'Enter' }],
    },
    {
      id: 'held',
      commands: row.held.flatMap(({ id, label }) => [
        {
          id: `reveal.${id}`,
          label: words.reveal(label),
          run: () => setOverlay({ kind: 'reveal', serial: row.serial, id }),
          isDisabled: !mayReveal,
        },
        { id: `remove.${id}`, label: words.remove(label), run: () => void removeKey(row.serial, id) },
      ]),
    },
  ];
  const actions = (
    <>
      <Button variant="primary" isPending={choose.isRunning} onPress={() => void choose.run({})}>
        {words.read}
      </Button>
      <Button onPress={enterNew}>{words.enter}</Button>
    </>
  );
  return (
    <Page title={text.frame.pages.keys} isFilled>
      <Answered answer={answer}>
        {(rows) => (
          <DataTable
            label={text.frame.pages.keys}
            rows={rows}
            columns={columns}
            rowId={deviceId}
            view={view}
            onView={setView}
            onOpen={enter}
            commands={commands}
            actions={rows.length === 0 ? undefined : <div className="row-of">{actions}</div>}
            empty={<EmptyState sentence={words.empty} action={<div className="row-of">{actions}</div>} />}
          />
        )}
      </Answered>
      {overlay?.kind === 'delivery' ? <DeliveryDialog opened={overlay.opened} onClose={close} /> : null}
      {overlay?.kind === 'enter' ? (
        <EnterKeyDialog serial={overlay.serial} manufacturer={overlay.manufacturer} onClose={close} />
      ) : null}
      {overlay?.kind === 'reveal' ? (
        <RevealDialog serial={overlay.serial} id={overlay.id} onClose={close} />
      ) : null}
    </Page>
  );
}

/** Whoever comes by the command that reads a delivery wants to choose it at once. */
function useAskedForFile(choose: () => void): void {
  const { create = false } = useSearch({ from: '__root__' });
  const navigate = useNavigate();
  const chooseOnce = useEffectEvent(() => {
    void navigate({ to: '.', replace: true, search: ({ create: _asked, ...rest }) => rest });
    choose();
  });
  useEffect(() => {
    if (create) chooseOnce();
  }, [create]);
}
