/** How the window looks on this device; kept at once. */
import { useLook } from '../../lib/look-context.tsx';
import { useText } from '../../lib/text.tsx';
import { optionsOf } from '../../ui/options.ts';
import { EntryChoice } from './entry-choice.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';

const ZOOMS = {
  '80': '80 %',
  '90': '90 %',
  '100': '100 %',
  '125': '125 %',
  '150': '150 %',
  '200': '200 %',
} as const;

export function LookTab() {
  const { frame } = useText();
  const { look, change } = useLook();
  const zoom = String(look.zoomPercent);
  return (
    <div className="form">
      <RadioGroup
        label={frame.theme}
        options={optionsOf(frame.themes)}
        value={look.theme}
        onChange={(theme) => change({ theme })}
      />
      <RadioGroup
        label={frame.language}
        options={optionsOf(frame.languages)}
        value={look.language}
        onChange={(language) => change({ language })}
      />
      <RadioGroup
        label={frame.density}
        options={optionsOf(frame.densities)}
        value={look.density}
        onChange={(density) => change({ density })}
      />
      <RadioGroup
        label={frame.zoom(`${zoom} %`)}
        orientation="horizontal"
        options={Object.entries(ZOOMS).map(([value, label]) => ({ value, label }))}
        value={zoom}
        onChange={(value) => change({ zoomPercent: Number(value) })}
      />
      <EntryChoice />
    </div>
  );
}
