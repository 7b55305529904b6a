/** The office behind the window: the open session, what may be changed in it, and what the window is told. */
import type { ChangedData, OfficeEvent } from '#shared/contract/events.ts';
import type { OfficeFailure } from '#shared/contract/failure.ts';
import type { Right, VaultStatus } from '#shared/contract/vault.ts';
import type { Person } from '#shared/model/person.ts';
import { fail, succeed, type Result } from '#shared/model/result.ts';
import { changeMasterData, type Change } from '../store/change.ts';
import { listPersons } from '../store/people.ts';
import type { DeviceSecretStore } from '../vault/device-secret.ts';
import { makeUpAfterUnlocking } from './after-unlocking.ts';
import { acceptRollback, closeIfRolledBack, moveAnchorIfPossible, type AnchorStore } from './audit-anchor.ts';
import { checkAuditInTurns, describeChainBreak } from './audit-check.ts';
import type { Desktop } from './desktop.ts';
import { closeOffice, deskOf, type OfficeSession } from './office-session.ts';
import { rightsOf } from './office-settings.ts';
import { UndoSteps, type UndoableStep } from './undo-steps.ts';

export interface WorkingOfficeOptions {
  /** The folder of vault and store. */
  readonly folder: string;
  readonly desktop: Desktop;
  readonly deviceSecrets: DeviceSecretStore;
  readonly anchors: AnchorStore;
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

type Warning = Extract<VaultStatus, { readonly state: 'open' }>['warnings'][number];

/** Everything that lives as long as one session. */
interface OpenState {
  readonly session: OfficeSession;
  readonly openedAt: string;
  readonly steps: UndoSteps;
  readonly warnings: Map<Warning['code'], string>;
  /** Aborts when the session ends; jobs of the session stop on it. */
  readonly ending: AbortController;
}

export class WorkingOffice {
  readonly options: WorkingOfficeOptions;
  #state: OpenState | null = null;
  #revision = 0;
  /** The revision at which each kind of data changed last. */
  readonly #changed = new Map<ChangedData, number>();
  /** The revision at which the last session ended. */
  #endedAt = 0;
  #people: { readonly revision: number; readonly list: readonly Person[] } | null = null;

  constructor(options: WorkingOfficeOptions) {
    this.options = options;
  }

  get isOpen(): boolean {
    return this.#state !== null;
  }

  /** Throws while locked: the router lets no question through then. */
  get #open(): OpenState {
    if (this.#state === null) throw new Error('the office is locked');
    return this.#state;
  }

  get session(): OfficeSession {
    return this.#open.session;
  }

  /** When the session was opened, UTC. */
  get openedAt(): string {
    return this.#open.openedAt;
  }

  /** What the checks at unlocking found. */
  get warnings(): Warning[] {
    return [...this.#open.warnings].map(([code, message]) => ({ code, message }));
  }

  /** Grows with every change of these data: what was worked out from them under the same number still holds. */
  revisionOf(...data: readonly ChangedData[]): number {
    return Math.max(this.#endedAt, ...data.map((one) => this.#changed.get(one) ?? 0));
  }

  /** Everybody whose details are not erased. Opening 500 of them takes longer than a page may, so it is done once. */
  get people(): readonly Person[] {
    const { store, vault } = this.session;
    const revision = this.revisionOf('people');
    if (this.#people?.revision !== revision) this.#people = { revision, list: listPersons(store, vault) };
    return this.#people.list;
  }

  /** Aborts when the session ends. */
  get ending(): AbortSignal {
    return this.#open.ending.signal;
  }

  /** Takes over an opened session; one that is still open ends, with its steps. */
  open(session: OfficeSession): void {
    if (this.#state !== null) this.#end(this.#state);
    const state: OpenState = {
      session,
      openedAt: session.clock().toISOString(),
      steps: new UndoSteps(),
      warnings: new Map(),
      ending: new AbortController(),
    };
    const anchored = closeIfRolledBack(session, this.options.anchors);
    if (!anchored.ok) state.warnings.set('ROLLED_BACK', anchored.error.message);
    makeUpAfterUnlocking(session);
    this.#state = state;
    void this.#checkAudit(state);
    this.options.sessionChanged();
  }

  /** Closes the store and wipes the keys; harmless when locked already. */
  lock(because: Extract<OfficeEvent, { readonly type: 'vault.locked' }>['because']): void {
    if (this.#state === null) return;
    this.#end(this.#state);
    this.#state = null;
    this.options.sessionChanged();
    this.options.tell({ type: 'vault.locked', because });
  }

  #end({ session, ending, warnings }: OpenState): void {
    ending.abort();
    this.#revision += 1;
    this.#endedAt = this.#revision;
    this.#people = null;
    // A state that was rolled back must not become the one everything is compared with.
    if (!warnings.has('ROLLED_BACK')) moveAnchorIfPossible(session, this.options.anchors);
    closeOffice(session);
  }

  /** Moves the anchor to where the session is now: after what must not be undone by an older copy of the files. */
  anchor(): void {
    moveAnchorIfPossible(this.session, this.options.anchors);
  }

  async #checkAudit({ session, ending, warnings }: OpenState): Promise<void> {
    const keys = session.vault.auditKeys;
    const checked = await checkAuditInTurns({ store: session.store, keys, signal: ending.signal });
    if (checked === null || checked.ok) return;
    warnings.set('AUDIT_BROKEN', describeChainBreak(checked.error));
    this.tellChanged('vault');
  }

  /** Whether the employee at work may do something; null when he may. */
  refuseWithout(right: Right): { readonly ok: false; readonly error: OfficeFailure } | null {
    const { store, vault } = this.session;
    if (rightsOf(store, vault.staff.id).includes(right)) return null;
    return fail({
      code: 'RIGHT_MISSING',
      message: 'Dafür fehlt Ihnen das Recht. Bitte wenden Sie sich an die Leitung Ihres Büros.',
    });
  }

  /** For work that only later comes to the store, which refuses by itself; null when the state is the newest. */
  refuseWhileRolledBack(): { readonly ok: false; readonly error: OfficeFailure } | null {
    const because = this.session.store.closedBecause;
    return because === null ? null : fail(because);
  }

  /** Goes on with a state that was rolled back; noted in the audit. */
  acceptRollback(reason: string): Result<void, OfficeFailure> {
    const { session, warnings } = this.#open;
    if (!warnings.has('ROLLED_BACK')) return succeed(undefined);
    const accepted = acceptRollback(session, this.options.anchors, reason);
    if (!accepted.ok) return accepted;
    warnings.delete('ROLLED_BACK');
    makeUpAfterUnlocking(session);
    this.tellChanged('vault');
    return succeed(undefined);
  }

  /** Runs a step as one transaction with its audit entries, and tells the window what changed. */
  step<T>(step: Step<T>): Result<T, OfficeFailure> {
    const { session, steps } = this.#open;
    const { action, reason, touches, work } = step;
    const act = reason === undefined || reason === '' ? { action } : { action, reason };
    const result = changeMasterData(session.store, deskOf(session), act, work);
    if (!result.ok) return result;
    const undoable = undoableStep(step, result.value, session.clock);
    if (undoable !== null) steps.push(undoable);
    this.tellChanged(...touches);
    return result;
  }

  /** The step that `takeBack` would undo. */
  get lastStep(): UndoableStep | null {
    return this.#open.steps.last;
  }

  /** Undoes the last step of this session, again as one audited transaction. A refused undo stays the last step. */
  takeBack(): Result<UndoableStep | null, OfficeFailure> {
    const { session, steps } = this.#open;
    const step = steps.last;
    if (step === null) return succeed(null);
    const act = { action: 'step.undo', reason: step.name };
    const result = changeMasterData(session.store, deskOf(session), act, step.undo);
    if (!result.ok) return result;
    const before = this.#revision;
    this.tellChanged(...step.touches);
    steps.movedBack(before, this.#revision);
    return succeed(step);
  }

  /** The step that `takeAgain` would redo. */
  get undoneStep(): UndoableStep | null {
    return this.#open.steps.undone(this.#revision);
  }

  /** Redoes the step taken back last, as long as nothing else changed; audited like any other. */
  takeAgain(): Result<UndoableStep | null, OfficeFailure> {
    const { session, steps } = this.#open;
    const step = this.undoneStep;
    if (step === null) return succeed(null);
    const act = { action: 'step.redo', reason: step.name };
    const result = changeMasterData(session.store, deskOf(session), act, step.again);
    if (!result.ok) return result;
    this.tellChanged(...step.touches);
    steps.movedOn(result.value, this.#revision);
    return succeed(step);
  }

  tellChanged(...what: ChangedData[]): void {
    this.#revision += 1;
    for (const one of what) this.#changed.set(one, this.#revision);
    this.options.tell({ type: 'data.changed', what: [...what, 'audit'] });
  }
}

/** The step as it is remembered; null for one that cannot be taken back. */
function undoableStep<T>(step: Step<T>, done: T, clock: () => Date): UndoableStep | null {
  const { name, touches, work, undo } = step;
  if (undo === undefined) return null;
  const remember = (value: T): UndoableStep => ({
    name,
    at: clock().toISOString(),
    touches,
    undo: (change) => undo(change, value),
    again: (change) => {
      const anew = work(change);
      return { step: remember(anew), isSame: anew === undefined || anew === value };
    },
  });
  return remember(done);
}

/** For a row that another step removed while this window still showed it. */
export function goneFailure(): { readonly ok: false; readonly error: OfficeFailure } {
  return fail({
    code: 'GONE',
    message: 'Diesen Eintrag gibt es nicht mehr. Bitte laden Sie die Liste neu.',
  });
}
