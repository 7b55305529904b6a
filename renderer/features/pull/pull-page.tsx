/** Data retrieval: the source, the schedule, the running pull, and what the last one brought. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { PullStatus } from '#shared/contract/pull.ts';
import { formatDecimal } from '#shared/text/format.ts';
import { useAnswer } from '../../lib/answers.ts';
import { useJob } from '../../lib/jobs.ts';
import { useText } from '../../lib/text.tsx';
import { useAction } from '../../lib/use-action.ts';
import { useOfflineSince } from '../../lib/use-offline-since.ts';
import { Answered } from '../../ui/answered.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { InboxTab } from './inbox-tab.tsx';
import { ResultSheet } from './result-sheet.tsx';
import { RunningPull } from './running-pull.tsx';
import { ScheduleSection } from './schedule-section.tsx';
import { SourceSection } from './source-section.tsx';

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
  const { pull: words } = useText();
  const offlineSince = useOfflineSince();
  const job = useJob('pull');
  const readFile = useAction('pull.readFile');
  const isRunning = status.isRunning || job !== undefined;
  return (
    <div className="pull">
      {offlineSince === null ? null : <Notice>{words.offline}</Notice>}
      {isRunning ? <RunningPull /> : null}
      <SourceSection source={status.source} isRunning={isRunning} isOffline={offlineSince !== null} />
      <section className="section" aria-labelledby="result">
        <h2 id="result">{words.result}</h2>
        {status.last === null ? <p className="muted">{words.never}</p> : <ResultSheet result={status.last} />}
      </section>
      <ScheduleSection status={status} />
      <section className="section" aria-labelledby="files">
        <h2 id="files">{words.files}</h2>
        <p className="muted">{words.readFileHelp}</p>
        <div className="row-of">
          <Button isPending={isRunning} onPress={() => void readFile.run({ isFolder: false })}>
            {words.readFile}
          </Button>
          <Button isPending={isRunning} onPress={() => void readFile.run({ isFolder: true })}>
            {words.readFolder}
          </Button>
        </div>
      </section>
    </div>
  );
}
