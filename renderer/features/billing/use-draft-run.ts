/** Drafting the bill of a period from whatever page: leads on to the run, or says that it is ready. */
import { useNavigate } from '@tanstack/react-router';
import type { OfficeFailure } from '#shared/contract/failure.ts';
import type { BillingPeriodId } from '#shared/model/invoice.ts';
import { endJob } from '../../lib/jobs.ts';
import { useText } from '../../lib/text.tsx';
import { useAction } from '../../lib/use-action.ts';
import { useGoOn } from '../../lib/use-go-on.ts';

interface DraftRunOptions {
  /** The page at hand shows a draft that the new one takes the place of. */
  readonly replacesPage?: boolean;
  /** Takes a failure itself; otherwise it becomes a message. */
  readonly onRefused?: (failure: OfficeFailure) => void;
}

export interface DraftRun {
  readonly draft: (periodId: BillingPeriodId) => void;
  readonly isRunning: boolean;
}

export function useDraftRun({ replacesPage = false, onRefused }: DraftRunOptions = {}): DraftRun {
  const { billLife: words } = useText();
  const navigate = useNavigate();
  const goOn = useGoOn();
  const { run, isRunning } = useAction('billing.draft', {
    onDone: ({ id }) => {
      const params = { runId: String(id) };
      goOn(
        (isHere) => void navigate({ to: '/billing/$runId', params, replace: replacesPage && isHere }),
        words.drafted,
      );
    },
    ...(onRefused && { onRefused }),
  });
  return { isRunning, draft: (periodId) => void run({ periodId }).then(() => endJob('draft')) };
}
