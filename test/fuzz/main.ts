/** The long fuzzing run: `npm run fuzz [-- --telegrams N] [--seed N]`. Exits with 1 when anything is amiss. */
import { parseArgs } from 'node:util';
import { runFuzzer } from './run-fuzzer.ts';

const { values } = parseArgs({
  options: {
    telegrams: { type: 'string', default: '600000' },
    seed: { type: 'string', default: '20261122' },
  },
});

const start = performance.now();
const report = runFuzzer(Number(values.telegrams), Number(values.seed), (done) => {
  if (done > 0 && done % 100_000 === 0) console.log(`${done.toLocaleString('de-DE')} Telegramme …`);
});
const seconds = (performance.now() - start) / 1000;

for (const [outcome, count] of [...report.outcomes].toSorted(([, a], [, b]) => b - a))
  console.log(`${count.toLocaleString('de-DE').padStart(10)}  ${outcome}`);
console.log(
  `${report.telegrams.toLocaleString('de-DE').padStart(10)}  Telegramme in ${seconds.toFixed(1)} s, Startwert ${values.seed}, ${report.failures.length} Beanstandungen`,
);
for (const failure of report.failures) console.log(failure);
process.exitCode = report.failures.length === 0 ? 0 : 1;
