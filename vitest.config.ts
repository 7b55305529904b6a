import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const node = (name: string, folder: string, timeoutMs: number, { isolate = true } = {}) => ({
  extends: true as const,
  test: {
    name,
    environment: 'node' as const,
    isolate,
    include: [`test/${folder}/**/*.test.ts`],
    testTimeout: timeoutMs,
    hookTimeout: timeoutMs,
  },
});

/** One project a kind of proof: rules and rooms, attacks on the borders, faults, the whole road. */
export default defineConfig({
  test: {
    // A browser test waits more than it computes: two files at once, also where there are only two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      // Loading the modules anew for each of these files takes four times as long as the tests themselves.
      node('unit', 'unit', 30_000, { isolate: false }),
      node('security', 'security', 120_000),
      node('fault', 'fault', 180_000),
      node('e2e', 'e2e', 180_000),
    ],
    passWithNoTests: false,
  },
});
