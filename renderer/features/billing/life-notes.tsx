/** Who did what to a bill: drafted, checked, final with its check number, sent, corrected. */
import { useNavigate } from '@tanstack/react-router';
import type { BillingRun } from '#shared/contract/billing.ts';
import { formatDate } from '#shared/text/format.ts';
import { formatMoment } from '../../lib/moment.ts';
import { useText } from '../../lib/text.tsx';
import { LinkButton } from '../../ui/button.tsx';

export function LifeNotes({ run }: { readonly run: BillingRun }) {
  const text = useText();
  const words = text.billLife;
  const navigate = useNavigate();
  const { life, finalisedAt } = run;
  const show = (id: number): void => void navigate({ to: '/billing/$runId', params: { runId: String(id) } });
  const facts = [
    words.draftedBy(life.draftedBy, formatMoment(run.draftedAt)),
    life.checked === null ? null : words.checkedBy(life.checked.by, formatMoment(life.checked.at)),
    finalisedAt === null ? null : words.finalAt(formatMoment(finalisedAt)),
    life.checkNumber === null ? null : text.billing.checkNumber(life.checkNumber),
    life.dispatch === null
      ? null
      : words.dispatchedBy(formatDate(life.dispatch.on), words.ways[life.dispatch.way], life.dispatch.by),
  ].filter((fact) => fact !== null);
  const { corrects, correctedBy } = life;
  return (
    <div className="row-of">
      <span className="muted">{facts.join(' · ')}</span>
      {corrects === null ? null : (
        <LinkButton onPress={() => show(corrects.id)}>
          {words.corrects(corrects.version, corrects.reason)}
        </LinkButton>
      )}
      {correctedBy === null ? null : (
        <LinkButton onPress={() => show(correctedBy.id)}>
          {run.stage === 'corrected'
            ? words.correctedBy(correctedBy.version)
            : words.correctionBegun(correctedBy.version)}
        </LinkButton>
      )}
    </div>
  );
}
