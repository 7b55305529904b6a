/** `stichtag bill` and `stichtag explain`: a case in, its bill out, and where a figure of it comes from. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { explainFigure } from '#office/services/explain-figure.ts';
import { runCase } from '#office/services/run-case.ts';
import { complain, print, say, type Outcome } from './outcome.ts';

export async function bill(args: string[]): Promise<Outcome> {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const [file] = positionals;
  if (file === undefined) return 'misuse';
  const outcome = runCase(await readFile(file, 'utf8'));
  const { kind, ...answer } = outcome;
  await print(kind === 'done' ? outcome.result : answer);
  return kind;
}

export async function explain(args: string[]): Promise<Outcome> {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const [file, figure] = positionals;
  if (file === undefined || figure === undefined) return 'misuse';
  const explanation = explainFigure(await readFile(file, 'utf8'), figure);
  return explanation.ok ? say(explanation.value) : complain(explanation.error.message);
}
