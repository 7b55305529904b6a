/** Data retrieval: the source, the running pull with cancel, and what the last one brought. */
import { useState } from 'react';
import type { PullResult, PullStatus } from '#shared/contract/pull.ts';
import { formatDecimal } from '#shared/text/format.ts';
import { useAnswer } from '../../lib/answers.ts';
import { useJob } from '../../lib/jobs.ts';
import { formatMoment } from '../../lib/moment.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useAction } from '../../lib/use-action.ts';
import { useOfflineSince } from '../../lib/use-offline-since.ts';
import { Answered } from '../../ui/answered.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { SourceDialog } from './source-dialog.tsx';

export function PullPage() {
  const text = useText();
  const answer = useAnswer('pull.status', {});
  return (
    <Page title={text.frame.pages.pull} subtitle={text.pull.privacy}>
      <Answered answer={answer}>{(status) => <PullView status={status} />}</Answered>
    </Page>
  );
}

function PullView({ status }: { readonly status: PullStatus }) {
  const text = useText();
  const words = text.pull;
  const { say } = useToasts();
  const [isEditing, setIsEditing] = useState(false);
  const offlineSince = useOfflineSince();
  const start = useAction('pull.start');
  const test = useAction('pull.test', {
    onDone: ({ bundles, newestBundleAt }) =>
      say(words.tested(bundles, newestBundleAt === null ? null : formatMoment(newestBundleAt))),
  });
  const job = useJob('pull');
  const isRunning = status.isRunning || job !== undefined;
  return (
    <>
      <section className="section" aria-labelledby="source">
        <h2 id="source">{words.source}</h2>
        {offlineSince === null ? null : <Notice>{words.offline}</Notice>}
        {status.source === null ? (
          <p>{words.noSource}</p>
        ) : (
          <dl className="facts">
            <div>
              <dt>{words.region}</dt>
              <dd>{status.source.region}</dd>
            </div>
            <div>
              <dt>{words.endpoint}</dt>
              <dd>{status.source.endpoint}</dd>
            </div>
            <div>
              <dt>{words.accessKeyId}</dt>
              <dd>{status.source.accessKeyId}</dd>
            </div>
          </dl>
        )}
        <div className="row-of">
          {status.source === null ? null : (
            <>
              <Button
                variant="primary"
                isDisabled={isRunning || offlineSince !== null}
                onPress={() => void start.run({})}
              >
                {words.start}
              </Button>
              <Button isDisabled={test.isRunning || offlineSince !== null} onPress={() => void test.run({})}>
                {words.test}
              </Button>
            </>
          )}
          <Button variant={status.source === null ? 'primary' : 'plain'} onPress={() => setIsEditing(true)}>
            {status.source === null ? words.setUp : words.change}
          </Button>
        </div>
      </section>
      {isRunning ? <RunningPull /> : null}
      <section className="section" aria-labelledby="result">
        <h2 id="result">{words.result}</h2>
        {status.last === null ? <p className="muted">{words.never}</p> : <ResultSheet result={status.last} />}
      </section>
      {isEditing ? <SourceDialog source={status.source} onClose={() => setIsEditing(false)} /> : null}
    </>
  );
}

function RunningPull() {
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
        <Button onPress={() => void cancel.run({})} isDisabled={cancel.isRunning}>
          {text.pull.cancel}
        </Button>
      </div>
    </section>
  );
}

function ResultSheet({ result }: { readonly result: PullResult }) {
  const text = useText();
  const words = text.pull;
  const figures: readonly (readonly [string, number])[] = [
    [words.bundles, result.bundles],
    [words.newTelegrams, result.newTelegrams],
    [words.duplicates, result.duplicates],
    [words.readings, result.readings],
    [words.unknownMeters, result.unknownMeters],
  ];
  return (
    <>
      <StatusMark
        shape={result.outcome === 'complete' ? 'full' : result.outcome === 'cancelled' ? 'half' : 'square'}
        tone={result.outcome === 'complete' ? 'good' : result.outcome === 'cancelled' ? 'late' : 'wrong'}
      >
        {words.outcome[result.outcome]} · {formatMoment(result.endedAt)}
      </StatusMark>
      {result.message === null ? null : <Notice tone="wrong">{result.message}</Notice>}
      <dl className="facts">
        {figures.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{formatDecimal(count, 0)}</dd>
          </div>
        ))}
      </dl>
      {result.undecodable.length === 0 ? null : (
        <div className="table-scroller">
          <table className="plain-table">
            <caption className="visually-hidden">{words.undecodable}</caption>
            <thead>
              <tr>
                <th scope="col">{words.undecodable}</th>
                <th scope="col" className="figure">
                  {words.count}
                </th>
              </tr>
            </thead>
            <tbody>
              {result.undecodable.map(({ reason, message, count }) => (
                <tr key={reason}>
                  <td>{message}</td>
                  <td className="figure">{formatDecimal(count, 0)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
