/** A month to choose a day from: one tab stop, moved through by keys; Enter or a click chooses. */
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { addMonths, parsePlainDate, type PlainDate } from '#shared/model/plain-date.ts';
import { useLook } from '../../lib/look-context.tsx';
import { today } from '../../lib/moment.ts';
import { useText } from '../../lib/text.tsx';
import { IconButton } from '../button.tsx';
import { dayForKey, weekOf, weeksOfMonth } from './month.ts';

interface CalendarProps {
  readonly chosen: PlainDate | null;
  readonly onChoose: (day: PlainDate) => void;
}

/** A day in the words of the window's language; days have no zone, so they are written as UTC. */
function useDayWords(): (day: PlainDate, style: Intl.DateTimeFormatOptions) => string {
  const { language } = useLook();
  return (day, style) =>
    new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', { ...style, timeZone: 'UTC' }).format(
      Date.parse(day),
    );
}

export function Calendar({ chosen, onChoose }: CalendarProps) {
  const text = useText();
  const write = useDayWords();
  const heading = useId();
  const [day, setDay] = useState(chosen ?? today());
  const isMovedByKey = useRef(true);
  const focused = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isMovedByKey.current) return;
    isMovedByKey.current = false;
    focused.current?.focus();
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = dayForKey(day, event.key, event.shiftKey);
    const isChoice = event.key === 'Enter' || event.key === ' ';
    if (next === null && !isChoice) return;
    event.preventDefault();
    event.stopPropagation();
    if (next === null) return onChoose(day);
    isMovedByKey.current = true;
    setDay(next);
  };
  const onClick = ({ target }: MouseEvent): void => {
    const clicked = target instanceof HTMLElement ? parsePlainDate(target.dataset['day'] ?? '') : null;
    if (clicked) onChoose(clicked);
  };
  return (
    <div className="calendar">
      <div className="calendar-head">
        <IconButton label={text.common.previousMonth} onPress={() => setDay(addMonths(day, -1))}>
          <ChevronLeft size={16} aria-hidden />
        </IconButton>
        <span id={heading} className="calendar-month" aria-live="polite">
          {write(day, { month: 'long', year: 'numeric' })}
        </span>
        <IconButton label={text.common.nextMonth} onPress={() => setDay(addMonths(day, 1))}>
          <ChevronRight size={16} aria-hidden />
        </IconButton>
      </div>
      <div
        role="grid"
        tabIndex={-1}
        className="calendar-grid"
        aria-labelledby={heading}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <div role="row" className="calendar-week">
          {weekOf(day).map((weekday) => (
            <span
              key={weekday}
              role="columnheader"
              className="calendar-weekday"
              aria-label={write(weekday, { weekday: 'long' })}
            >
              {write(weekday, { weekday: 'short' })}
            </span>
          ))}
        </div>
        {weeksOfMonth(day).map((week) => (
          <div key={week[0]} role="row" className="calendar-week">
            {week.map((one) => (
              <div
                key={one}
                role="gridcell"
                ref={one === day ? focused : null}
                className="calendar-day"
                tabIndex={one === day ? 0 : -1}
                aria-label={write(one, { dateStyle: 'full' })}
                aria-selected={one === chosen}
                aria-current={one === today() ? 'date' : undefined}
                data-beside={one.slice(0, 7) === day.slice(0, 7) ? undefined : ''}
                data-day={one}
              >
                {Number(one.slice(8))}
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
