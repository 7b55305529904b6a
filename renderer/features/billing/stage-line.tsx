/** The road of a bill: draft, checked, final; where it is now stands out. */
import type { BillStage } from '#shared/contract/properties.ts';
import { useText } from '../../lib/text.tsx';

const ROAD = ['draft', 'checked', 'final'] as const;

export function StageLine({ stage }: { readonly stage: BillStage }) {
  const text = useText();
  return (
    <ol className="stage-line" aria-label={text.billing.stageLine}>
      {ROAD.map((step) => (
        <li key={step} aria-current={step === stage ? 'step' : undefined}>
          {text.properties.stages[step]}
        </li>
      ))}
    </ol>
  );
}
