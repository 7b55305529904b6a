/** A pull under way: what it does, how far it is, and the way to end it. */
import { formatDecimal } from '#shared/text/format.ts';
import { useJob } from '../../lib/jobs.ts';
import { useText } from '../../lib/text.tsx';
import { useAction } from '../../lib/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Progress } from '../../ui/progress.tsx';

export function RunningPull() {
  const text = useText();
  const job = useJob('pull');
  const cancel = useAction('pull.cancel');
  const total = job?.total ?? null;
  const percent = job === undefined || total === null || total === 0 ? null : (job.done / total) * 100;
  return (
    <section className="section" aria-label={text.pull.running}>
      <Progress
        label={job?.step ?? text.pull.running}
        percent={percent}
        figures={
          job === undefined
            ? ''
            : total === null
              ? formatDecimal(job.done, 0)
              : text.common.of(formatDecimal(job.done, 0), formatDecimal(total, 0))
        }
      />
      <div>
        <Button onPress={() => void cancel.run({})} isPending={cancel.isRunning}>
          {text.pull.cancel}
        </Button>
      </div>
    </section>
  );
}
