/** The review list over every run that is not final yet. */
import { useQueries } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { BillingRun } from '#shared/contract/billing.ts';
import { answerKey, demand, useAnswer } from '../../lib/answers.ts';
import { useText } from '../../lib/text.tsx';
import { Page } from '../../ui/page.tsx';
import { FindingsTable } from './findings-table.tsx';

/** The runs that still move, with their findings; undefined while they are being asked for. */
function useOpenRuns(propertyId: number | undefined): readonly BillingRun[] | undefined {
  const { data: summaries } = useAnswer('billing.list', {});
  const open = (summaries ?? []).filter(
    (run) =>
      (run.stage === 'draft' || run.stage === 'checked') &&
      (propertyId === undefined || run.propertyId === propertyId),
  );
  return useQueries({
    queries: open.map(({ id }) => ({
      queryKey: answerKey('billing.get', { id }),
      queryFn: () => demand('billing.get', { id }),
    })),
    combine: (answers) =>
      summaries === undefined || answers.some((answer) => answer.isPending)
        ? undefined
        : answers.flatMap(({ data }) => data ?? []),
  });
}

export function ReviewPage() {
  const text = useText();
  const { property } = useSearch({ from: '__root__' });
  const runs = useOpenRuns(property);
  return (
    <Page title={text.frame.pages.review} isFilled>
      {runs === undefined ? <p className="loading">{text.common.loading}</p> : <FindingsTable runs={runs} />}
    </Page>
  );
}
