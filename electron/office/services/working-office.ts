/** The office behind the window: the open session, the steps that can be taken back, and what the window is told. */
import type { ChangedData, OfficeEvent } from '#shared/contract/events.ts';
import type { OfficeFailure } from '#shared/contract/failure.ts';
import { fail, type Result } from '#shared/model/result.ts';
import { changeMasterData, type Change } from '../store/change.ts';
import type { StoreFailure } from '../store/failures.ts';
import type { DeviceSecretStore } from '../vault/device-secret.ts';
import type { Desktop } from './desktop.ts';
import { closeOffice, deskOf, type OfficeSession } from './office-session.ts';

export interface WorkingOfficeOptions {
  /** The folder of vault and store. */
  readonly folder: string;
  readonly desktop: Desktop;
  readonly deviceSecrets: DeviceSecretStore;
  readonly clock: () => Date;
  readonly tell: (event: OfficeEvent) => void;
  /** Called whenever the session opens or ends, or its lock time changes. */
  readonly sessionChanged: () => void;
}

/** A change of master data as one step. */
export interface Step<T> {
  /** `noun.verb`, for the audit. */
  readonly action: string;
  /** What the user calls it, for undo: `Nutzeinheiten von Stadtpark Suites`. */
  readonly name: string;
  readonly reason?: string;
  readonly touches: readonly ChangedData[];
  readonly work: (change: Change) => T;
  /** Undoes `work`, given what it returned; a step without it cannot be taken back. */
  readonly undo?: (change: Change, done: T) => void;
}

interface UndoableStep {
  readonly name: string;
  readonly at: string;
  readonly touches: readonly ChangedData[];
  readonly undo: (change: Change) => void;
}

/** Fewer than anybody takes back, more than anybody remembers. */
const STEPS_REMEMBERED = 100;

export class WorkingOffice {
  readonly options: WorkingOfficeOptions;
  #session: OfficeSession | null = null;
  #openedAt = '';
  #steps: UndoableStep[] = [];

  constructor(options: WorkingOfficeOptions) {
    this.options = options;
  }

  get isOpen(): boolean {
    return this.#session !== null;
  }

  /** The open session. Throws while locked: the router lets no question through then. */
  get session(): OfficeSession {
    if (this.#session === null) throw new Error('the office is locked');
    return this.#session;
  }

  /** When the session was opened, UTC. */
  get openedAt(): string {
    return this.#openedAt;
  }

  /** Takes over an opened session; one that is still open ends, with its steps. */
  open(session: OfficeSession): void {
    if (this.#session !== null) closeOffice(this.#session);
    this.#steps = [];
    this.#session = session;
    this.#openedAt = session.clock().toISOString();
    this.options.sessionChanged();
  }

  /** Closes the store and wipes the keys; harmless when locked already. */
  lock(because: Extract<OfficeEvent, { readonly type: 'vault.locked' }>['because']): void {
    if (this.#session === null) return;
    closeOffice(this.#session);
    this.#session = null;
    this.#steps = [];
    this.options.sessionChanged();
    this.options.tell({ type: 'vault.locked', because });
  }

  /** Runs a step as one transaction with its audit entries, and tells the window what changed. */
  step<T>({ action, name, reason, touches, work, undo }: Step<T>): Result<T, StoreFailure> {
    const { session } = this;
    const act = reason === undefined || reason === '' ? { action } : { action, reason };
    const result = changeMasterData(session.store, deskOf(session), act, work);
    if (!result.ok) return result;
    if (undo) {
      const at = session.clock().toISOString();
      this.#steps.push({ name, at, touches, undo: (change) => undo(change, result.value) });
      this.#steps = this.#steps.slice(-STEPS_REMEMBERED);
    }
    this.tellChanged(...touches);
    return result;
  }

  /** The step that `takeBack` would undo. */
  get lastStep(): { readonly name: string; readonly at: string } | null {
    const step = this.#steps.at(-1);
    return step === undefined ? null : { name: step.name, at: step.at };
  }

  /** Undoes the last step of this session, again as one audited transaction. A refused undo stays the last step. */
  takeBack(): Result<{ readonly name: string; readonly at: string } | null, StoreFailure> {
    const step = this.#steps.at(-1);
    if (step === undefined) return { ok: true, value: null };
    const { session } = this;
    const act = { action: 'step.undo', reason: step.name };
    const result = changeMasterData(session.store, deskOf(session), act, step.undo);
    if (!result.ok) return result;
    this.#steps.pop();
    this.tellChanged(...step.touches);
    return { ok: true, value: { name: step.name, at: step.at } };
  }

  tellChanged(...what: ChangedData[]): void {
    this.options.tell({ type: 'data.changed', what: [...what, 'audit'] });
  }
}

/** For a row that another step removed while this window still showed it. */
export function goneFailure(): { readonly ok: false; readonly error: OfficeFailure } {
  return fail({
    code: 'GONE',
    message: 'Diesen Eintrag gibt es nicht mehr. Bitte laden Sie die Liste neu.',
  });
}
