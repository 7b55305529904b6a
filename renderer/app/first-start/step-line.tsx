/** Where one is in the first start. */
import { useText } from '../../lib/text.tsx';

const STEPS = ['office', 'passphrase', 'sheet', 'backup'] as const;

export type FirstStartStep = (typeof STEPS)[number];

export function StepLine({ current }: { readonly current: FirstStartStep }) {
  const text = useText();
  const at = STEPS.indexOf(current);
  return (
    <ol className="steps" aria-label={text.access.step(at + 1, STEPS.length)}>
      {STEPS.map((step, index) => (
        <li
          key={step}
          aria-current={index === at ? 'step' : undefined}
          data-done={index < at ? '' : undefined}
        >
          {text.access.steps[step]}
        </li>
      ))}
    </ol>
  );
}
