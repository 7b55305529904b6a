/** Decides what the window shows: the first start, the lock screen, or the open office. */
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import type { PullResult } from '#shared/contract/pull.ts';
import type { VaultStatus } from '#shared/contract/vault.ts';
import { useAnswer } from '../lib/answers.ts';
import { SessionProvider, type LockReason } from '../lib/session.tsx';
import { useText } from '../lib/text.tsx';
import { useToasts } from '../lib/toasts.ts';
import { useOfficeEvents } from '../lib/use-office-events.ts';
import { LockScreen } from './access/lock-screen.tsx';
import { FaultNotice } from './fault-boundary.tsx';
import { FirstBackupStep } from './first-start/first-backup-step.tsx';
import { FirstStart } from './first-start/first-start.tsx';
import { RecoverySheetStep } from './first-start/recovery-sheet-step.tsx';
import { router } from './router.tsx';

export function Gate() {
  const text = useText();
  const { say, complain } = useToasts();
  const [lockReason, setLockReason] = useState<LockReason | null>(null);
  const tellPull = (result: PullResult): void => {
    // What nobody began interrupts nobody: its outcome stands on the page.
    if (result.trigger === 'schedule') return;
    if (result.outcome === 'failed') complain(result.message ?? text.pull.failed);
    else
      say(text.pull.ended(result.outcome, result.newTelegrams, result.readings), {
        label: text.common.show,
        run: () => void router.navigate({ to: '/pull' }),
      });
  };
  useOfficeEvents({
    onLocked: (because) => {
      void forgetFilters();
      setLockReason(because);
    },
    onPullEnded: tellPull,
    onCrashed: (message) => complain(`${text.frame.crashed} ${message}`),
  });
  const { data: status, dataUpdatedAt, isError, refetch } = useAnswer('vault.status', {});
  if (isError) return <FaultNotice onRetry={() => void refetch()} />;
  if (!status) return null;
  return <GateOf status={status} askedAt={dataUpdatedAt} lockReason={lockReason} />;
}

/** A filter may hold a name; the page, its property and a form begun on it stay, so that work goes on where it was. */
function forgetFilters(): Promise<void> {
  return router.navigate({
    to: '.',
    replace: true,
    search: ({ property, tab, create }) => ({ property, tab, create }),
  });
}

interface GateOfProps {
  readonly status: VaultStatus;
  /** When the status was given, in milliseconds; waiting times count from here. */
  readonly askedAt: number;
  readonly lockReason: LockReason | null;
}

function GateOf({ status, askedAt, lockReason }: GateOfProps) {
  if (status.state === 'empty') return <FirstStart />;
  if (status.state === 'locked')
    return (
      <LockScreen
        status={status}
        waitsUntil={status.waitSeconds === 0 ? null : askedAt + status.waitSeconds * 1000}
        because={lockReason}
      />
    );
  if (!status.session.isDemo) {
    if (status.setup.includes('recoverySheet')) return <RecoverySheetStep />;
    if (status.setup.includes('firstBackup')) return <FirstBackupStep />;
  }
  return (
    <SessionProvider value={status.session}>
      <RouterProvider router={router} />
    </SessionProvider>
  );
}
