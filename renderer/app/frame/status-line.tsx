/** The line at the bottom: long work, connection, last retrieval, age of the backup. Quiet and factual. */
import { useNavigate } from '@tanstack/react-router';
import { useAnswer } from '../../lib/answers.ts';
import { useJobs, type Job } from '../../lib/jobs.ts';
import { daysSince, formatMoment } from '../../lib/moment.ts';
import { useText } from '../../lib/text.tsx';
import { useOfflineSince } from '../../lib/use-offline-since.ts';
import { LinkButton } from '../../ui/button.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';

/** House manners: a backup older than this is yellow. */
const BACKUP_STALE_DAYS = 7;

export function StatusLine() {
  const text = useText();
  const navigate = useNavigate();
  const offlineSince = useOfflineSince();
  const jobs = useJobs();
  const { data: work } = useAnswer('overview.worklist', {});
  return (
    <footer className="status-line" aria-label={text.frame.status}>
      {offlineSince === null ? (
        <StatusMark shape="full" tone="good">
          {text.frame.online}
        </StatusMark>
      ) : (
        <StatusMark shape="hollow">{text.frame.offline(offlineSince)}</StatusMark>
      )}
      <LinkButton onPress={() => void navigate({ to: '/pull' })}>
        <LastPull />
      </LinkButton>
      {work ? (
        <LinkButton onPress={() => void navigate({ to: '/settings', search: { tab: 'backup' } })}>
          <BackupAge at={work.lastBackupAt} />
        </LinkButton>
      ) : null}
      <span className="status-jobs" role="status">
        {jobs.map((job) => (
          <JobNote key={job.job} job={job} />
        ))}
      </span>
    </footer>
  );
}

/** When data last came; a pull that failed, also one nobody began, shows until the next one. */
function LastPull() {
  const { frame } = useText();
  const { data: status } = useAnswer('pull.status', {});
  const { last = null, lastQuiet = null } = status ?? {};
  const at = lastQuiet?.at ?? last?.endedAt;
  if (at === undefined) return frame.neverPulled;
  const { outcome } = lastQuiet ?? last ?? {};
  return outcome === 'failed' ? (
    <StatusMark shape="triangle" tone="check">
      {frame.pullFailed(formatMoment(at))}
    </StatusMark>
  ) : (
    frame.lastPull(formatMoment(at))
  );
}

function BackupAge({ at }: { readonly at: string | null }) {
  const text = useText();
  if (at === null)
    return (
      <StatusMark shape="triangle" tone="check">
        {text.frame.neverBackedUp}
      </StatusMark>
    );
  const days = daysSince(at);
  const isStale = days > BACKUP_STALE_DAYS;
  return (
    <StatusMark shape={isStale ? 'triangle' : 'full'} tone={isStale ? 'late' : 'good'}>
      {days === 0 ? text.frame.backupToday : text.frame.backupAge(days)}
    </StatusMark>
  );
}

function JobNote({ job }: { readonly job: Job }) {
  const text = useText();
  const percent =
    job.total === null || job.total === 0 ? '' : ` ${Math.floor((job.done / job.total) * 10) * 10} %`;
  return (
    <span>
      {text.frame.jobs[job.job]}
      {percent}
    </span>
  );
}
