/** Whether who drafted a bill may check it; a setting of the office, kept at once. */
import { useAnswer } from '../../lib/answers.ts';
import { useRight } from '../../lib/session.tsx';
import { useText } from '../../lib/text.tsx';
import { useAction } from '../../lib/use-action.ts';
import { Checkbox } from '../../ui/checkbox.tsx';

export function FourEyesChoice() {
  const { settings: words } = useText();
  const mayChange = useRight('changeSettings');
  const { data: settings } = useAnswer('settings.get', {});
  const save = useAction('settings.save');
  if (!settings) return null;
  return (
    <section className="section" aria-labelledby="four-eyes">
      <h2 id="four-eyes">{words.fourEyesTitle}</h2>
      <Checkbox
        isSelected={settings.billing.fourEyes}
        isDisabled={!mayChange || save.isRunning}
        onChange={(fourEyes) => void save.run({ ...settings, billing: { ...settings.billing, fourEyes } })}
      >
        {words.fourEyes}
      </Checkbox>
    </section>
  );
}
