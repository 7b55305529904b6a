/** The tests that have to notice a mutant of the link and security layers: those of the telegram room, without fuzzing. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/unit/electron/office/telegram/**/*.test.ts'],
    exclude: ['**/fuzz.test.ts'],
    environment: 'node',
    // The modules hold no state that a test could leave behind, and a worker for each file takes ten times as long.
    isolate: false,
  },
});
