/** What was used, of each medium: the sum, how much of the house it speaks for, and named values to compare with. */
import { useState } from 'react';
import type { ConsumptionOfMedium, ConsumptionScope, Reference } from '#shared/contract/consumption.ts';
import { formatDate, formatDecimal, formatPeriod, formatQuantity } from '#shared/text/format.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { useText } from '../../lib/text.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { isOneMonth } from './presets.ts';
import { writeChange, writeQuantity } from './quantities.ts';

interface UsageCardProps {
  readonly scope: ConsumptionScope;
  readonly used: ConsumptionOfMedium;
  /** Shows the meters behind the sum. */
  readonly onMeters: () => void;
}

export function UsageCard({ scope, used, onMeters }: UsageCardProps) {
  const text = useText();
  const words = text.consumption;
  const { medium, countedIn, value, kwh, coverage } = used;
  const isDerived = kwh !== null && countedIn !== 'kWh';
  const { covered, total, until } = coverage;
  return (
    <section className="card" aria-label={words.media[medium]}>
      <h2 className="card-title">{words.media[medium]}</h2>
      <p className="card-figure" data-medium={medium}>
        {kwh === null ? writeQuantity(text, value, countedIn) : writeQuantity(text, kwh, 'kWh')}
      </p>
      {isDerived ? <Derivation used={used} /> : null}
      {kwh === null && countedIn !== 'kWh' ? <p className="muted">{words.noConversion}</p> : null}
      <LinkButton onPress={onMeters}>
        {words.coverage(
          formatDecimal(covered, 0),
          formatDecimal(total, 0),
          until === null ? null : formatDate(until),
        )}
      </LinkButton>
      <dl className="references">
        {used.references.map((reference) => (
          <ReferenceLine key={reference.kind} scope={scope} used={used} reference={reference} />
        ))}
      </dl>
    </section>
  );
}

/** Derived kilowatt-hours say so, keep the counted value beside them, and explain themselves on demand. */
function Derivation({ used: { countedIn, value, conversion } }: { readonly used: ConsumptionOfMedium }) {
  const text = useText();
  const words = text.consumption;
  const [isOpen, setIsOpen] = useState(false);
  if (conversion === null) return null;
  return (
    <>
      <p className="card-note">
        {writeQuantity(text, value, countedIn)} ·{' '}
        <LinkButton onPress={() => setIsOpen(!isOpen)} aria-expanded={isOpen}>
          {words.derived}
        </LinkButton>
      </p>
      {isOpen ? (
        <p className="card-note">
          {words.derivedHow(
            words.unitOf[countedIn],
            formatQuantity(Number(conversion.kwhPerUnit), 3, 'kWh'),
            formatQuantity(Number(conversion.heatKwh), 0, 'kWh'),
            writeQuantity(text, conversion.counted, countedIn),
            formatPeriod(conversion.period),
            conversion.isFinal,
          )}
        </p>
      ) : null}
    </>
  );
}

function nameOfReference(
  words: Dictionary['consumption'],
  kind: Reference['kind'],
  isMonth: boolean,
): string {
  const { previous, previousMonth, lastYear, lastYearMonth, average } = words.references;
  if (kind === 'average') return average;
  if (kind === 'previous') return isMonth ? previousMonth : previous;
  return isMonth ? lastYearMonth : lastYear;
}

function ReferenceLine({
  scope,
  used,
  reference,
}: {
  readonly scope: ConsumptionScope;
  readonly used: ConsumptionOfMedium;
  readonly reference: Reference;
}) {
  const text = useText();
  const words = text.consumption;
  const { kind, period, value, kwh } = reference;
  const shown = kwh === null ? value : kwh;
  const now = kwh === null ? used.value : used.kwh;
  const change = writeChange(text, now, shown);
  return (
    <div>
      <dt>
        {nameOfReference(words, kind, isOneMonth(scope.period))}
        {kind === 'average' ? null : <span className="field-help"> {formatPeriod(period)}</span>}
      </dt>
      <dd>
        {shown === null ? (
          <span className="muted">{words.noReference}</span>
        ) : (
          <>
            {writeQuantity(text, shown, kwh === null ? used.countedIn : 'kWh')}
            {change === null ? null : <span className="field-help"> {change}</span>}
          </>
        )}
      </dd>
    </div>
  );
}
