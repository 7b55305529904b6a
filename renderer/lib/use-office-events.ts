/** Listens to the office: asks again what changed, follows long works, and notices when it was locked. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { OfficeEvent } from '#shared/contract/events.ts';
import { answerKey } from './answers.ts';
import { endJob, noteProgress } from './jobs.ts';
import { forgetOffice } from './session.tsx';
import { isTouched } from './touched-channels.ts';

interface EventHandlers {
  readonly onLocked: (because: Extract<OfficeEvent, { type: 'vault.locked' }>['because']) => void;
  readonly onPullEnded: (result: Extract<OfficeEvent, { type: 'pull.ended' }>['result']) => void;
  readonly onCrashed: (message: string) => void;
}

/** Subscribes for as long as the component lives. */
export function useOfficeEvents(handlers: EventHandlers): void {
  const answers = useQueryClient();
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const askStatusAgain = (): void => {
      forgetOffice(answers);
      void answers.invalidateQueries({ queryKey: answerKey('vault.status', {}) });
    };
    const take = (event: OfficeEvent): void => {
      switch (event.type) {
        case 'data.changed':
          void answers.invalidateQueries({
            predicate: ({ queryKey }) => isTouched(String(queryKey[0]), event.what),
          });
          break;
        case 'job.progressed':
          noteProgress(event);
          break;
        case 'pull.ended':
          endJob('pull');
          latest.current.onPullEnded(event.result);
          break;
        case 'vault.locked':
          askStatusAgain();
          latest.current.onLocked(event.because);
          break;
        case 'office.crashed':
          askStatusAgain();
          latest.current.onCrashed(event.message);
          break;
        default:
          event satisfies never;
      }
    };
    return window.office.subscribe(take);
  }, [answers]);
}
