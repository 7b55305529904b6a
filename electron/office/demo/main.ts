/** `npm run demo`: the whole road on embedded defaults, from encrypted telegrams to statements, and the proof of it. */
import { readDemoOptions } from './options.ts';

const options = readDemoOptions(process.argv.slice(2));
if (options.ok) {
  // Loaded only now: a wrong call is answered at once.
  const { runDemo } = await import('./run-demo.ts');
  const interruption = new AbortController();
  process.once('SIGINT', () => interruption.abort());
  process.once('SIGTERM', () => interruption.abort());
  const output = {
    isTerminal: process.stdout.isTTY,
    write: (text: string): void => void process.stdout.write(text),
  };
  const finished = await runDemo(options.value, output, interruption.signal);
  if (!finished.ok) process.stderr.write(`\n${finished.error}\n`);
  // 130 is what a shell expects of a process that was interrupted.
  process.exitCode = finished.ok ? 0 : interruption.signal.aborted ? 130 : 1;
} else {
  process.stderr.write(`${options.error}\n`);
  process.exitCode = 2;
}
