/**
 * A field for a day: `311225`, `1.3.`, `h`, `+14`, PgUp and PgDn, arrow keys, or a calendar behind F2 and Alt+↓.
 * Leaving the field writes the day out; until then its reading stands underneath.
 */
import { CalendarDays } from 'lucide-react';
import { useRef, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { Input, Label, Popover, TextField } from 'react-aria-components';
import { addDays, addMonths, type PlainDate } from '#shared/model/plain-date.ts';
import { formatDate } from '#shared/text/format.ts';
import { parseDate } from '#shared/text/parse-date.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { today } from '../lib/moment.ts';
import { useText } from '../lib/text.tsx';
import { IconButton } from './button.tsx';
import { Calendar } from './calendar/calendar.tsx';
import { FieldFoot } from './field-foot.tsx';

interface DateFieldProps {
  readonly label: string;
  /** The text in the field; the form keeps it. */
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly name?: string;
  readonly help?: ReactNode;
  readonly error?: string | undefined;
  readonly isRequired?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** What is wrong with a day as typed, in a sentence; undefined when nothing is. An empty text is let be. */
export function faultOfDate(text: string, words: Dictionary): string | undefined {
  const result = parseDate(text, { today: today() });
  if (result.ok || result.error === 'EMPTY') return undefined;
  return result.error === 'NO_SUCH_DAY' ? words.common.dateMissing : words.common.dateUnreadable;
}

/** The day a step key leads to, or null when the key is none. */
export function stepDate(date: PlainDate, key: string): PlainDate | null {
  if (key === 'ArrowUp') return addDays(date, 1);
  if (key === 'ArrowDown') return addDays(date, -1);
  if (key === 'PageUp') return addMonths(date, 1);
  if (key === 'PageDown') return addMonths(date, -1);
  return null;
}

export function DateField({
  label,
  text,
  onText,
  name,
  help,
  error,
  isRequired = false,
  inputRef = null,
}: DateFieldProps) {
  const words = useText();
  const [isLeft, setIsLeft] = useState(true);
  const [hasCalendar, setHasCalendar] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const fault = error ?? (isLeft ? faultOfDate(text, words) : undefined);
  const result = parseDate(text, { today: today() });
  const isShort = result.ok && text.trim() !== formatDate(result.value);

  const closeCalendar = (): void => {
    setHasCalendar(false);
    box.current?.querySelector('input')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'F2' || (event.key === 'ArrowDown' && event.altKey)) {
      event.preventDefault();
      setHasCalendar(true);
      return;
    }
    const next = stepDate(result.ok ? result.value : today(), event.key);
    if (!next || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onText(formatDate(next));
  };
  return (
    <TextField
      className="field"
      value={text}
      onChange={onText}
      {...(name === undefined ? {} : { name })}
      isRequired={isRequired}
      isInvalid={fault !== undefined}
      validationBehavior="aria"
      onFocus={() => setIsLeft(false)}
      onBlur={() => {
        setIsLeft(true);
        if (result.ok) onText(formatDate(result.value));
      }}
    >
      <Label className="field-label">{label}</Label>
      <div className="input-with-button" ref={box}>
        <Input
          className="input"
          ref={inputRef}
          spellCheck={false}
          autoComplete="off"
          placeholder={words.common.datePattern}
          onKeyDown={onKeyDown}
        />
        <IconButton
          label={words.common.calendar}
          keys="F2"
          variant="plain"
          excludeFromTabOrder
          onPress={() => setHasCalendar(true)}
        >
          <CalendarDays size={16} aria-hidden />
        </IconButton>
      </div>
      {isShort && !isLeft ? (
        <span className="field-reading" role="status">
          {words.common.readAs(formatDate(result.value))}
        </span>
      ) : null}
      <FieldFoot help={help} error={fault} />
      <Popover
        className="popover"
        aria-label={words.common.calendarOf(label)}
        triggerRef={box}
        placement="bottom start"
        offset={4}
        isOpen={hasCalendar}
        onOpenChange={(isOpen) => (isOpen ? undefined : closeCalendar())}
      >
        <Calendar
          chosen={result.ok ? result.value : null}
          onChoose={(day) => {
            onText(formatDate(day));
            closeCalendar();
          }}
        />
      </Popover>
    </TextField>
  );
}
