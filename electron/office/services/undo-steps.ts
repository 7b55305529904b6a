/** The steps of a session that can be taken back and taken again, the newest first. They end with the session. */
import type { ChangedData } from '#shared/contract/events.ts';
import type { Change } from '../store/change.ts';

export interface UndoableStep {
  /** What the user calls it. */
  readonly name: string;
  /** UTC. */
  readonly at: string;
  readonly touches: readonly ChangedData[];
  readonly undo: (change: Change) => void;
  /** Takes the step once more; what it makes anew has new ids. */
  readonly again: (change: Change) => StepAgain;
}

/** A step taken once more. */
export interface StepAgain {
  readonly step: UndoableStep;
  /** Whether it made nothing new, so that what followed it still speaks of the same rows. */
  readonly isSame: boolean;
}

/** Fewer than anybody takes back, more than anybody remembers. */
const STEPS_REMEMBERED = 100;

export class UndoSteps {
  #steps: UndoableStep[] = [];
  #undone: UndoableStep[] = [];
  /** The office's revision right after the last undo or redo: any other change makes what was undone outdated. */
  #undoneAt = -1;

  get last(): UndoableStep | null {
    return this.#steps.at(-1) ?? null;
  }

  push(step: UndoableStep): void {
    this.#steps = [...this.#steps, step].slice(-STEPS_REMEMBERED);
  }

  /** The step taken back last, while nothing else has changed since. */
  undone(revision: number): UndoableStep | null {
    return revision === this.#undoneAt ? (this.#undone.at(-1) ?? null) : null;
  }

  /** The last step was taken back, and `before` was the revision until then. */
  movedBack(before: number, revision: number): void {
    const step = this.#steps.pop();
    const kept = before === this.#undoneAt ? this.#undone : [];
    this.#undone = step === undefined ? kept : [...kept, step];
    this.#undoneAt = revision;
  }

  /** The step taken back last was taken again. */
  movedOn({ step, isSame }: StepAgain, revision: number): void {
    const [, ...earlier] = this.#undone.toReversed();
    this.#undone = isSame ? earlier.toReversed() : [];
    this.#undoneAt = revision;
    this.push(step);
  }
}
