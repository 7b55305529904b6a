/** How long telegrams of foreign devices stay. */
import { useAnswer } from '../../lib/answers.ts';
import { useRight } from '../../lib/session.tsx';
import { useText } from '../../lib/text.tsx';
import { useAction } from '../../lib/use-action.ts';
import { Select } from '../../ui/select.tsx';

const CHOICES = [30, 90, 180] as const;

export function ForeignDays() {
  const words = useText().pull.inbox;
  const mayChange = useRight('changeSettings');
  const { data: status } = useAnswer('pull.status', {});
  const save = useAction('pull.saveForeignDays');
  const options = [
    ...CHOICES.map((days) => ({ value: String(days), label: words.dayChoices[days] })),
    { value: 'never', label: words.dayChoices.never },
  ];
  return (
    <div className="foreign-days">
      <Select
        label={words.days}
        help={words.daysHelp}
        options={options}
        value={status === undefined ? null : String(status.foreignDays ?? 'never')}
        onChange={(value) => void save.run({ days: value === 'never' ? null : Number(value) })}
        isDisabled={!mayChange || save.isRunning}
      />
    </div>
  );
}
