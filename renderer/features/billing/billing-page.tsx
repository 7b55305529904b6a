/** The board of bills: every property and period with its state and deadline. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { isFrozenStage } from '#shared/contract/properties.ts';
import { useAnswer } from '../../lib/answers.ts';
import { useText } from '../../lib/text.tsx';
import { useAddressedView } from '../../lib/use-addressed-view.ts';
import { useShortcuts } from '../../lib/use-shortcuts.ts';
import { Answered } from '../../ui/answered.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { boardOf, type BoardLine } from './billing-board.ts';
import { boardColumns } from './board-columns.tsx';
import { RunningJob } from './running-job.tsx';
import { DraftDialog } from './draft-dialog.tsx';
import { useDraftRun } from './use-draft-run.ts';

export function BillingPage() {
  const text = useText();
  const navigate = useNavigate();
  const { property, create = false } = useSearch({ from: '__root__' });
  const [view, setView] = useAddressedView();
  const columns = useMemo(() => boardColumns(text), [text]);
  const { data: properties = [] } = useAnswer('properties.list', {});
  const answer = useAnswer('billing.list', {});
  const setCreating = (isCreating: boolean): void =>
    void navigate({
      to: '.',
      replace: true,
      search: (current) => ({ ...current, create: isCreating ? true : undefined }),
    });
  const { draft } = useDraftRun();
  const showCosts = (line: BoardLine): void =>
    void navigate({
      to: '/periods/$id',
      params: { id: String(line.periodId) },
      search: { property: line.propertyId },
    });
  const open = (line: BoardLine): void => {
    if (line.runId === null) showCosts(line);
    else void navigate({ to: '/billing/$runId', params: { runId: String(line.runId) } });
  };
  useShortcuts({ create: () => setCreating(true) });
  const rows = useMemo(
    () => boardOf(answer.data ?? [], properties, property),
    [answer.data, properties, property],
  );
  const createButton = (
    <Button variant="primary" onPress={() => setCreating(true)}>
      {text.billing.create}
    </Button>
  );
  return (
    <Page title={text.frame.pages.billing} isFilled>
      <RunningJob name="draft" />
      <Answered answer={answer}>
        {() => (
          <DataTable
            label={text.frame.pages.billing}
            rows={rows}
            columns={columns}
            rowId={(line) => line.key}
            view={view}
            onView={setView}
            onOpen={open}
            commands={(line) => [
              {
                id: 'billing',
                heading: line.propertyName,
                commands: [
                  { id: 'open', label: text.common.open, run: () => open(line), keys: 'Enter' },
                  { id: 'costs', label: text.billing.enterCosts, run: () => showCosts(line) },
                  {
                    id: 'draft',
                    label: line.runId === null ? text.billing.draft : text.billing.draftAgain,
                    run: () => draft(line.periodId),
                    isDisabled: isFrozenStage(line.stage),
                  },
                ],
              },
            ]}
            actions={rows.length === 0 ? undefined : createButton}
            empty={<EmptyState sentence={text.billing.empty} action={createButton} />}
          />
        )}
      </Answered>
      {create ? <DraftDialog initialProperty={property} onClose={() => setCreating(false)} /> : null}
    </Page>
  );
}
