/** Writes what this version of the engine makes of the frozen cases: `node build/freeze-bills.ts`. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { runCase } from '#office/services/run-case.ts';

const FOLDER = new URL('../test/fixtures/billing/frozen/', import.meta.url);

const cases = (await readdir(FOLDER)).filter((name) => name.endsWith('.case.json'));
for (const name of cases) {
  const outcome = runCase(await readFile(new URL(name, FOLDER), 'utf8'));
  if (outcome.kind !== 'done') throw new Error(`${name} cannot be billed`);
  const result = name.replace('.case.json', '.result.json');
  await writeFile(new URL(result, FOLDER), `${JSON.stringify(outcome.result)}\n`);
  console.log(`${name} -> ${result}`);
}
