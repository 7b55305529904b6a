/** How a meter is heard, as shape and word: ● empfangen, ◐ verspätet, ○ stumm. */
import type { Reception } from '#shared/contract/meters.ts';
import { useText } from '../../lib/text.tsx';
import { StatusMark, type StatusShape, type StatusTone } from '../../ui/status-mark.tsx';

const MARKS: Readonly<Record<Reception, readonly [StatusShape, StatusTone]>> = {
  received: ['full', 'good'],
  late: ['half', 'late'],
  silent: ['hollow', 'wrong'],
  never: ['hollow', 'check'],
  gone: ['square', 'plain'],
};

export function ReceptionMark({ reception }: { readonly reception: Reception }) {
  const text = useText();
  const [shape, tone] = MARKS[reception];
  return (
    <StatusMark shape={shape} tone={tone}>
      {text.meters.statuses[reception]}
    </StatusMark>
  );
}
