/** When the office pulls by itself, when next, and how the last quiet pull went. */
import type { PullSchedule, PullStatus } from '#shared/contract/pull.ts';
import { formatMoment } from '../../lib/moment.ts';
import { useRight } from '../../lib/session.tsx';
import { useText } from '../../lib/text.tsx';
import { useAction } from '../../lib/use-action.ts';
import { Select, type Option } from '../../ui/select.tsx';
import { StatusMark, type StatusShape, type StatusTone } from '../../ui/status-mark.tsx';

const MINUTES = [15, 30, 60, 180, 360, 720] as const;
const FIRST_TIME = '06:00';
const FULL_HOURS: readonly Option[] = Array.from({ length: 24 }, (_, hour) => {
  const time = `${String(hour).padStart(2, '0')}:00`;
  return { value: time, label: time };
});

export function ScheduleSection({ status }: { readonly status: PullStatus }) {
  const words = useText().pull.schedule;
  const mayChange = useRight('changeSettings');
  const save = useAction('pull.saveSchedule');
  const { schedule, nextAt, lastQuiet, source } = status;
  const isDisabled = !mayChange || save.isRunning || source === null;
  return (
    <section className="section" aria-labelledby="schedule">
      <h2 id="schedule">{words.title}</h2>
      <div className="schedule-fields">
        <Select
          label={words.label}
          options={[
            { value: 'off', label: words.off },
            ...MINUTES.map((minutes) => ({ value: String(minutes), label: words.every[minutes] })),
            { value: 'daily', label: words.daily },
          ]}
          value={nameOf(schedule)}
          onChange={(name) => void save.run(scheduleNamed(name))}
          isDisabled={isDisabled}
        />
        {schedule.kind === 'daily' ? (
          <Select
            label={words.at}
            options={FULL_HOURS}
            value={schedule.at}
            onChange={(at) => void save.run({ kind: 'daily', at })}
            isDisabled={isDisabled}
          />
        ) : null}
      </div>
      <p className="muted">{source === null ? words.needsSource : words.help}</p>
      {nextAt === null ? null : <p>{words.next(formatMoment(nextAt))}</p>}
      {lastQuiet === null ? null : <QuietPull {...lastQuiet} />}
    </section>
  );
}

function nameOf(schedule: PullSchedule): string {
  return schedule.kind === 'every' ? String(schedule.minutes) : schedule.kind;
}

function scheduleNamed(name: string): PullSchedule {
  if (name === 'off') return { kind: 'off' };
  return name === 'daily' ? { kind: 'daily', at: FIRST_TIME } : { kind: 'every', minutes: Number(name) };
}

type Quiet = NonNullable<PullStatus['lastQuiet']>;

const MARKS: Record<
  Quiet['outcome'],
  readonly [StatusShape, StatusTone, 'nothingNew' | 'cancelled' | 'failed']
> = {
  complete: ['full', 'good', 'nothingNew'],
  cancelled: ['half', 'late', 'cancelled'],
  failed: ['square', 'wrong', 'failed'],
};

function QuietPull({ at, outcome, message }: Quiet) {
  const words = useText().pull.schedule;
  const [shape, tone, word] = MARKS[outcome];
  return (
    <div>
      <StatusMark shape={shape} tone={tone}>
        {words[word](formatMoment(at))}
      </StatusMark>
      {message === null ? null : <p className="muted">{message}</p>}
    </div>
  );
}
