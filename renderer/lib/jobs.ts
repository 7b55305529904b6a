/** The long works that run in the office now, as it reports them. Kept outside React, so that pages may come and go. */
import { useSyncExternalStore } from 'react';
import type { OfficeEvent } from '#shared/contract/events.ts';

type Progress = Extract<OfficeEvent, { type: 'job.progressed' }>;

/** How far a work is. */
export type Job = Omit<Progress, 'type'>;
export type JobName = Job['job'];

let jobs: readonly Job[] = [];
const watchers = new Set<() => void>();

function change(next: readonly Job[]): void {
  jobs = next;
  for (const watcher of watchers) watcher();
}

export function noteProgress({ job, step, done, total }: Job): void {
  const isFinished = total !== null && done >= total;
  const others = jobs.filter((other) => other.job !== job);
  change(isFinished ? others : [...others, { job, step, done, total }]);
}

/** Ends a work: it finished, failed or was cancelled. */
export function endJob(name: JobName): void {
  if (jobs.some(({ job }) => job === name)) change(jobs.filter(({ job }) => job !== name));
}

export function endAllJobs(): void {
  change([]);
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

export function useJobs(): readonly Job[] {
  return useSyncExternalStore(watch, () => jobs);
}

export function useJob(name: JobName): Job | undefined {
  return useJobs().find(({ job }) => job === name);
}
