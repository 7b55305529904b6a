/** Turns vitest's JSON reports into the one closing line of a run: `node build/count-tests.ts REPORT.json`. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Report = z.object({
  numPassedTests: z.number().int(),
  numFailedTests: z.number().int(),
  numPendingTests: z.number().int(),
  numTodoTests: z.number().int(),
  success: z.boolean(),
});

const [file = ''] = process.argv.slice(2);
const report = Report.parse(JSON.parse(readFileSync(file, 'utf8')));
const skipped = report.numPendingTests + report.numTodoTests;
console.log(`${report.numPassedTests} passed, ${report.numFailedTests} failed, ${skipped} skipped`);
// A file that could not be loaded fails the run without a failed test to its name.
process.exitCode = report.success && report.numPassedTests > 0 ? 0 : 1;
