/** The state of a key as shape and word. */
import type { KeyState } from '#shared/contract/keys.ts';
import { useText } from '../../lib/text.tsx';
import { StatusMark, type StatusShape, type StatusTone } from '../../ui/status-mark.tsx';

const MARKS: Record<KeyState, readonly [StatusShape, StatusTone]> = {
  confirmed: ['full', 'good'],
  wrong: ['square', 'wrong'],
  missing: ['hollow', 'wrong'],
  unheard: ['half', 'plain'],
  standard: ['triangle', 'check'],
  plain: ['hollow', 'plain'],
};

export function KeyMark({ state }: { readonly state: KeyState }) {
  const text = useText();
  const [shape, tone] = MARKS[state];
  return (
    <StatusMark shape={shape} tone={tone}>
      {text.keys.states[state]}
    </StatusMark>
  );
}
