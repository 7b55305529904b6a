/** A draft or an export that runs: how far it is, and a way to end it that leaves nothing half done. */
import { endJob, useJob } from '../../lib/jobs.ts';
import { useText } from '../../lib/text.tsx';
import { useAction } from '../../lib/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Progress } from '../../ui/progress.tsx';

export function RunningJob({ name }: { readonly name: 'draft' | 'export' }) {
  const text = useText();
  const job = useJob(name);
  const cancel = useAction('billing.cancelJob', { onDone: () => endJob(name) });
  if (job === undefined) return null;
  const { total, done } = job;
  const words = text.billLife;
  return (
    <section className="section" aria-label={name === 'draft' ? words.drafting : words.exporting}>
      <Progress
        label={name === 'draft' ? words.drafting : words.exporting}
        percent={total === null || total === 0 ? null : (done / total) * 100}
        figures={total === null ? '' : text.common.of(String(done), String(total))}
      />
      <div>
        <Button onPress={() => void cancel.run({ job: name })} isPending={cancel.isRunning}>
          {words.stop}
        </Button>
      </div>
    </section>
  );
}
