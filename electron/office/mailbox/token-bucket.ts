/** A token bucket: so many calls a second, a short burst, and the wait until the next one. */

/** Spends whole tokens that refill evenly; time comes from a monotonic clock in milliseconds. */
export class TokenBucket {
  readonly #perSecond: number;
  readonly #burst: number;
  readonly #nowMs: () => number;
  #tokens: number;
  #refilledAtMs: number;

  /** `burst` tokens are there at the start and at most ever. Throws a RangeError unless both are above zero. */
  constructor(perSecond: number, burst = perSecond, nowMs: () => number = () => performance.now()) {
    if (!(perSecond > 0) || !(burst >= 1)) throw new RangeError('a token bucket needs a rate and a burst');
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#nowMs = nowMs;
    this.#tokens = burst;
    this.#refilledAtMs = nowMs();
  }

  /** Takes a token if there is one. */
  tryTake(): boolean {
    this.#refill();
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }

  /** Reserves the next token, even a future one, and says how many milliseconds to wait for it. */
  reserve(): number {
    this.#refill();
    this.#tokens -= 1;
    return this.#tokens >= 0 ? 0 : (-this.#tokens / this.#perSecond) * 1000;
  }

  #refill(): void {
    const nowMs = this.#nowMs();
    const refill = ((nowMs - this.#refilledAtMs) / 1000) * this.#perSecond;
    this.#tokens = Math.min(this.#burst, this.#tokens + refill);
    this.#refilledAtMs = nowMs;
  }
}
