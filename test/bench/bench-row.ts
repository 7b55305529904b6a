/** One line of a benchmark: what was measured, and against what in the same run. */
export interface BenchRow {
  readonly name: string;
  /** How many things were done. */
  readonly n: number;
  readonly seconds: number;
  /** Things per second, in `unit`. */
  readonly rate: number;
  readonly unit: string;
  /** Where the slowest matter and not the mean: what 95 of 100 do not exceed. `seconds` and `rate` then follow from it. */
  readonly p95Ms?: number;
  /** What the rate is compared with, in words; it was measured in the same run. */
  readonly baseline: string;
  /** The rate divided by the baseline's rate. */
  readonly ratio: number;
}
