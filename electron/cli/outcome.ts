/** How a command ends and speaks: results on standard output, complaints on standard error. */
import { once } from 'node:events';

/** `refused` is a blocking finding, `misuse` a call that is answered with the usage. */
export type Outcome = 'done' | 'invalid' | 'refused' | 'misuse';

export type Command = (args: string[]) => Promise<Outcome>;

/** One JSON line; waits when the reader is slower than the command. */
export async function print(value: unknown): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(value)}\n`)) await once(process.stdout, 'drain');
}

export function say(sentence: string): 'done' {
  process.stdout.write(`${sentence}\n`);
  return 'done';
}

export function complain(sentence: string): 'invalid' {
  process.stderr.write(`${sentence}\n`);
  return 'invalid';
}
