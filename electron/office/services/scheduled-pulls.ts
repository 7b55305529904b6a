/** The pulls nobody starts: asked again and again, begins one when its time has come and the office is unlocked. */
import { readLastPull } from './office-settings.ts';
import type { PullRuns } from './pull-runs.ts';
import { nextPullAt, readPullSchedule } from './pull-schedule.ts';
import type { WorkingOffice } from './working-office.ts';

interface ScheduledPullsOptions {
  readonly hasSource: () => boolean;
  readonly start: () => void;
}

export class ScheduledPulls {
  readonly #office: WorkingOffice;
  readonly #runs: PullRuns;
  readonly #options: ScheduledPullsOptions;

  constructor(office: WorkingOffice, runs: PullRuns, options: ScheduledPullsOptions) {
    this.#office = office;
    this.#runs = runs;
    this.#options = options;
  }

  /** When the next pull begins; null while the schedule is off or there is no source. Throws while locked. */
  get next(): Date | null {
    const { session, openedAt } = this.#office;
    const stored = readPullSchedule(session.store);
    if (stored === null || !this.#options.hasSource()) return null;
    const quiet = this.#runs.lastQuiet;
    const last = readLastPull(session.store);
    const instants = [
      // What came out of a file says nothing of the cloud.
      ...(last === null || last.trigger === 'file' || last.outcome === 'failed' ? [] : [last.startedAt]),
      ...(quiet === null || quiet.outcome === 'failed' ? [] : [quiet.startedAt]),
    ];
    const lastAt = instants.toSorted().at(-1);
    return nextPullAt(stored.schedule, {
      since: new Date(stored.since),
      lastAt: lastAt === undefined ? null : new Date(lastAt),
      failedAt: quiet?.outcome === 'failed' ? new Date(quiet.startedAt) : null,
      openedAt: new Date(openedAt),
    });
  }

  /** Looks at the clock. */
  look(): void {
    if (!this.#office.isOpen || this.#runs.isRunning) return;
    const { next } = this;
    if (next !== null && next <= this.#office.session.clock()) this.#options.start();
  }
}
