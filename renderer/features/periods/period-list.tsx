/** The billing periods of a property with state and deadline, and the way to a new one. */
import { useNavigate } from '@tanstack/react-router';
import { isFrozenStage, type PeriodSummary, type Property } from '#shared/contract/properties.ts';
import { countDays } from '#shared/model/plain-date.ts';
import { formatDate, formatPeriod } from '#shared/text/format.ts';
import { useAnswer } from '../../lib/answers.ts';
import { today } from '../../lib/moment.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useGoOn } from '../../lib/use-go-on.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { StageMark } from '../billing/stage-mark.tsx';
import { firstPeriod, periodAfter } from './period-draft.ts';
import { PeriodDialog } from './period-dialog.tsx';

interface PeriodListProps {
  readonly property: Property;
  readonly isCreating: boolean;
  readonly onCreating: (isCreating: boolean) => void;
}

export function PeriodList({ property, isCreating, onCreating }: PeriodListProps) {
  const text = useText();
  const words = text.periods;
  const newestFirst = property.periods.toSorted((a, b) => (a.from < b.from ? 1 : -1));
  return (
    <section className="section" aria-labelledby="periods">
      <h2 id="periods">{words.title}</h2>
      {newestFirst.length === 0 ? (
        <p className="muted">{words.empty}</p>
      ) : (
        <ul className="work-list">
          {newestFirst.map((period) => (
            <PeriodLine key={period.id} period={period} />
          ))}
        </ul>
      )}
      <div>
        <Button onPress={() => onCreating(true)}>{words.create}</Button>
      </div>
      {isCreating ? (
        <NewPeriod property={property} last={newestFirst[0]} onClose={() => onCreating(false)} />
      ) : null}
    </section>
  );
}

function PeriodLine({ period }: { readonly period: PeriodSummary }) {
  const text = useText();
  const navigate = useNavigate();
  return (
    <li className="work-line">
      <LinkButton
        onPress={() =>
          void navigate({
            to: '/periods/$id',
            params: { id: String(period.id) },
            search: (all) => ({ property: all.property }),
          })
        }
      >
        {formatPeriod(period)}
      </LinkButton>
      <StageMark stage={period.stage} />
      <span>{text.start.dueOn(formatDate(period.dueOn))}</span>
      <span>{isFrozenStage(period.stage) ? '' : text.start.dueIn(countDays(today(), period.dueOn) - 1)}</span>
    </li>
  );
}

interface NewPeriodProps {
  readonly property: Property;
  readonly last: PeriodSummary | undefined;
  readonly onClose: () => void;
}

/** Waits for the rules of the period before, which a new one takes over. */
function NewPeriod({ property, last, onClose }: NewPeriodProps) {
  const text = useText();
  const navigate = useNavigate();
  const goOn = useGoOn();
  const { say } = useToasts();
  const lastId = last?.id ?? property.periods[0]?.id;
  const { data: before, isLoading } = useAnswer(
    'periods.get',
    { id: lastId ?? 1 },
    { isWanted: lastId !== undefined },
  );
  if (isLoading) return null;
  const draft = last ? periodAfter(last, before?.fields ?? null, today()) : firstPeriod(today());
  return (
    <PeriodDialog
      propertyId={property.id}
      draft={draft}
      onClose={onClose}
      onCreated={(id) => {
        onClose();
        const show = (): void => void navigate({ to: '/periods/$id', params: { id: String(id) } });
        if (goOn(show, text.periods.created)) say(text.periods.created);
      }}
    />
  );
}
