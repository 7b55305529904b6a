/** Beginning a bill: property, period, what is still missing, then the draft. */
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { isFrozenStage, type Property } from '#shared/contract/properties.ts';
import { propertyId as propertyIdOf } from '#shared/contract/values.ts';
import { formatPeriod } from '#shared/text/format.ts';
import { useAnswer } from '../../lib/answers.ts';
import { useText } from '../../lib/text.tsx';
import { Button } from '../../ui/button.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { RunningJob } from './running-job.tsx';
import { OpenPointList } from '../properties/open-point-list.tsx';
import { useDraftRun } from './use-draft-run.ts';

interface DraftDialogProps {
  readonly initialProperty: number | undefined;
  readonly onClose: () => void;
}

/** The periods that can still be drafted, the newest first. */
function openPeriods(property: Property | undefined): Property['periods'] {
  return (property?.periods ?? [])
    .filter(({ stage }) => !isFrozenStage(stage))
    .toSorted((a, b) => (a.from < b.from ? 1 : -1));
}

export function DraftDialog({ initialProperty, onClose }: DraftDialogProps) {
  const text = useText();
  const words = text.billing;
  const { data: properties = [] } = useAnswer('properties.list', {});
  const [chosen, setChosen] = useState<number | undefined>(initialProperty);
  const [periodKey, setPeriodKey] = useState<string | null>(null);
  const [fault, setFault] = useState<string>();
  const { data: property } = useAnswer(
    'properties.get',
    { id: propertyIdOf.parse(chosen ?? 1) },
    { isWanted: chosen !== undefined },
  );
  const periods = openPeriods(property);
  const period = periods.find(({ id }) => String(id) === periodKey) ?? periods[0];
  const { draft, isRunning } = useDraftRun({ onRefused: (failure) => setFault(failure.message) });
  const compute = (): void => {
    setFault(period ? undefined : words.chooseProperty);
    if (period) draft(period.id);
  };
  return (
    <FormDialog
      title={words.create}
      action={words.draft}
      onClose={onClose}
      onSubmit={compute}
      isSending={isRunning}
    >
      {fault === undefined ? null : <Notice tone="wrong">{fault}</Notice>}
      <div className="form-grid">
        <ComboBox
          key={properties.length}
          label={words.property}
          options={properties.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={chosen === undefined ? null : String(chosen)}
          onChange={(value) => {
            setChosen(value === null ? undefined : Number(value));
            setPeriodKey(null);
          }}
          nothingFound={text.common.nothingFound}
          isRequired
        />
        {periods.length === 0 ? null : (
          <Select
            label={words.period}
            options={periods.map(({ id, from, to }) => ({
              value: String(id),
              label: formatPeriod({ from, to }),
            }))}
            value={period === undefined ? null : String(period.id)}
            onChange={setPeriodKey}
          />
        )}
      </div>
      {property ? <Readiness property={property} hasPeriod={period !== undefined} onLeave={onClose} /> : null}
      <RunningJob name="draft" />
    </FormDialog>
  );
}

interface ReadinessProps {
  readonly property: Property;
  readonly hasPeriod: boolean;
  readonly onLeave: () => void;
}

/** What is still missing for this property, each with the way to it. */
function Readiness({ property, hasPeriod, onLeave }: ReadinessProps) {
  const text = useText();
  const navigate = useNavigate();
  return (
    <section className="section" aria-labelledby="readiness">
      <h3 id="readiness">{text.billing.ready}</h3>
      {hasPeriod ? null : (
        <Notice
          action={
            <Button
              onPress={() => {
                onLeave();
                void navigate({ to: '/properties/$id', params: { id: String(property.id) } });
              }}
            >
              {text.periods.title}
            </Button>
          }
        >
          {text.billing.noPeriod}
        </Notice>
      )}
      <OpenPointList points={property.openPoints} onLeave={onLeave} />
      {property.openPoints.length === 0 ? null : <p className="muted">{text.billing.readyText}</p>}
    </section>
  );
}
