/** The steps of a session that can be taken back, the newest first. They live in memory and end with the session. */
import type { ChangedData } from '#shared/contract/events.ts';
import type { Change } from '../store/change.ts';

export interface UndoableStep {
  /** What the user calls it. */
  readonly name: string;
  /** UTC. */
  readonly at: string;
  readonly touches: readonly ChangedData[];
  readonly undo: (change: Change) => void;
}

/** Fewer than anybody takes back, more than anybody remembers. */
const STEPS_REMEMBERED = 100;

export class UndoSteps {
  #steps: UndoableStep[] = [];

  get last(): UndoableStep | null {
    return this.#steps.at(-1) ?? null;
  }

  push(step: UndoableStep): void {
    this.#steps = [...this.#steps, step].slice(-STEPS_REMEMBERED);
  }

  pop(): void {
    this.#steps.pop();
  }
}
