/** One pull at a time, beside all other work: begun by hand, by the schedule or on a file, and what came of it. */
import type { OfficeFailure } from '#shared/contract/failure.ts';
import type { PullResult } from '#shared/contract/pull.ts';
import { fail, succeed, type Failure, type Result } from '#shared/model/result.ts';
import type { BundleSource } from '../mailbox/bundle-source.ts';
import type { OfficeSession } from './office-session.ts';
import { writeLastPull } from './office-settings.ts';
import { runPull, type PullStep } from './run-pull.ts';
import type { WorkingOffice } from './working-office.ts';

/** A source while it is open. */
export interface OpenedSource {
  readonly source: BundleSource;
  readonly close: () => Promise<void>;
}

export type OpenSource = (onStep: PullStep, signal: AbortSignal) => Promise<Result<OpenedSource, Failure>>;

/** The window cannot show more than a few steps a second. */
const BETWEEN_REPORTS_MS = 100;

export class PullRuns {
  readonly #office: WorkingOffice;
  readonly #noteBug: (error: unknown) => string;
  #running: { readonly cancelling: AbortController; readonly ended: Promise<void> } | null = null;
  #quiet: { readonly session: OfficeSession; readonly result: PullResult } | null = null;

  /** `noteBug` notes a bug that nobody waits for; it returns the number it can be found under. */
  constructor(office: WorkingOffice, noteBug: (error: unknown) => string) {
    this.#office = office;
    this.#noteBug = noteBug;
  }

  get isRunning(): boolean {
    return this.#running !== null;
  }

  /** The last pull of this session that brought nothing and that nobody began; it is in no audit. */
  get lastQuiet(): PullResult | null {
    return this.#quiet?.session === this.#office.session ? this.#quiet.result : null;
  }

  /** Starts a pull from a source, unless one runs. */
  start(open: OpenSource, trigger: PullResult['trigger']): Result<null, OfficeFailure> {
    const refused = this.#office.refuseWhileRolledBack();
    if (refused !== null) return refused;
    if (this.#running !== null)
      return fail({
        code: 'PULL_RUNNING',
        message: 'Es läuft schon ein Abruf. Bitte warten Sie sein Ende ab.',
      });
    const cancelling = new AbortController();
    this.#running = { cancelling, ended: this.#pull(open, trigger, cancelling) };
    this.#tellStatus();
    return succeed(null);
  }

  /** Returns when what was running has ended. */
  async cancel(): Promise<void> {
    this.#running?.cancelling.abort();
    await this.#running?.ended;
  }

  /** Runs to its end whatever happens; the session may end under it, and then its result goes with it. */
  async #pull(open: OpenSource, trigger: PullResult['trigger'], cancelling: AbortController): Promise<void> {
    const { session, ending, options } = this.#office;
    const signal = AbortSignal.any([cancelling.signal, ending]);
    const report = reporter((step, done, total) =>
      options.tell({ type: 'job.progressed', job: 'pull', step, done, total }),
    );
    let opened: Result<OpenedSource, Failure> | null = null;
    let result: PullResult;
    try {
      opened = await open(report, signal);
      result = opened.ok
        ? { ...(await runPull(session, opened.value.source, report, signal)), trigger }
        : failedPull(trigger, session.clock(), opened.error.message);
    } catch (error) {
      if (ending.aborted) return;
      const message = signal.aborted
        ? null
        : `Der Abruf ist an einem Fehler in Stichtag gescheitert (Nummer ${this.#noteBug(error)}). Was ankam, ist gespeichert.`;
      const outcome = signal.aborted ? 'cancelled' : 'failed';
      result = { ...failedPull(trigger, session.clock(), message), outcome };
    } finally {
      this.#running = null;
      if (opened?.ok === true) await opened.value.close();
    }
    if (!ending.aborted) this.#note(session, result);
  }

  /** A schedule that finds nothing would fill the audit and cut off redoing: what brought nothing is only remembered. */
  #note(session: OfficeSession, result: PullResult): void {
    if (result.trigger === 'schedule' && !hasBroughtSomething(result)) {
      this.#quiet = { session, result };
      this.#tellStatus();
    } else {
      const kept = this.#office.step({
        action: 'pull.note',
        name: 'Datenabruf',
        ...(result.trigger === 'schedule' ? { reason: 'Nach Zeitplan' } : {}),
        touches: ['pull', 'keys', 'properties', 'units'],
        work: (change) => writeLastPull(change, result),
      });
      if (!kept.ok) return;
    }
    this.#office.options.tell({ type: 'pull.ended', result });
  }

  /** No data has changed: only whether a pull runs, and what the last quiet one came to. */
  #tellStatus(): void {
    this.#office.options.tell({ type: 'data.changed', what: ['pullRun'] });
  }
}

function hasBroughtSomething(result: PullResult): boolean {
  const { bundles, quarantined, unreadable, readings, cleared, dropped } = result;
  return bundles + quarantined + unreadable + readings + cleared + dropped > 0;
}

function failedPull(trigger: PullResult['trigger'], at: Date, message: string | null): PullResult {
  return {
    trigger,
    startedAt: at.toISOString(),
    endedAt: at.toISOString(),
    outcome: 'failed',
    message,
    bundles: 0,
    newTelegrams: 0,
    duplicates: 0,
    readings: 0,
    undecodable: [],
    unknownMeters: 0,
    quarantined: 0,
    unreadable: 0,
    left: 0,
    cleared: 0,
    dropped: 0,
    gaps: [],
    problems: [],
  };
}

/** Lets a step through when it is another one or some time has passed. */
function reporter(tell: PullStep): PullStep {
  let last = { step: '', at: 0 };
  return (step, done, total) => {
    const at = Date.now();
    if (step === last.step && at - last.at < BETWEEN_REPORTS_MS) return;
    last = { step, at };
    tell(step, done, total);
  };
}
