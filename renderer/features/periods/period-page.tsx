/** One billing period: its costs, its rules, its history, and the way to the draft. */
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ValueOf } from '#shared/contract/contract.ts';
import { isFrozenStage } from '#shared/contract/properties.ts';
import { periodId as periodIdOf } from '#shared/contract/values.ts';
import { formatPeriod } from '#shared/text/format.ts';
import { useAnswer } from '../../lib/answers.ts';
import { useDraftForm } from '../../lib/draft-form.ts';
import { today } from '../../lib/moment.ts';
import { ask } from '../../lib/office.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useUndo } from '../../lib/use-undo.ts';
import { Answered } from '../../ui/answered.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { SavedForm } from '../../ui/saved-form.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { RunningJob } from '../billing/running-job.tsx';
import { StageMark } from '../billing/stage-mark.tsx';
import { useDraftRun } from '../billing/use-draft-run.ts';
import { CostsTab } from '../costs/costs-tab.tsx';
import { HistoryList } from '../history/history-list.tsx';
import { draftOfPeriod, readPeriod } from './period-draft.ts';
import { PeriodFormFields } from './period-fields.tsx';

type BillingPeriod = ValueOf<'periods.get'>;

export function PeriodPage() {
  const { id } = useParams({ from: '/periods/$id' });
  const answer = useAnswer('periods.get', { id: periodIdOf.parse(Number(id)) });
  return <Answered answer={answer}>{(period) => <PeriodView period={period} />}</Answered>;
}

function PeriodView({ period }: { readonly period: BillingPeriod }) {
  const text = useText();
  const navigate = useNavigate();
  const { tab = 'costs' } = useSearch({ from: '__root__' });
  const { data: property } = useAnswer('properties.get', { id: period.propertyId });
  const isFrozen = isFrozenStage(period.stage);
  const { draft, isRunning } = useDraftRun();
  const showProperty = (): void =>
    void navigate({
      to: '/properties/$id',
      params: { id: String(period.propertyId) },
      search: { property: period.propertyId },
    });
  return (
    <Page
      title={formatPeriod(period.fields)}
      subtitle={
        <span className="row-of">
          <LinkButton onPress={showProperty}>{property?.name ?? ''}</LinkButton>
          <StageMark stage={period.stage} />
        </span>
      }
      actions={
        <Button
          variant="primary"
          isDisabled={isFrozen}
          isPending={isRunning}
          onPress={() => draft(period.id)}
        >
          {text.billing.draft}
        </Button>
      }
      isFilled
    >
      <RunningJob name="draft" />
      {isFrozen ? <Notice>{text.periods.frozen}</Notice> : null}
      <Tabs
        label={formatPeriod(period.fields)}
        chosen={tab}
        onChoose={(next) =>
          void navigate({
            to: '.',
            replace: true,
            search: ({ property: kept }) => ({ property: kept, tab: next }),
          })
        }
        views={[
          {
            id: 'costs',
            label: text.periods.costs,
            content: <CostsTab periodId={period.id} isFrozen={isFrozen} />,
          },
          {
            id: 'rules',
            label: text.periods.rules,
            content: <PeriodRules key={period.id} period={period} isFrozen={isFrozen} />,
          },
          {
            id: 'history',
            label: text.audit.history,
            content: <HistoryList subject={{ kind: 'period', id: period.id }} />,
          },
        ]}
      />
    </Page>
  );
}

function PeriodRules({ period, isFrozen }: { readonly period: BillingPeriod; readonly isFrozen: boolean }) {
  const text = useText();
  const { say } = useToasts();
  const undo = useUndo();
  const draft = useDraftForm({
    survivesLock: true,
    initial: draftOfPeriod(period.fields),
    read: (typed) => readPeriod(typed, today(), text),
    send: (fields) => ask('periods.save', { id: period.id, fields, reason: '' }),
    onSent: () => {
      draft.form.reset(draft.form.getValues());
      say(text.periods.saved, { label: text.common.undo, run: () => void undo() });
    },
  });
  return (
    <SavedForm draft={draft} canSave={!isFrozen}>
      <PeriodFormFields control={draft.form.control} />
    </SavedForm>
  );
}
