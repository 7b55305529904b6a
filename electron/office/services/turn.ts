/** Long work on the office's own thread in turns, so that whoever asks meanwhile waits for one of them at most. */
import { setImmediate as nextTurn } from 'node:timers/promises';

/** Two frames of the window: a question that waits so long is still answered at once. */
const TURN_MS = 25;

/** The turn of one long work. Ask `isOver` between two small parts of it. */
export class Turn {
  readonly #lengthMs: number;
  #endsAtMs: number;

  constructor(lengthMs: number = TURN_MS) {
    this.#lengthMs = lengthMs;
    this.#endsAtMs = performance.now() + lengthMs;
  }

  get isOver(): boolean {
    return performance.now() >= this.#endsAtMs;
  }

  /** Lets everybody else who waits go first, and begins the next turn. */
  async passOn(): Promise<void> {
    await nextTurn();
    this.#endsAtMs = performance.now() + this.#lengthMs;
  }
}
