/** The period of the page: two days, a choice of the usual ones, and a month back or on. */
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
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
      <PeriodFields period={period} onChoose={onChoose} />
      <IconButton label={words.later} keys={keys.of('laterPeriod')} variant="plain" onPress={step(1)}>
        <ChevronRight size={16} aria-hidden />
      </IconButton>
    </div>
  );
}

/** `31.12.2025`: nothing can follow. */
function isWrittenOut(typed: string): boolean {
  return /^\d{2}\.\d{2}\.\d{4}$/.test(typed);
}

/** Typed days take effect when a field is left or Enter is pressed. */
function PeriodFields({ period, onChoose }: PeriodPickerProps) {
  const text = useText();
  const words = text.consumption;
  const [shown, setShown] = useState(period);
  const [from, setFrom] = useState(formatDate(period.from));
  const [to, setTo] = useState(formatDate(period.to));
  const [fault, setFault] = useState<string>();
  if (shown.from !== period.from || shown.to !== period.to) {
    setShown(period);
    setFrom(formatDate(period.from));
    setTo(formatDate(period.to));
    setFault(undefined);
  }
  /** A day that is written out counts at once; a short one when its field is left, which writes it out. */
  const type = (first: string, last: string): void => {
    setFrom(first);
    setTo(last);
    if (isWrittenOut(first) && isWrittenOut(last)) apply(first, last);
  };
  const apply = (first: string, last: string): void => {
    const [start, end] = [readDay(first, today(), text), readDay(last, today(), text)];
    if (!start.ok || !end.ok) return;
    setFault(start.day > end.day ? words.reversed : undefined);
    if (start.day > end.day || (start.day === period.from && end.day === period.to)) return;
    onChoose({ from: start.day, to: end.day });
  };
  return (
    <form
      className="period-fields"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        apply(from, to);
      }}
    >
      <DateField label={words.from} text={from} onText={(typed) => type(typed, to)} />
      <DateField label={words.to} text={to} onText={(typed) => type(from, typed)} error={fault} />
      <input type="submit" hidden />
    </form>
  );
}
