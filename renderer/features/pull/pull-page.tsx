/** Data retrieval: the source, the running pull with cancel, and what the last one brought. */
import { useState } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { PullStatus } from '#shared/contract/pull.ts';
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
import { Tabs } from '../../ui/tabs.tsx';
import { InboxTab } from './inbox-tab.tsx';
import { PolicyText } from './policy-text.tsx';
import { ResultSheet } from './result-sheet.tsx';
import { SourceDialog } from './source-dialog.tsx';

export function PullPage() {
  const text = useText();
  const navigate = useNavigate();
  const { tab = 'pull' } = useSearch({ from: '__root__' });
  const answer = useAnswer('pull.status', {});
  const { data: devices = [] } = useAnswer('inbox.list', {});
  const open = devices.filter(({ setAside }) => setAside === null).length;
  const { tabs } = text.pull;
  return (
    <Page title={text.frame.pages.pull} subtitle={text.pull.privacy} isFilled>
      <Tabs
        label={text.frame.pages.pull}
        chosen={tab}
        onChoose={(next) =>
          void navigate({ to: '.', replace: true, search: ({ property }) => ({ property, tab: next }) })
        }
        views={[
          {
            id: 'pull',
            label: tabs.pull,
            content: <Answered answer={answer}>{(status) => <PullView status={status} />}</Answered>,
          },
          {
            id: 'inbox',
            label: open === 0 ? tabs.inbox : `${tabs.inbox} (${formatDecimal(open, 0)})`,
            content: <InboxTab />,
          },
        ]}
      />
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
  const readFile = useAction('pull.readFile');
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
        <PolicyText region={status.source?.region ?? ''} />
      </section>
      <section className="section" aria-labelledby="files">
        <h2 id="files">{words.files}</h2>
        <p className="muted">{words.readFileHelp}</p>
        <div className="row-of">
          <Button isDisabled={isRunning} onPress={() => void readFile.run({ isFolder: false })}>
            {words.readFile}
          </Button>
          <Button isDisabled={isRunning} onPress={() => void readFile.run({ isFolder: true })}>
            {words.readFolder}
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
