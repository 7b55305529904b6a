/** How Enter behaves in forms; a setting of the office, kept at once. */
import { useAnswer } from '../../lib/answers.ts';
import { useRight } from '../../lib/session.tsx';
import { useText } from '../../lib/text.tsx';
import { useAction } from '../../lib/use-action.ts';
import { Checkbox } from '../../ui/checkbox.tsx';

export function EntryChoice() {
  const text = useText();
  const mayChange = useRight('changeSettings');
  const { data: settings } = useAnswer('settings.get', {});
  const save = useAction('settings.save');
  if (!settings) return null;
  return (
    <Checkbox
      isSelected={settings.entry.enterMovesOn}
      isDisabled={!mayChange || save.isRunning}
      onChange={(enterMovesOn) => void save.run({ ...settings, entry: { enterMovesOn } })}
    >
      {text.settings.enterMovesOn}
    </Checkbox>
  );
}
