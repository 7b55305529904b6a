/** Where a bill stands, as shape and word. */
import type { BillStage } from '#shared/contract/properties.ts';
import { useText } from '../../lib/text.tsx';
import { StatusMark, type StatusShape, type StatusTone } from '../../ui/status-mark.tsx';

const MARKS: Record<BillStage, readonly [StatusShape, StatusTone]> = {
  missing: ['hollow', 'plain'],
  draft: ['half', 'late'],
  checked: ['triangle', 'check'],
  final: ['full', 'good'],
  dispatched: ['full', 'plain'],
  corrected: ['hollow', 'plain'],
  cancelled: ['square', 'plain'],
};

export function StageMark({ stage }: { readonly stage: BillStage }) {
  const text = useText();
  const [shape, tone] = MARKS[stage];
  return (
    <StatusMark shape={shape} tone={tone}>
      {text.properties.stages[stage]}
    </StatusMark>
  );
}
