/** A scale from zero with round ticks. */

export interface NiceScale {
  /** The end of the scale: the last tick. */
  readonly end: number;
  /** Zero first. */
  readonly ticks: readonly number[];
}

const ROUND_STEPS = [1, 2, 2.5, 5, 10];
/** What is smaller is nothing: no quantity of a bill is. */
const SMALLEST = 1e-6;

/** A scale that reaches `largest` with at most `mostTicks` steps of 1, 2, 2.5 or 5 times a power of ten. */
export function niceScale(largest: number, mostTicks: number): NiceScale {
  if (!(largest > SMALLEST)) return { end: 1, ticks: [0, 1] };
  const rough = largest / mostTicks;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (ROUND_STEPS.find((round) => round * power >= rough) ?? 10) * power;
  const steps = Math.ceil(largest / step);
  const ticks = Array.from({ length: steps + 1 }, (_, index) => Number((index * step).toPrecision(12)));
  return { end: ticks.at(-1) ?? 1, ticks };
}
