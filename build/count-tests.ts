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

const NOTHING_RAN = {
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  success: false,
};

const [file = ''] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');
// A run that ended before its first test leaves an empty report.
const report = Report.parse(text === '' ? NOTHING_RAN : JSON.parse(text));
const skipped = report.numPendingTests + report.numTodoTests;
console.log(`${report.numPassedTests} passed, ${report.numFailedTests} failed, ${skipped} skipped`);
// A file that could not be loaded fails the run without a failed test to its name.
process.exitCode = report.success && report.numPassedTests > 0 ? 0 : 1;
