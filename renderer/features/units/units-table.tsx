/** The table of units, of one property or of all, with its ways to create them. */
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Unit } from '#shared/contract/units.ts';
import type { PropertyId } from '#shared/model/property.ts';
import { fail, succeed } from '#shared/model/result.ts';
import { useAnswer } from '../../lib/answers.ts';
import { ask } from '../../lib/office.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useAction } from '../../lib/use-action.ts';
import { useAddressedView } from '../../lib/use-addressed-view.ts';
import { useShortcuts } from '../../lib/use-shortcuts.ts';
import { useUndo } from '../../lib/use-undo.ts';
import { Answered } from '../../ui/answered.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { PropertyFirst } from '../properties/property-first.tsx';
import { PasteDialog } from '../paste/paste-dialog.tsx';
import { PatternDialog } from './pattern-dialog.tsx';
import { unitColumns, type WriteUnit } from './unit-columns.ts';
import { UnitDialog } from './unit-dialog.tsx';

type Creating = 'one' | 'pattern' | 'paste' | null;

export function UnitsTable({ propertyId }: { readonly propertyId: PropertyId | undefined }) {
  const text = useText();
  const navigate = useNavigate();
  const { say } = useToasts();
  const undo = useUndo();
  const [view, setView] = useAddressedView();
  const [creating, setCreating] = useState<Creating>(null);
  const [pasted, setPasted] = useState('');
  const answer = useAnswer('units.list', propertyId === undefined ? {} : { propertyId });
  const remove = useAction('units.remove');
  const columns = useMemo(() => {
    const write: WriteUnit = async (unit, fields) => {
      const reply = await ask('units.save', {
        propertyId: unit.propertyId,
        rows: [{ id: unit.id, fields }],
        reason: '',
      });
      return reply.ok ? succeed(null) : fail(reply.error.message);
    };
    return unitColumns(text, write, propertyId === undefined);
  }, [text, propertyId]);
  const open = (unit: Unit): void =>
    void navigate({
      to: '/units/$id',
      params: { id: String(unit.id) },
      search: { property: unit.propertyId },
    });
  const removeUnit = async (unit: Unit): Promise<void> => {
    if (await remove.run({ id: unit.id }))
      say(text.units.removed(unit.name), { label: text.common.undo, run: () => void undo() });
  };
  const close = (): void => setCreating(null);
  useShortcuts({ create: () => (propertyId === undefined ? undefined : setCreating('one')) });
  const actions =
    propertyId === undefined ? (
      <PropertyFirst sentence={text.units.pasteChooseProperty} />
    ) : (
      <>
        <Button variant="primary" onPress={() => setCreating('paste')}>
          {text.units.paste}
        </Button>
        <Button onPress={() => setCreating('pattern')}>{text.units.pattern}</Button>
        <Button onPress={() => setCreating('one')}>{text.units.create}</Button>
      </>
    );
  return (
    <>
      <Answered answer={answer}>
        {(rows) => (
          <DataTable
            label={text.frame.pages.units}
            rows={rows}
            columns={columns}
            rowId={(row) => String(row.id)}
            view={view}
            onView={setView}
            onOpen={open}
            commands={(row) => [
              {
                id: 'unit',
                heading: row.name,
                commands: [
                  { id: 'open', label: text.common.open, run: () => open(row), keys: 'Enter' },
                  { id: 'remove', label: text.common.remove, run: () => void removeUnit(row) },
                ],
              },
            ]}
            actions={rows.length === 0 ? undefined : actions}
            empty={
              <EmptyState sentence={text.units.empty} action={<div className="row-of">{actions}</div>} />
            }
            onPaste={(words) => {
              setPasted(words);
              setCreating(propertyId === undefined ? null : 'paste');
            }}
          />
        )}
      </Answered>
      {creating === 'paste' && propertyId !== undefined ? (
        <PasteDialog propertyId={propertyId} initialText={pasted} onClose={close} />
      ) : null}
      {creating === 'pattern' && propertyId !== undefined ? (
        <PatternDialog propertyId={propertyId} onClose={close} />
      ) : null}
      {creating === 'one' && propertyId !== undefined ? (
        <UnitDialog propertyId={propertyId} onClose={close} />
      ) : null}
    </>
  );
}
