/** `stichtag` as a process of its own, as a user or a scheduled task runs it. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import path from 'node:path';

const PROJECT = path.resolve(import.meta.dirname, '../..');

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command to its end; `input` is piped into it. */
export function stichtag(args: readonly string[], input = ''): Promise<Run> {
  const child = spawn(process.execPath, ['electron/cli.ts', ...args], { cwd: PROJECT });
  child.stdin.end(input);
  return runToEnd(child);
}

/**
 * Runs a command on a pseudo terminal (`script` of util-linux) and types once `prompt` is shown; `stdout` is what the
 * terminal showed.
 */
export function stichtagOnTerminal(args: readonly string[], prompt: string, typed: string): Promise<Run> {
  const command = [process.execPath, 'electron/cli.ts', ...args].map((word) => `'${word}'`).join(' ');
  const child = spawn('script', ['-qec', command, '/dev/null'], { cwd: PROJECT });
  child.stdout.on('data', function type(chunk: Buffer) {
    if (!chunk.includes(prompt)) return;
    child.stdout.off('data', type);
    child.stdin.write(typed);
  });
  return runToEnd(child);
}

function runToEnd(child: ChildProcessWithoutNullStreams): Promise<Run> {
  return new Promise((resolve) => {
    const run = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk: Buffer) => (run.stdout += chunk.toString('utf8')));
    child.stderr.on('data', (chunk: Buffer) => (run.stderr += chunk.toString('utf8')));
    child.on('close', (code) => resolve({ code, ...run }));
  });
}
