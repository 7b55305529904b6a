/** The road of a bill: draft, checked, final, sent; where it is now stands out. What left the road says so. */
import type { BillStage } from '#shared/contract/properties.ts';
import { useText } from '../../lib/text.tsx';

const ROAD: readonly BillStage[] = ['draft', 'checked', 'final', 'dispatched'];

export function StageLine({ stage }: { readonly stage: BillStage }) {
  const text = useText();
  return (
    <ol className="stage-line" aria-label={text.billing.stageLine}>
      {(ROAD.includes(stage) ? ROAD : [...ROAD, stage]).map((step) => (
        <li key={step} aria-current={step === stage ? 'step' : undefined}>
          {text.properties.stages[step]}
        </li>
      ))}
    </ol>
  );
}
