/** The chain behind a figure: sentence, formula with numbers, paragraph, and what it rests on, down to the source. */
import type { ExplanationStep } from '#shared/contract/billing.ts';
import { useAnswer } from '../../lib/answers.ts';
import { useText } from '../../lib/text.tsx';
import { Answered } from '../../ui/answered.tsx';
import { LinkButton } from '../../ui/button.tsx';

interface TraceProps {
  readonly runId: number;
  readonly figure: string | null;
  readonly onChoose: (figure: string) => void;
}

export function Trace({ runId, figure, onChoose }: TraceProps) {
  const { billing: words } = useText();
  return (
    <aside className="trace" aria-labelledby="why" data-pane="">
      <h2 id="why">{words.why}</h2>
      <div className="trace-steps" aria-live="polite">
        {figure === null ? (
          <p className="muted">{words.whyHint}</p>
        ) : (
          <Chain runId={runId} figure={figure} onChoose={onChoose} />
        )}
      </div>
    </aside>
  );
}

function Chain({
  runId,
  figure,
  onChoose,
}: {
  readonly runId: number;
  readonly figure: string;
  readonly onChoose: (figure: string) => void;
}) {
  const answer = useAnswer('billing.explain', { id: runId, figure });
  return (
    <Answered answer={answer}>
      {(steps) => steps.map((step) => <Step key={step.figure} step={step} onChoose={onChoose} />)}
    </Answered>
  );
}

function Step({
  step,
  onChoose,
}: {
  readonly step: ExplanationStep;
  readonly onChoose: (figure: string) => void;
}) {
  const { billing: words } = useText();
  return (
    <section className="trace-step">
      <h3>{step.label}</h3>
      <p>{step.text}</p>
      {step.formula === null ? null : (
        <p className="formula">
          <span className="muted">{words.formula}:</span> {step.formula}
        </p>
      )}
      {step.paragraph === null ? null : (
        <p className="muted">
          {words.rule}: {step.paragraph}
        </p>
      )}
      {step.inputs.length === 0 ? (
        <p className="muted">{words.chainEnd}</p>
      ) : (
        <>
          <p className="muted">{words.inputs}</p>
          <ul className="trace-inputs">
            {step.inputs.map((input) => (
              <li key={`${input.label}.${input.text}`}>
                <InputName input={input} onChoose={onChoose} />
                <span className="figure">{input.text}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function InputName({
  input: { figure, label },
  onChoose,
}: {
  readonly input: ExplanationStep['inputs'][number];
  readonly onChoose: (figure: string) => void;
}) {
  if (figure === null) return <span>{label}</span>;
  return <LinkButton onPress={() => onChoose(figure)}>{label}</LinkButton>;
}
