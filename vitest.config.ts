import { defineConfig } from 'vitest/config';

const node = (name: string, folder: string, timeoutMs: number) => ({
  extends: true as const,
  test: {
    name,
    environment: 'node' as const,
    include: [`test/${folder}/**/*.test.ts`],
    testTimeout: timeoutMs,
    hookTimeout: timeoutMs,
  },
});

/** One project a kind of proof: rules and rooms, attacks on the borders, faults, the whole road. */
export default defineConfig({
  test: {
    projects: [
      node('unit', 'unit', 30_000),
      node('security', 'security', 120_000),
      node('fault', 'fault', 180_000),
      node('e2e', 'e2e', 180_000),
    ],
    passWithNoTests: false,
  },
});
