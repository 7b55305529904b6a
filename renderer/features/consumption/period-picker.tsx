/** The period of the page: two days, a choice of the usual ones, and a month back or on. */
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { shiftMonths } from '#shared/consumption/reference-periods.ts';
import type { Period } from '#shared/model/period.ts';
import { formatDate } from '#shared/text/format.ts';
import { today } from '../../lib/moment.ts';
import { readDay } from '../../lib/read-day.ts';
import { useText } from '../../lib/text.tsx';
import { useKeysText } from '../../lib/use-keys-text.ts';
import { useShortcuts } from '../../lib/use-shortcuts.ts';
import { IconButton } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Select } from '../../ui/select.tsx';
import { periodOfPreset, presetOf, PRESETS, type PresetId } from './presets.ts';

interface PeriodPickerProps {
  readonly period: Period;
  readonly onChoose: (period: Period) => void;
}

export function PeriodPicker({ period, onChoose }: PeriodPickerProps) {
  const text = useText();
  const words = text.consumption;
  const keys = useKeysText();
  const step = (months: number) => (): void => onChoose(shiftMonths(period, months));
  useShortcuts({ earlierPeriod: step(-1), laterPeriod: step(1) });
  const preset = presetOf(period, today());
  return (
    <div className="period-picker" role="group" aria-label={words.period}>
      <Select<PresetId | 'own'>
        label={words.preset}
        isLabelHidden
        value={preset ?? 'own'}
        onChange={(chosen) => (chosen === 'own' ? undefined : onChoose(periodOfPreset(chosen, today())))}
        options={[
          ...PRESETS.map((id) => ({ value: id, label: words.presets[id] })),
          ...(preset === null ? [{ value: 'own' as const, label: words.ownPeriod }] : []),
        ]}
      />
      <IconButton label={words.earlier} keys={keys.of('earlierPeriod')} variant="plain" onPress={step(-1)}>
        <ChevronLeft size={16} aria-hidden />
      </IconButton>
      <PeriodFields key={`${period.from}.${period.to}`} period={period} onChoose={onChoose} />
      <IconButton label={words.later} keys={keys.of('laterPeriod')} variant="plain" onPress={step(1)}>
        <ChevronRight size={16} aria-hidden />
      </IconButton>
    </div>
  );
}

/** Typed days take effect when the fields are left or Enter is pressed. */
function PeriodFields({ period, onChoose }: PeriodPickerProps) {
  const text = useText();
  const words = text.consumption;
  const [from, setFrom] = useState(formatDate(period.from));
  const [to, setTo] = useState(formatDate(period.to));
  const [fault, setFault] = useState<string>();
  const apply = (): void => {
    const [first, last] = [readDay(from, today(), text), readDay(to, today(), text)];
    if (!first.ok || !last.ok) return;
    setFault(first.day > last.day ? words.reversed : undefined);
    if (first.day > last.day || (first.day === period.from && last.day === period.to)) return;
    onChoose({ from: first.day, to: last.day });
  };
  return (
    <div
      className="period-fields"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) apply();
      }}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Enter') apply();
      }}
    >
      <DateField label={words.from} text={from} onText={setFrom} />
      <DateField label={words.to} text={to} onText={setTo} error={fault} />
    </div>
  );
}
