/** Reads telegrams again after keys came or went: one run at a time, the newest keys last. */
import type { OfficeSession } from './office-session.ts';
import { decodeTelegrams } from './decode-telegrams.ts';
import type { WorkingOffice } from './working-office.ts';

/** Decodes what waits, beside all other work; a run that is overtaken ends after its batch. */
export class TelegramRereading {
  readonly #office: WorkingOffice;
  readonly #noteBug: (error: unknown) => string;
  #cancelling = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(office: WorkingOffice, noteBug: (error: unknown) => string) {
    this.#office = office;
    this.#noteBug = noteBug;
  }

  /** As `start`, once the transaction at hand is over: for the work of a step, which may be taken back and again. */
  startSoon(prepare?: (session: OfficeSession) => void): void {
    setImmediate(() => {
      if (this.#office.isOpen) this.start(prepare);
    });
  }

  /** Starts when the run before has ended; `prepare` runs first, such as to take telegrams back. */
  start(prepare: (session: OfficeSession) => void = () => {}): void {
    const { session, ending } = this.#office;
    this.#cancelling.abort();
    const cancelling = new AbortController();
    this.#cancelling = cancelling;
    const before = this.#running;
    this.#running = (async () => {
      await before;
      const signal = AbortSignal.any([cancelling.signal, ending]);
      if (ending.aborted) return;
      try {
        prepare(session);
        if (!signal.aborted) await this.#decode(session, signal);
      } catch (error) {
        // The session may have ended under it; anything else is a bug that nobody waits for.
        if (!ending.aborted) this.#noteBug(error);
      }
    })();
  }

  async #decode(session: OfficeSession, signal: AbortSignal): Promise<void> {
    const tell = (done: number, total: number | null): void =>
      this.#office.options.tell({
        type: 'job.progressed',
        job: 'keys',
        step: 'Telegramme nachlesen',
        done,
        total,
      });
    let decoded = 0;
    await decodeTelegrams(session, {
      signal,
      onProgress: (done) => {
        decoded = done;
        tell(done, null);
      },
    });
    if (!this.#office.isOpen) return;
    tell(decoded, decoded);
    // What nobody read has changed nothing: no list is asked for again, and redo goes on from where it was.
    if (decoded > 0) this.#office.tellChanged('keys', 'pull', 'units', 'properties');
  }
}
