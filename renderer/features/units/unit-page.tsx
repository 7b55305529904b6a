/** One unit: its data with rooms, everybody who lived there, and its history. */
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { Unit } from '#shared/contract/units.ts';
import { unitId as unitIdOf } from '#shared/contract/values.ts';
import { useAnswer } from '../../lib/answers.ts';
import { useDraftForm } from '../../lib/draft-form.ts';
import { ask } from '../../lib/office.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useUndo } from '../../lib/use-undo.ts';
import { Answered } from '../../ui/answered.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { SavedForm } from '../../ui/saved-form.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { HistoryList } from '../history/history-list.tsx';
import { MetersTable } from '../meters/meters-table.tsx';
import { UnitActions } from './unit-actions.tsx';
import { TenanciesTable } from '../tenancies/tenancies-table.tsx';
import { draftOfUnit, readUnit } from './unit-draft.ts';
import { UnitFormFields } from './unit-fields.tsx';

export function UnitPage() {
  const { id } = useParams({ from: '/units/$id' });
  const answer = useAnswer('units.get', { id: unitIdOf.parse(Number(id)) });
  return <Answered answer={answer}>{(unit) => <UnitTabs unit={unit} />}</Answered>;
}

function UnitTabs({ unit }: { readonly unit: Unit }) {
  const text = useText();
  const navigate = useNavigate();
  const { tab = 'data' } = useSearch({ from: '__root__' });
  const choose = (next: string): void =>
    void navigate({ to: '.', replace: true, search: ({ property }) => ({ property, tab: next }) });
  const openProperty = (): void =>
    void navigate({
      to: '/properties/$id',
      params: { id: String(unit.propertyId) },
      search: { property: unit.propertyId },
    });
  return (
    <Page
      title={unit.name}
      subtitle={
        <>
          <LinkButton onPress={openProperty}>{unit.propertyName}</LinkButton>
          {unit.position === '' ? '' : ` · ${unit.position}`} ·{' '}
          {unit.currentTenancy?.tenantName ?? text.units.vacant} ·{' '}
          <LinkButton onPress={() => choose('meters')}>{text.meters.count(unit.meterCount)}</LinkButton>
        </>
      }
      actions={<UnitActions unit={unit} />}
      isFilled
    >
      <Tabs
        label={unit.name}
        chosen={tab}
        onChoose={choose}
        views={[
          {
            id: 'data',
            label: text.units.data,
            content: <UnitData key={JSON.stringify(unit)} unit={unit} />,
          },
          {
            id: 'tenancies',
            label: text.units.people,
            content: <TenanciesTable propertyId={unit.propertyId} unitId={unit.id} />,
          },
          {
            id: 'meters',
            label: text.units.meters,
            content: <MetersTable propertyId={unit.propertyId} unitId={unit.id} />,
          },
          {
            id: 'history',
            label: text.audit.history,
            content: <HistoryList subject={{ kind: 'unit', id: unit.id }} />,
          },
        ]}
      />
    </Page>
  );
}

function UnitData({ unit }: { readonly unit: Unit }) {
  const text = useText();
  const { say } = useToasts();
  const undo = useUndo();
  const draft = useDraftForm({
    survivesLock: true,
    initial: draftOfUnit(unit),
    read: (typed) => readUnit(typed, text),
    send: (fields) =>
      ask('units.save', { propertyId: unit.propertyId, rows: [{ id: unit.id, fields }], reason: '' }),
    onSent: () => say(text.units.saved, { label: text.common.undo, run: () => void undo() }),
  });
  return (
    <SavedForm draft={draft}>
      <UnitFormFields form={draft.form} />
    </SavedForm>
  );
}
