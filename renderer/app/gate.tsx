/** Decides what the window shows: the first start, the lock screen, or the open office. */
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import type { PullResult } from '#shared/contract/pull.ts';
import type { VaultStatus } from '#shared/contract/vault.ts';
import { useAnswer } from '../lib/answers.ts';
import { forgetPlaces } from '../lib/kept-places.ts';
import { SessionProvider, type LockReason } from '../lib/session.tsx';
import { useText } from '../lib/text.tsx';
import { useToasts } from '../lib/toasts.tsx';
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
    if (result.outcome === 'failed') complain(result.message ?? text.pull.failed);
    else
      say(text.pull.ended(result.outcome, result.newTelegrams, result.readings), {
        label: text.common.show,
        run: () => void router.navigate({ to: '/pull' }),
      });
  };
  useOfficeEvents({
    onLocked: (because) => {
      forgetPlaces();
      setLockReason(because);
    },
    onPullEnded: tellPull,
    onCrashed: (message) => complain(`${text.frame.crashed} ${message}`),
  });
  const { data: status, isError, refetch } = useAnswer('vault.status', {});
  if (isError) return <FaultNotice onRetry={() => void refetch()} />;
  if (!status) return null;
  return <GateOf status={status} lockReason={lockReason} />;
}

interface GateOfProps {
  readonly status: VaultStatus;
  readonly lockReason: LockReason | null;
}

function GateOf({ status, lockReason }: GateOfProps) {
  if (status.state === 'empty') return <FirstStart />;
  if (status.state === 'locked')
    return <LockScreen key={status.waitSeconds} status={status} because={lockReason} />;
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
