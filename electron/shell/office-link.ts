/** The shell's end of the line to the office process: questions, events, and what happens when it crashes. */
import {
  fromOffice,
  type DesktopQuestion,
  type LockCause,
  type ToOffice,
} from '#office/router/office-messages.ts';
import type { Sender } from '#office/router/sender.ts';
import type { OfficeEvent } from '#shared/contract/events.ts';
import type { Reply } from '#shared/contract/failure.ts';
import { fail, succeed } from '#shared/model/result.ts';
import { LOCKED_SESSION, type SessionState } from './lock-policy.ts';
import { decideRestart } from './restart-policy.ts';

/** Electron's `UtilityProcess` as far as the link needs it; `send` is its `postMessage`. */
export interface OfficeProcess {
  send(message: ToOffice): void;
  onMessage(listener: (message: unknown) => void): void;
  onExit(listener: () => void): void;
  kill(): boolean;
}

export interface OfficeLinkOptions {
  /** Starts a new office process. */
  readonly start: () => OfficeProcess;
  /** Answers the office's questions about dialogs and keychain. */
  readonly answerDesktop: (question: DesktopQuestion) => Promise<unknown>;
  readonly tellWindow: (event: OfficeEvent) => void;
  readonly now?: () => number;
}

const CLOSING_TAKES_AT_MOST_MS = 5_000;

function officeStopped(): Reply<never> {
  return fail({
    code: 'OFFICE_STOPPED',
    message:
      'Der Rechenteil von Stichtag läuft gerade nicht, Ihre Eingabe wurde nicht bestätigt. Bitte warten Sie einen Augenblick und prüfen Sie dann, ob sie angekommen ist.',
  });
}

/** Keeps one office process running. */
export class OfficeLink {
  readonly #options: OfficeLinkOptions;
  readonly #now: () => number;
  readonly #waiting = new Map<number, (reply: Reply<unknown>) => void>();
  readonly #crashes: number[] = [];
  #process: OfficeProcess | null = null;
  #session: SessionState = LOCKED_SESSION;
  #lastId = 0;
  #onClosed: (() => void) | null = null;

  constructor(options: OfficeLinkOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
    this.#start();
  }

  /** What the office last said about itself. */
  get session(): SessionState {
    return this.#session;
  }

  #start(): void {
    const started = this.#options.start();
    this.#process = started;
    started.onMessage((message) => this.#receive(started, message));
    started.onExit(() => this.#exited(started));
  }

  /** Passes a question on. Resolves in every case, also when the process dies over it. */
  async ask(channel: string, payload: unknown, sender: Sender): Promise<Reply<unknown>> {
    const office = this.#process;
    if (office === null) return officeStopped();
    const id = (this.#lastId += 1);
    return await new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      try {
        office.send({ type: 'ask', id, channel, payload, sender });
      } catch {
        // Something in the payload that no message can carry.
        this.#settle(id, fail({ code: 'ARGS_INVALID', message: 'Diese Angabe passt hier nicht.' }));
      }
    });
  }

  lock(because: LockCause): void {
    this.#process?.send({ type: 'lock', because });
  }

  /** Lets the office close its files; after five seconds the process is ended. */
  async close(): Promise<void> {
    const office = this.#process;
    if (office === null) return;
    const closed = new Promise<void>((resolve) => {
      this.#onClosed = resolve;
      setTimeout(resolve, CLOSING_TAKES_AT_MOST_MS).unref();
    });
    this.#process = null;
    office.send({ type: 'close' });
    await closed;
    office.kill();
  }

  #settle(id: number, reply: Reply<unknown>): void {
    this.#waiting.get(id)?.(reply);
    this.#waiting.delete(id);
  }

  #receive(from: OfficeProcess, data: unknown): void {
    const message = fromOffice.parse(data);
    switch (message.type) {
      case 'ready':
        return;
      case 'reply':
        this.#settle(message.id, message.reply.ok ? succeed(message.reply.value) : fail(message.reply.error));
        return;
      case 'event':
        this.#options.tellWindow(message.event);
        return;
      case 'session':
        this.#session = { isOpen: message.isOpen, idleLockMinutes: message.idleLockMinutes };
        return;
      case 'desktopQuestion':
        void this.#answer(from, message.id, message.question);
        return;
      case 'closed':
        this.#onClosed?.();
    }
  }

  async #answer(to: OfficeProcess, id: number, question: DesktopQuestion): Promise<void> {
    // A desktop that fails answers nothing the office understands, and the question fails there.
    const answer = await this.#options.answerDesktop(question).catch(() => undefined);
    if (this.#process === to) to.send({ type: 'desktopAnswer', id, answer });
  }

  #exited(exited: OfficeProcess): void {
    const wasAsked = this.#process !== exited;
    for (const id of this.#waiting.keys()) this.#settle(id, officeStopped());
    if (wasAsked) {
      this.#onClosed?.();
      return;
    }
    this.#process = null;
    this.#session = LOCKED_SESSION;
    const now = this.#now();
    const decision = decideRestart(this.#crashes, now);
    this.#crashes.push(now);
    const { restart, message } = decision;
    if (restart) setTimeout(() => this.#start(), decision.afterMs);
    this.#options.tellWindow({ type: 'vault.locked', because: 'officeStopped' });
    this.#options.tellWindow({ type: 'office.crashed', restarted: restart, message });
  }
}
