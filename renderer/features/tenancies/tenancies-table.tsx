/** The table of tenancies and vacancies: of all, of one property, or of one unit. */
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Occupancy } from '#shared/contract/tenancies.ts';
import type { PropertyId } from '#shared/model/property.ts';
import type { TenancyId } from '#shared/model/tenancy.ts';
import type { UnitId } from '#shared/model/unit.ts';
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
import type { CommandGroup } from '../../ui/menu.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { useOpenChange } from '../tenant-change/use-change-commands.ts';
import { PropertyFirst } from '../properties/property-first.tsx';
import { PasteDialog } from '../paste/paste-dialog.tsx';
import { tenancyColumns, type WriteTenancy } from './tenancy-columns.tsx';
import { PrepaymentsDialog } from './prepayments-dialog.tsx';
import { TenancyDialog } from './tenancy-dialog.tsx';
import {
  draftForVacancy,
  draftOfTenancy,
  NEW_TENANCY,
  type Tenancy,
  type TenancyDraft,
} from './tenancy-draft.ts';

interface TenanciesTableProps {
  readonly propertyId: PropertyId | undefined;
  readonly unitId?: UnitId;
}

type Open =
  | { readonly kind: 'form'; readonly id?: TenancyId; readonly draft: TenancyDraft }
  | { readonly kind: 'paste' }
  | { readonly kind: 'prepayments'; readonly tenancy: Tenancy };

/** Names a row; a vacancy by its unit and first day. */
function rowIdOf(row: Occupancy): string {
  return row.kind === 'tenancy' ? `t${row.id}` : `v${row.unitId}.${row.from}`;
}

const write: WriteTenancy = async (tenancy, fields) => {
  const reply = await ask('tenancies.save', { id: tenancy.id, fields, reason: '' });
  return reply.ok ? succeed(null) : fail(reply.error.message);
};

export function TenanciesTable({ propertyId, unitId }: TenanciesTableProps) {
  const text = useText();
  const words = text.tenancies;
  const navigate = useNavigate();
  const { say } = useToasts();
  const openChange = useOpenChange();
  const undo = useUndo();
  const [view, setView] = useAddressedView();
  const [open, setOpen] = useState<Open | null>(null);
  const [pasted, setPasted] = useState('');
  const scope = unitId === undefined ? (propertyId === undefined ? {} : { propertyId }) : { unitId };
  const answer = useAnswer('tenancies.list', scope);
  const remove = useAction('tenancies.remove');
  const columns = useMemo(
    () => tenancyColumns(text, write, { property: propertyId === undefined, unit: unitId === undefined }),
    [text, propertyId, unitId],
  );
  const blank: TenancyDraft = { ...NEW_TENANCY, unitId: unitId === undefined ? null : String(unitId) };
  const canPaste = propertyId !== undefined && unitId === undefined;
  const openRow = (row: Occupancy): void =>
    setOpen(
      row.kind === 'tenancy'
        ? { kind: 'form', id: row.id, draft: draftOfTenancy(row) }
        : { kind: 'form', draft: draftForVacancy(row) },
    );
  const removeTenancy = async (id: TenancyId): Promise<void> => {
    if (await remove.run({ id })) say(words.removed, { label: text.common.undo, run: () => void undo() });
  };
  const goToUnit = (row: Occupancy): void =>
    void navigate({
      to: '/units/$id',
      params: { id: String(row.unitId) },
      search: { property: row.propertyId },
    });
  const commands = (row: Occupancy): CommandGroup[] => [
    {
      id: 'tenancy',
      heading: row.unitName,
      commands:
        row.kind === 'tenancy'
          ? [
              { id: 'edit', label: words.edit, run: () => openRow(row), keys: 'Enter' },
              {
                id: 'change',
                label: text.tenantChange.command,
                run: () => openChange(row.unitId),
              },
              {
                id: 'tenant',
                label: words.openTenant,
                run: () => void navigate({ to: '/people/$id', params: { id: String(row.personId) } }),
              },
              { id: 'unit', label: words.openUnit, run: () => goToUnit(row) },
              {
                id: 'prepayments',
                label: words.prepayments,
                run: () => setOpen({ kind: 'prepayments', tenancy: row }),
              },
              { id: 'remove', label: text.common.remove, run: () => void removeTenancy(row.id) },
            ]
          : [
              { id: 'fill', label: words.fillVacancy, run: () => openRow(row), keys: 'Enter' },
              { id: 'unit', label: words.openUnit, run: () => goToUnit(row) },
            ],
    },
  ];
  useShortcuts({ create: () => setOpen({ kind: 'form', draft: blank }) });
  const createButton = (
    <Button variant={canPaste ? 'plain' : 'primary'} onPress={() => setOpen({ kind: 'form', draft: blank })}>
      {words.create}
    </Button>
  );
  const actions =
    propertyId === undefined ? (
      <PropertyFirst sentence={words.pasteChooseProperty}>{createButton}</PropertyFirst>
    ) : (
      <>
        {canPaste ? (
          <Button variant="primary" onPress={() => setOpen({ kind: 'paste' })}>
            {text.units.paste}
          </Button>
        ) : null}
        {createButton}
      </>
    );
  const close = (): void => setOpen(null);
  return (
    <>
      <Answered answer={answer}>
        {(rows) => (
          <DataTable
            label={text.frame.pages.tenancies}
            rows={rows}
            columns={columns}
            rowId={rowIdOf}
            view={view}
            onView={setView}
            onOpen={openRow}
            commands={commands}
            actions={rows.length === 0 ? undefined : actions}
            empty={<EmptyState sentence={words.empty} action={<div className="row-of">{actions}</div>} />}
            onPaste={(typed) => {
              if (!canPaste) return;
              setPasted(typed);
              setOpen({ kind: 'paste' });
            }}
          />
        )}
      </Answered>
      {open?.kind === 'paste' && propertyId !== undefined ? (
        <PasteDialog propertyId={propertyId} initialText={pasted} onClose={close} />
      ) : null}
      {open?.kind === 'prepayments' ? <PrepaymentsDialog tenancy={open.tenancy} onClose={close} /> : null}
      {open?.kind === 'form' ? (
        <TenancyDialog propertyId={propertyId} id={open.id} draft={open.draft} onClose={close} />
      ) : null}
    </>
  );
}
